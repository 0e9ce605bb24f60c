/// What fills the terminal.
package enum EditorScreen: Hashable, Sendable {
    /// The panels of the open project.
    case editor
    case projects
}
