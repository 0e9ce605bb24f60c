extension Command {
    static let screenCommands: [Command] = [
        Command(
            "screen.editor",
            "Back to the editor",
            hint: "back",
            help: "Goes back to the panels of the open project.",
            perform: { state in
                state.leaveScreen()
                return []
            }
        ),
        Command(
            "screen.next",
            "Next screen",
            hint: "screen",
            help: "Goes from the editor to the projects, the library and all other screens.",
            perform: { $0.show($0.screen.advanced(by: 1)) }
        ),
        Command(
            "screen.previous",
            "Screen before",
            hint: "screen",
            help: "Goes through the screens the other way round.",
            perform: { $0.show($0.screen.advanced(by: -1)) }
        ),
        Command(
            "settings.open",
            "Settings",
            hint: "settings",
            help: "Shows how Kinema is set up, and who says so.",
            perform: { $0.openSettings() }
        ),
        on(
            .settings,
            "settings.edit",
            "Change",
            hint: "change",
            "Changes the setting under the cursor.",
            unless: {
                let reason = "Set it where it says that it comes from."
                guard let row = $0.currentSetting else { return reason }
                if case .place = row.subject { return nil }
                return row.isOpen ? nil : reason
            }
        ) {
            $0.editSetting()
        },
        on(
            .settings,
            "settings.reset",
            "As usual",
            hint: "usual",
            "Gives the setting its usual value."
        ) {
            $0.resetSetting()
        },
    ]
}

extension EditorScreen {
    fileprivate func advanced(by places: Int) -> EditorScreen {
        let all = Self.allCases
        let place = (all.firstIndex(of: self) ?? 0) + places
        return all[((place % all.count) + all.count) % all.count]
    }
}
