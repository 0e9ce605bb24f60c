extension Command {
    static let textCommands: [Command] = [
        text("left", "Character left", help: "Moves one character left.") { $0.move(by: -1) },
        text("right", "Character right", help: "Moves one character right.") { $0.move(by: 1) },
        text("wordLeft", "Word left", help: "Moves to the start of the word.") {
            $0.moveWordLeft()
        },
        text("wordRight", "Word right", help: "Moves to the end of the word.") {
            $0.moveWordRight()
        },
        text("lineStart", "Line start", help: "Moves to the start of the line.") {
            $0.moveToLineStart()
        },
        text("lineEnd", "Line end", help: "Moves to the end of the line.") { $0.moveToLineEnd() },
        text("deleteBackward", "Delete before", help: "Deletes the character before the cursor.") {
            $0.deleteBackward()
        },
        text("deleteForward", "Delete after", help: "Deletes the character after the cursor.") {
            $0.deleteForward()
        },
        text(
            "deleteWord",
            "Delete the word",
            hint: "delete word",
            help: "Deletes the word before the cursor."
        ) {
            $0.deleteWordBackward()
        },
        text(
            "deleteToStart",
            "Delete to start",
            help: "Deletes what is before the cursor in the line."
        ) {
            $0.deleteToLineStart()
        },
        text("deleteToEnd", "Delete to end", help: "Deletes what is after the cursor in the line.")
        {
            $0.deleteToLineEnd()
        },
        text("newline", "New line", help: "Starts a new line.") { $0.insert("\n") },
        Command(
            "text.up",
            "Line up",
            help: "Moves one line up.",
            isListed: false,
            perform: { state in
                state.moveCursor(byLines: -1)
                return []
            }
        ),
        Command(
            "text.down",
            "Line down",
            help: "Moves one line down.",
            isListed: false,
            perform: { state in
                state.moveCursor(byLines: 1)
                return []
            }
        ),
    ]

    private static func text(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        help: String,
        change: @escaping @Sendable (inout TextField) -> Void
    ) -> Command {
        Command(ID("text.\(verb)"), title, hint: hint, help: help, isListed: false) { state in
            state.editText(change)
        }
    }
}
