/// How far something has come, in words and a thin bar.
struct ProgressLine: Equatable {
    /// 0…1; nil where there is no measure.
    var share: Double?
    var label = ""
    /// What is left of it, such as `9 s left`.
    var remaining = ""
    var ink = Theme.Role.motion
    /// Whether it is told in words alone.
    var isText = false

    private static let leastBar = 4

    /// Returns it in at most this many columns; the bar takes what the words leave.
    func text(columns: Int, glyphs: Glyphs) -> StyledText {
        var line = StyledText()
        if !label.isEmpty { line.append("\(label) ") }
        var words = StyledText(share.map { Figures.percent($0) } ?? "working")
        if !remaining.isEmpty { words.append("  \(remaining)", .muted) }
        let room = columns - line.columns - words.columns - 1
        if let share, !isText, room >= Self.leastBar {
            line.append(
                Slider(share: share, hasKnob: false, ink: ink).text(columns: room, glyphs: glyphs)
            )
            line.append(" ")
        }
        line.append(words)
        return line
    }
}
