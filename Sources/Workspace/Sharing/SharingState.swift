package import Editorial

/// With whom a workspace is shared, and how far.
package struct SharingState: Hashable, Sendable {
    package var server: String
    package var account: String
    package var space: String
    /// Whether the space is the account's own, and no team's.
    package var isOwn: Bool
    /// What was taken over from the service so far.
    package var sequence: Int
    /// When everything was last sent and taken over.
    package var metAt: Timestamp?
    /// How many records wait to be sent.
    package var pendingCount: Int
    /// How many fields were changed on both sides, with nobody having chosen.
    package var conflictCount: Int
}

/// What came of taking over records.
package struct SharingOutcome: Hashable, Sendable {
    /// The projects that are not as they were.
    package var projects: Set<Project.ID> = []
    package var conflicts: [SharingConflict] = []

    package init() {}
}
