extension Command {
    static let panelCommands: [Command] =
        [
            panel("next", "Next panel", hint: "panel", help: "Gives the focus to the next panel.") {
                $0.focus(on: $0.focus.advanced(by: 1))
            },
            panel(
                "previous",
                "Panel before",
                hint: "panel",
                help: "Gives the focus to the panel before."
            ) {
                $0.focus(on: $0.focus.advanced(by: -1))
            },
            panel(
                "zoom",
                "Zoom the panel",
                hint: "zoom",
                help: "Lets the focused panel fill the screen, or gives the room back."
            ) { $0.isZoomed.toggle() },
        ]
        + Panel.allCases.map { target in
            panel(
                target.rawValue,
                "\(target.title) panel",
                hint: target.rawValue,
                help: "Gives the focus to the \(target.rawValue) panel."
            ) {
                $0.close()
                $0.focus(on: target)
            }
        }

    private static func panel(
        _ verb: String,
        _ title: String,
        hint: String,
        help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(ID("panel.\(verb)"), title, hint: hint, help: help) { state in
            perform(&state)
            return []
        }
    }
}
