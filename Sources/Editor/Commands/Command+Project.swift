extension Command {
    static let projectCommands: [Command] = [
        Command(
            "projects.open",
            "Projects",
            hint: "projects",
            help: "Shows all projects, to open, add, copy or put away.",
            perform: { $0.openProjects() }
        ),
        Command(
            "project.new",
            "New project",
            hint: "new",
            help: "Makes a project from a template and opens it.",
            perform: { state in
                state.openChoices(.template)
                return []
            }
        ),
        project("open", "Open the project", hint: "open", "Opens the project here.") {
            $0.openCurrentProject()
        },
        project("leave", "Back to the editor", hint: "back", "Goes back to the open project.") {
            $0.leaveProjects()
            return []
        },
        project("name", "Rename", hint: "rename", "Asks for another name for this project.") {
            if let item = $0.currentProject { $0.ask(.projectName(item.id), text: item.name) }
            return []
        },
        project("duplicate", "Duplicate", hint: "copy", "Makes a copy; takes stay with the first.")
        {
            $0.duplicateProject()
        },
        project(
            "archive",
            "Put away",
            hint: "put away",
            "Takes the project out of the list, or brings it back into it.",
            isAway: true
        ) { $0.toggleArchived() },
        project("delete", "Delete", hint: "delete", "Deletes the project.", isAway: true) {
            $0.deleteProject()
        },
        Command(
            "project.restore",
            "Bring back",
            hint: "bring back",
            help: "Brings the project back that was deleted last.",
            isListed: false,
            availability: {
                .init($0.browser.lastDeleted != nil, else: "No project was deleted yet.")
            },
            perform: { $0.restoreProject() }
        ),
        project("archived", "Show what is put away", "Changes to the projects put away, and back.")
        {
            $0.browser.showsArchived.toggle()
            return []
        },
        project("sort", "Sort otherwise", hint: "sort", "Sorts by opening, name or shots.") {
            let orders = ProjectBrowser.Order.allCases
            let place = orders.firstIndex(of: $0.browser.order) ?? 0
            $0.browser.order = orders[(place + 1) % orders.count]
            return []
        },
        project("find", "Find a project", hint: "find", "Filters the projects by name.") {
            $0.typing = .projects
            return []
        },
        project("findEnd", "Keep the filter", "Goes back to the list with the filter standing.") {
            $0.leaveField()
            return []
        },
        project("findClear", "Clear the filter", "Shows all projects again.") {
            $0.leaveField()
            $0.browser.filter = TextField()
            return []
        },
    ]

    private static func project(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        isAway: Bool = false,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        on(
            .projects,
            ID("project.\(verb)"),
            title,
            hint: hint,
            help,
            unless: { isAway ? $0.projectReason : nil },
            perform: perform
        )
    }
}
