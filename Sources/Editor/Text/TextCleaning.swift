/// What of a text from outside a field takes.
enum TextCleaning {
    /// Returns the text without control characters, tabs as spaces; line
    /// breaks become spaces too where there is one line only.
    static func clean(_ text: String, isMultiline: Bool) -> String {
        var clean = String.UnicodeScalarView()
        for character in text {
            if character.isNewline {
                clean.append(isMultiline ? "\n" : " ")
            } else if character == "\t" {
                clean.append(" ")
            } else {
                clean.append(
                    contentsOf: character.unicodeScalars.filter {
                        $0.properties.generalCategory != .control
                    }
                )
            }
        }
        return String(clean)
    }
}
