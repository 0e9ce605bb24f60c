package import Editorial

/// Where records are shared: an account's own, or a team's.
package struct Space: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<Space>

    package var id: ID
    package var name: String
    package var isPersonal: Bool
    /// What the asking account may do there.
    package var role: SpaceRole

    package init(id: ID, name: String, isPersonal: Bool, role: SpaceRole) {
        self.id = id
        self.name = name
        self.isPersonal = isPersonal
        self.role = role
    }
}
