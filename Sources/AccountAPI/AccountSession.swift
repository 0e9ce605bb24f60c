package import Editorial

/// One place that somebody is signed in at.
package struct AccountSession: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<AccountSession>

    package var id: ID
    /// What the place called itself.
    package var device: String
    /// The network address it was begun from.
    package var address: String
    package var createdAt: Timestamp
    package var seenAt: Timestamp
    /// Whether it is the one that asks.
    package var isCurrent: Bool

    package init(
        id: ID,
        device: String,
        address: String,
        createdAt: Timestamp,
        seenAt: Timestamp,
        isCurrent: Bool
    ) {
        self.id = id
        self.device = device
        self.address = address
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.isCurrent = isCurrent
    }
}

/// The sessions of an account, the one seen last first.
package struct SessionList: Hashable, Sendable, Codable {
    package var sessions: [AccountSession]

    package init(sessions: [AccountSession]) { self.sessions = sessions }
}
