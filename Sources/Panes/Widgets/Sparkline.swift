/// Numbers in a row as columns of one cell each, the newest at the right.
struct Sparkline: Equatable {
    var values: [Double]
    /// What a full cell stands for; nil is the largest of the values.
    var full: Double?

    /// Returns one row of at most this many columns.
    func text(columns: Int, glyphs: Glyphs) -> String {
        let shown = values.suffix(max(0, columns)).map { $0.isFinite ? max(0, $0) : 0 }
        let top = full ?? shown.max() ?? 0
        return shown.map { value in
            guard top > 0 else { return glyphs.levels[0] }
            let last = glyphs.levels.count - 1
            let level = Int((min(1, value / top) * Double(last)).rounded())
            // What is there at all is seen.
            return glyphs.levels[value > 0 ? max(1, level) : 0]
        }.joined()
    }
}
