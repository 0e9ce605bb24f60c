extension Command {
    static let listCommands: [Command] = [
        list("up", "Up", help: "Goes one row up.") { $0.moveList(by: -1) },
        list("down", "Down", help: "Goes one row down.") { $0.moveList(by: 1) },
        list("pageUp", "Page up", help: "Goes a page up.") { $0.moveList(by: -$0.pageRows) },
        list("pageDown", "Page down", hint: "page", help: "Goes a page down.") {
            $0.moveList(by: $0.pageRows)
        },
        list("left", "Left", help: "Goes to the picture at the left, in a grid.", inGrid: true) {
            $0.moveAlong(by: -1)
        },
        list("right", "Right", help: "Goes to the picture at the right, in a grid.", inGrid: true) {
            $0.moveAlong(by: 1)
        },
        Command(
            "grid.toggle",
            "Grid or list",
            hint: "grid",
            help: "Shows projects or media as a grid of pictures, or as a list again.",
            availability: {
                .init(
                    EditorState.pictured.contains($0.screen),
                    else: "Projects and media can be seen as a grid; F5 or F6 opens them."
                )
            },
            perform: { $0.toggleGrid() }
        ),
        list("first", "First row", help: "Goes to the first row.") {
            $0.goToRow($0.givenCount ?? 1)
        },
        list("last", "Last row", help: "Goes to the last row, or with a count to that one.") {
            $0.goToRow($0.givenCount)
        },
    ]

    static let popupCommands: [Command] = [
        Command(
            "popup.accept",
            "Accept",
            help: "Takes the row under the cursor, or what was written.",
            isListed: false,
            perform: { $0.acceptPopup() }
        ),
        Command(
            "popup.close",
            "Close",
            help: "Closes this and changes nothing.",
            isListed: false,
            perform: { state in
                state.close()
                return []
            }
        ),
        Command(
            "commandLine.complete",
            "Complete",
            help: "Puts the next completion in.",
            isListed: false,
            perform: { state in
                state.completeCommand(by: 1)
                return []
            }
        ),
        Command(
            "commandLine.completeBack",
            "Completion before",
            help: "Puts the completion before in.",
            isListed: false,
            perform: { state in
                state.completeCommand(by: -1)
                return []
            }
        ),
    ]

    private static func list(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        help: String,
        inGrid: Bool = false,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(
            ID("list.\(verb)"),
            title,
            hint: hint,
            help: help,
            isListed: false,
            // The first and last row take a count as a row's number instead.
            repeats: verb != "first" && verb != "last",
            availability: { .init(unless: inGrid ? $0.gridReason : nil) },
            perform: perform
        )
    }
}
