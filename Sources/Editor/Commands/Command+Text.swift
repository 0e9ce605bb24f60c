extension Command {
    static let textCommands: [Command] =
        moveCommands + selectCommands + deleteCommands + changeCommands + otherTextCommands

    private static let moveCommands: [Command] =
        [
            move("left", .left, "Character left", "Moves one character left."),
            move("right", .right, "Character right", "Moves one character right."),
            move("wordLeft", .wordLeft, "Word left", "Moves to the start of the word."),
            move("wordRight", .wordRight, "Word right", "Moves to the end of the word."),
            move("nextWord", .nextWord, "Next word", "Moves to the start of the next word."),
            move("wordEnd", .wordEnd, "Word end", "Moves to the last character of the word."),
            move("lineStart", .lineStart, "Line start", "Moves to the start of the line."),
            move("firstWord", .firstWord, "First word", "Moves to the first word of the line."),
            move("lineEnd", .lineEnd, "Line end", "Moves to the end of the line."),
            move("start", .start, "Text start", "Moves to the start of the text."),
            move("end", .end, "Text end", "Moves to the end of the text."),
            line("up", "Line up", "Moves one line up.") { $0.moveCursor(byLines: -1) },
            line("down", "Line down", "Moves one line down.") { $0.moveCursor(byLines: 1) },
        ]

    private static let selectCommands: [Command] = [
        select("Left", .left, "Select left", "Selects one character to the left."),
        select("Right", .right, "Select right", "Selects one character to the right."),
        select("WordLeft", .wordLeft, "Select word left", "Selects to the start of the word."),
        select("WordRight", .wordRight, "Select word right", "Selects to the end of the word."),
        select("LineStart", .lineStart, "Select to start", "Selects to the start of the line."),
        select("LineEnd", .lineEnd, "Select to end", "Selects to the end of the line."),
        line("selectUp", "Select up", "Selects one line up.") {
            $0.moveCursor(byLines: -1, selecting: true)
        },
        line("selectDown", "Select down", "Selects one line down.") {
            $0.moveCursor(byLines: 1, selecting: true)
        },
        text("selectAll", "Select all", "Selects the whole text.") {
            $0.select(0..<$0.text.count)
        },
        text("select", "Select", "Begins to select here; moving selects on.") {
            $0.selection == nil ? $0.select($0.cursor..<$0.cursor + 1) : $0.deselect()
        },
        text("deselect", "Select nothing", "Ends the selection.") { $0.deselect() },
    ]

    private static let deleteCommands: [Command] = [
        delete("deleteBackward", "Delete before", "Deletes the character before the cursor.") {
            $0.deleteBackward()
        },
        delete("deleteForward", "Delete after", "Deletes the character after the cursor.") {
            $0.deleteForward()
        },
        delete(
            "deleteWord",
            "Delete word before",
            "Deletes the word before the cursor.",
            hint: "delete word"
        ) { $0.deleteWordBackward() },
        delete("deleteNextWord", "Delete word", "Deletes up to the start of the next word.") {
            $0.delete(to: .nextWord)
        },
        delete("deleteWordEnd", "Delete to word end", "Deletes up to the end of the word.") {
            $0.delete(to: .wordEnd)
        },
        delete("deleteLine", "Delete line", "Deletes the line.") { $0.deleteLine() },
        delete("deleteToStart", "Delete to start", "Deletes what is before the cursor in the line.")
        { $0.deleteToLineStart() },
        delete("deleteToEnd", "Delete to end", "Deletes what is after the cursor in the line.") {
            $0.deleteToLineEnd()
        },
    ]

    private static let changeCommands: [Command] = [
        change("append", "Append", "Writes behind the character under the cursor.") {
            $0.move(to: min($0.cursor + 1, $0.lineEnd))
        },
        change("appendLine", "Append to line", "Writes at the end of the line.") {
            $0.move(.lineEnd)
        },
        change("insertLine", "Insert in line", "Writes before the first word of the line.") {
            $0.move(.firstWord)
        },
        change("openBelow", "Line below", "Writes on a new line below.") {
            $0.move(.lineEnd)
            $0.insert("\n")
        },
        change("openAbove", "Line above", "Writes on a new line above.") {
            $0.move(.lineStart)
            $0.insert("\n")
            $0.move(.left)
        },
        change("change", "Change", "Deletes the selection and writes in its place.") {
            if let selection = $0.selection { $0.delete(selection) }
        },
        change("changeWord", "Change word", "Deletes up to the end of the word, and writes.") {
            $0.delete(to: .wordEnd)
        },
        change("changeLine", "Change line", "Deletes what is on the line, and writes.") {
            $0.clearLine()
        },
        change("changeToEnd", "Change to end", "Deletes to the end of the line, and writes.") {
            $0.delete(to: .lineEnd)
        },
    ]

    private static let otherTextCommands: [Command] = [
        text("newline", "New line", "Starts a new line.") { $0.insert("\n") },
        text("transpose", "Swap characters", "Exchanges the two characters at the cursor.") {
            $0.transpose()
        },
        command("paste", "Put in", "Puts in what was deleted or copied last.") {
            $0.putIn()
        },
        command("copy", "Copy", "Copies the selection, also for other programs.") {
            $0.copySelection()
        },
        command("cut", "Cut", "Copies the selection and deletes it.") {
            $0.copySelection() + $0.editText { if let range = $0.selection { $0.delete(range) } }
        },
        command("copyLine", "Copy line", "Copies the line, also for other programs.") {
            $0.copy { String($0.characters[$0.lineStart..<$0.lineEnd]) }
        },
        command("copyWord", "Copy word", "Copies up to the end of the word.") {
            $0.copy {
                let end = min($0.place(after: .wordEnd) + 1, $0.characters.count)
                return String($0.characters[$0.cursor..<max($0.cursor, end)])
            }
        },
        command("undo", "Undo in the text", "Takes the last change of the text back.") {
            $0.undoText()
        },
        command("redo", "Redo in the text", "Does again what was undone in the text.") {
            $0.redoText()
        },
    ]
}

// How the rows above are made.
extension Command {
    private static func command(
        _ verb: String,
        _ title: String,
        _ help: String,
        repeats: Bool = false,
        hint: String? = nil,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(
            ID("text.\(verb)"),
            title,
            hint: hint,
            help: help,
            isListed: false,
            repeats: repeats,
            perform: perform
        )
    }

    private static func text(
        _ verb: String,
        _ title: String,
        _ help: String,
        change: @escaping @Sendable (inout TextField) -> Void
    ) -> Command {
        command(verb, title, help) { $0.editText(change) }
    }

    private static func move(
        _ verb: String,
        _ motion: TextMotion,
        _ title: String,
        _ help: String
    ) -> Command {
        command(verb, title, help, repeats: true) { state in
            // In NORMAL a selection that was begun grows with every motion.
            let isSelecting = state.mode == .select
            return state.editText { $0.move(motion, selecting: isSelecting) }
        }
    }

    private static func select(
        _ direction: String,
        _ motion: TextMotion,
        _ title: String,
        _ help: String
    ) -> Command {
        command("select\(direction)", title, help, repeats: true) {
            $0.editText { $0.move(motion, selecting: true) }
        }
    }

    private static func delete(
        _ verb: String,
        _ title: String,
        _ help: String,
        hint: String? = nil,
        change: @escaping @Sendable (inout TextField) -> Void
    ) -> Command {
        command(verb, title, help, repeats: true, hint: hint) { $0.editText(change) }
    }

    /// Changes the text and goes to INSERT.
    private static func change(
        _ verb: String,
        _ title: String,
        _ help: String,
        change: @escaping @Sendable (inout TextField) -> Void
    ) -> Command {
        command(verb, title, help) { state in
            let effects = state.editText(change)
            if state.isOnPrompt { state.typing = .prompt }
            return effects
        }
    }

    private static func line(
        _ verb: String,
        _ title: String,
        _ help: String,
        move: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        command(verb, title, help, repeats: true) { state in
            move(&state)
            return []
        }
    }
}
