package import Editorial

/// Whose account it is, and what it may enter.
package struct AccountProfile: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<AccountProfile>

    package var id: ID
    package var email: String
    package var name: String
    package var createdAt: Timestamp
    package var spaces: [Space]
    /// The SHA-256 of the picture that stands for it; nil where there is none.
    package var picture: String?

    package init(
        id: ID,
        email: String,
        name: String,
        createdAt: Timestamp,
        spaces: [Space],
        picture: String? = nil
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.createdAt = createdAt
        self.spaces = spaces
        self.picture = picture
    }

    /// The space that is nobody else's.
    package var ownSpace: Space? { spaces.first { $0.isPersonal } }
}
