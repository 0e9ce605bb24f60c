/// Something that is on or off, or one of several of which one is.
struct Checkbox: Equatable {
    var label: String
    var isOn: Bool
    /// Whether only one of its group can be on.
    var isExclusive = false
    /// Why it cannot be changed now.
    var reason: String?

    func text(glyphs: Glyphs) -> StyledText {
        let sign =
            isExclusive
            ? (isOn ? glyphs.chosen : glyphs.unchosen)
            : (isOn ? glyphs.checked : glyphs.unchecked)
        var line = StyledText(sign, reason != nil ? .faint : isOn ? .accent : .muted)
        line.append(" \(label)", reason == nil ? .text : .faint)
        if let reason { line.append("  \(reason)", .faint) }
        return line
    }
}
