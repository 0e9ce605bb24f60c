package import Editorial

/// A place that the account is signed in at.
package struct SessionItem: Hashable, Sendable, Identifiable {
    package let id: String
    package let device: String
    package let address: String
    package let seenAt: Timestamp
    /// Whether it is this one.
    package let isCurrent: Bool

    package init(
        id: String,
        device: String,
        address: String,
        seenAt: Timestamp,
        isCurrent: Bool
    ) {
        self.id = id
        self.device = device
        self.address = address
        self.seenAt = seenAt
        self.isCurrent = isCurrent
    }
}

/// What the account's screen shows and remembers.
package struct AccountBrowser: Hashable, Sendable {
    /// What was read of the account.
    package struct Page: Hashable, Sendable {
        package var conflicts: [ConflictItem]
        /// nil where the service did not answer.
        package var sessions: [SessionItem]?
        /// Where the workspace is shared, such as `your own space`.
        package var space: String
        /// Why something is missing.
        package var problem: String?

        package init(
            conflicts: [ConflictItem],
            sessions: [SessionItem]? = nil,
            space: String = "",
            problem: String? = nil
        ) {
            self.conflicts = conflicts
            self.sessions = sessions
            self.space = space
            self.problem = problem
        }
    }

    /// A row that the cursor can stand on.
    package enum Row: Hashable, Sendable {
        case conflict(ConflictItem)
        case session(SessionItem)
    }

    /// nil until it was read.
    package var page: Page?
    package var cursor = 0

    package var rows: [Row] {
        (page?.conflicts ?? []).map(Row.conflict) + (page?.sessions ?? []).map(Row.session)
    }

    package var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
}
