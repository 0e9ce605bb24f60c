/// A value on a thin track: what is reached in the accent, with a knob.
struct Slider: Equatable {
    /// 0…1; what lies outside is held at the end.
    var share: Double
    /// The knob shows that the value can be changed; progress has none.
    var hasKnob = true
    var ink = Theme.Role.accent

    func text(columns: Int, glyphs: Glyphs) -> StyledText {
        guard columns > 0 else { return StyledText() }
        let share = self.share.isFinite ? min(1, max(0, self.share)) : 0
        var line = StyledText()
        if hasKnob {
            let knob = Int((share * Double(columns - 1)).rounded())
            line.append(String(repeating: glyphs.heavyRule, count: knob), ink)
            line.append(glyphs.knob, ink)
            line.append(String(repeating: glyphs.rule, count: columns - 1 - knob), .rule)
        } else {
            let reached = Int((share * Double(columns)).rounded())
            line.append(String(repeating: glyphs.heavyRule, count: reached), ink)
            line.append(String(repeating: glyphs.rule, count: columns - reached), .rule)
        }
        return line
    }
}
