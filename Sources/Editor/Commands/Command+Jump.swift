import Editorial

extension Command {
    /// Going back, doing again, and the tree of what was done.
    static let jumpCommands: [Command] = [
        Command(
            "edit.repeat",
            "Do it again",
            hint: "again",
            help: "Does the last change of the project again, on what the cursor is on now.",
            perform: { $0.repeatLast() }
        ),
        Command(
            "history.open",
            "History",
            hint: "history",
            help: "Opens the list of all edits, to go to the project as it was after any of them.",
            availability: {
                .init(!$0.history.nodes.isEmpty, else: "Nothing was changed in this project yet.")
            },
            perform: { state in
                state.openHistory()
                return []
            }
        ),
        jump("jump.back", "Place before", "Goes back to the place you leapt from.") {
            $0.jump(by: -1)
        },
        jump("jump.forward", "Place after", "Goes on to the place you came back from.") {
            $0.jump(by: 1)
        },
        Command(
            "mark.set",
            "Mark the place",
            help: "Gives this frame of this shot a letter.",
            isListed: false,
            perform: { state in
                if let letter = state.givenLetter { state.setMark(letter) }
                return []
            }
        ),
        Command(
            "mark.go",
            "Go to a mark",
            help: "Goes to the frame that has the letter.",
            isListed: false,
            perform: { state in
                if let letter = state.givenLetter { state.goToMark(letter) }
                return []
            }
        ),
    ]

    private static func jump(
        _ id: ID,
        _ title: String,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(id, title, help: help, repeats: true) { state in
            perform(&state)
            return []
        }
    }
}
