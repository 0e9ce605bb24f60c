/// Somebody in the team that the workspace is shared with.
package struct MemberItem: Hashable, Sendable, Identifiable {
    package let id: String
    package let name: String
    package let email: String
    /// One of ``TeamBrowser/roles``, or `owner`.
    package let role: String
    /// Whether it is the one who is signed in here.
    package let isSelf: Bool
    /// Whether the one who is signed in may change or remove them.
    package let isOpen: Bool

    package init(
        id: String,
        name: String,
        email: String,
        role: String,
        isSelf: Bool,
        isOpen: Bool
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.role = role
        self.isSelf = isSelf
        self.isOpen = isOpen
    }
}

/// What the team's screen shows and remembers.
package struct TeamBrowser: Hashable, Sendable {
    package struct Page: Hashable, Sendable {
        package var name: String
        /// Whether it is nobody else's.
        package var isPersonal: Bool
        package var members: [MemberItem]
        package var mayInvite: Bool
        package var problem: String?

        package init(
            name: String,
            isPersonal: Bool,
            members: [MemberItem],
            mayInvite: Bool,
            problem: String? = nil
        ) {
            self.name = name
            self.isPersonal = isPersonal
            self.members = members
            self.mayInvite = mayInvite
            self.problem = problem
        }
    }

    /// What somebody can be made.
    package static let roles = ["admin", "member", "viewer"]

    /// nil until it was read.
    package var page: Page?
    package var cursor = 0

    package var current: MemberItem? {
        page.flatMap { $0.members.indices.contains(cursor) ? $0.members[cursor] : nil }
    }
}
