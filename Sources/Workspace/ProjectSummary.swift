package import Editorial

/// What a list of projects shows.
package struct ProjectSummary: Hashable, Sendable, Identifiable {
    package let id: Project.ID
    package let name: String
    package let shotCount: Int
    /// Takes of shots that were removed count too.
    package let takeCount: Int
    package let openedAt: Timestamp
    /// When it was put away; nil while it is at hand.
    package let archivedAt: Timestamp?
}
