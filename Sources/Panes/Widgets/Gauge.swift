/// How much of something is used up, and how much there is of it.
struct Gauge: Equatable {
    var label: String
    /// 0…1; what lies outside is held at the end.
    var share: Double
    /// Such as `3.1 of 5 GB`.
    var value: String
    /// From where on it is told as too much.
    var limit = 0.9

    private static let labelColumns = 10

    func text(columns: Int, glyphs: Glyphs) -> StyledText {
        var line = StyledText(label, .muted)
        line.pad(to: min(Self.labelColumns, columns / 3))
        line.append(" ")
        let bar = max(0, columns - line.columns - value.count - 1)
        let share = share.isFinite ? min(1, max(0, share)) : 0
        line.append(
            Self.bar(share, columns: bar, glyphs: glyphs),
            share >= limit ? .failed : .accent
        )
        line.pad(to: columns - value.count)
        line.append(value, share >= limit ? .failed : .text)
        return line
    }

    /// A bar of whole cells that ends in a part of one.
    private static func bar(_ share: Double, columns: Int, glyphs: Glyphs) -> String {
        guard columns > 0 else { return "" }
        let eighths = Int((share * Double(columns * 8)).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let full = String(repeating: glyphs.isASCII ? "#" : "█", count: eighths / 8)
        return full + (glyphs.isASCII ? "" : parts[eighths % 8])
    }
}
