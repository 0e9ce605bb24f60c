import Terminal

extension StyledText {
    /// Text in which the characters at these offsets are in the accent.
    static func highlighted(
        _ text: String,
        at offsets: [Int],
        ink: Theme.Role = .text
    ) -> StyledText {
        let found = Set(offsets)
        var line = StyledText()
        var run = ""
        var isFound = false
        for (offset, character) in text.enumerated() {
            if found.contains(offset) != isFound {
                line.append(run, isFound ? .accent : ink, isFound ? .bold : [])
                (run, isFound) = ("", !isFound)
            }
            run.append(character)
        }
        line.append(run, isFound ? .accent : ink, isFound ? .bold : [])
        return line
    }
}
