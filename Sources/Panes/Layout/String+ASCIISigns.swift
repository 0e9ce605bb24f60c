extension String {
    /// The text with letters of the keyboard in place of the signs that
    /// Kinema's own sentences hold; each stand-in is one cell, as its sign is.
    var withASCIISigns: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        return String(map { Self.standIns[$0] ?? $0 })
    }

    private static let standIns: [Character: Character] = [
        "·": "-", "×": "x", "…": "~", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-",
        "—": "-", "→": ">", "←": "<", "↑": "^", "↓": "v", "−": "-", "\u{A0}": " ",
        "\u{202F}": " ", "°": "o", "≥": ">", "≤": "<", "±": "~",
    ]
}
