extension Command {
    static let panelCommands: [Command] =
        [
            panel("next", "Next panel", hint: "panel", help: "Gives the focus to the next panel.") {
                $0.focus(on: $0.panel(after: $0.focus, by: 1))
            },
            panel(
                "previous",
                "Panel before",
                hint: "panel",
                help: "Gives the focus to the panel before."
            ) {
                $0.focus(on: $0.panel(after: $0.focus, by: -1))
            },
            panel(
                "zoom",
                "Zoom the panel",
                hint: "zoom",
                help: "Lets the focused panel fill the screen, or gives the room back."
            ) { $0.isZoomed.toggle() },
            size("wider", "Widen the panel", "Gives the focused panel two columns more.") {
                let (splitter, sign) = $0.widthSplitter
                return $0.resize(splitter, by: 2 * sign)
            },
            size("narrower", "Narrow the panel", "Takes two columns off the focused panel.") {
                let (splitter, sign) = $0.widthSplitter
                return $0.resize(splitter, by: -2 * sign)
            },
            size("taller", "Heighten the panel", "Gives the focused panel a row more.") {
                $0.resize(.timeline, by: $0.heightSign)
            },
            size("shorter", "Lower the panel", "Takes a row off the focused panel.") {
                $0.resize(.timeline, by: -$0.heightSign)
            },
            size("reset", "Usual panels", "Shows all panels, in their usual size.") { state in
                state.panelLayout = PanelLayout()
                return state.rememberPanels
            },
            size("hide", "Hide the panel", "Hides the focused panel; its key shows it again.") {
                $0.toggleHidden($0.focus)
            },
            size("only", "Only the preview", "Hides all other panels, or shows them again.") {
                $0.toggleOnlyPreview()
            },
        ]
        + Panel.allCases.map { target in
            Command(
                ID("panel.\(target.rawValue)"),
                "\(target.title) panel",
                hint: target.rawValue,
                help: "Gives the focus to the \(target.rawValue) panel.",
                perform: { $0.goToPanel(target) }
            )
        }
        + [Panel.presets, .prompt, .timeline].map { target in
            Command(
                ID("panel.toggle\(target.title)"),
                "Hide or show \(target.rawValue)",
                help: "Hides the \(target.rawValue) panel, or shows it again.",
                perform: { $0.toggleHidden(target) }
            )
        }

    private static func size(
        _ verb: String,
        _ title: String,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(ID("panel.\(verb)"), title, help: help, repeats: true, perform: perform)
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

extension EditorState {
    /// Returns the panel in sight that many places further on, around the end.
    fileprivate func panel(after start: Panel, by places: Int) -> Panel {
        var panel = start.advanced(by: places)
        while hiddenPanels.contains(panel), panel != start { panel = panel.advanced(by: places) }
        return panel
    }
}
