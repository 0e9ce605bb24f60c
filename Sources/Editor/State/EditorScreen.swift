/// What fills the terminal.
package enum EditorScreen: String, CaseIterable, Hashable, Sendable {
    /// The panels of the open project.
    case editor
    case projects
    /// The media of all projects.
    case library
    /// What is being made, of all projects.
    case queue
    case settings
    /// How the workspace stands to the account that it is shared by.
    case account
    /// Who shares it.
    case team

    /// The name a person reads.
    package var title: String {
        switch self {
        case .editor: "Editor"
        case .projects: "Projects"
        case .library: "Library"
        case .queue: "Queue"
        case .settings: "Settings"
        case .account: "Account"
        case .team: "Team"
        }
    }

    /// The command that opens it.
    package var command: Command.ID {
        switch self {
        case .editor: "screen.editor"
        case .projects: "projects.open"
        case .library: "library.open"
        case .queue: "queue.open"
        case .settings: "settings.open"
        case .account: "account.open"
        case .team: "team.open"
        }
    }
}
