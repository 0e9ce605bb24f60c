import Terminal

/// A key and what it does here.
struct KeyHint: Equatable {
    var key: String
    var does: String

    /// In the status line, where keys are to be learnt: `g generate`.
    var bright: StyledText {
        var text = StyledText(key, .accent, .bold)
        text.append(" \(does)", .muted)
        return text
    }

    /// At the right of a row, for who looks for it.
    var faint: StyledText {
        var text = StyledText(key, .muted)
        text.append(" \(does)", .faint)
        return text
    }
}
