/// The bodies of what is asked about spaces and who is in them.
package enum SpaceBodies {
    package struct Make: Hashable, Sendable, Codable {
        package var name: String

        package init(name: String) { self.name = name }
    }

    package struct Member: Hashable, Sendable, Codable {
        package var account: AccountProfile.ID
        package var name: String
        package var email: String
        package var role: SpaceRole

        package init(account: AccountProfile.ID, name: String, email: String, role: SpaceRole) {
            self.account = account
            self.name = name
            self.email = email
            self.role = role
        }
    }

    package struct MemberList: Hashable, Sendable, Codable {
        package var members: [Member]

        package init(members: [Member]) { self.members = members }
    }

    package struct ChangeRole: Hashable, Sendable, Codable {
        package var role: SpaceRole

        package init(role: SpaceRole) { self.role = role }
    }

    package struct Invite: Hashable, Sendable, Codable {
        /// Whom the link is sent to, who alone may take it; anybody with the link may without.
        package var email: String?
        package var role: SpaceRole

        package init(email: String?, role: SpaceRole) {
            self.email = email
            self.role = role
        }
    }

    package struct Invitation: Hashable, Sendable, Codable {
        /// What opens the space, once; a secret.
        package var token: String

        package init(token: String) { self.token = token }
    }

    package struct Transfer: Hashable, Sendable, Codable {
        package var account: AccountProfile.ID

        package init(account: AccountProfile.ID) { self.account = account }
    }
}
