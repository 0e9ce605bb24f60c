extension AccountBodies {
    package struct ChangeName: Hashable, Sendable, Codable {
        package var name: String

        package init(name: String) { self.name = name }
    }

    package struct Preferences: Hashable, Sendable, Codable {
        /// The most of them, and the most bytes of a name and of a value.
        package static let limits = (count: 64, name: 64, value: 1024)

        package var values: [String: String]

        package init(values: [String: String]) { self.values = values }
    }

    package struct ChangeEmail: Hashable, Sendable, Codable {
        package var email: String
        /// The one of now: whoever found a terminal open does not have it.
        package var password: String

        package init(email: String, password: String) {
            self.email = email
            self.password = password
        }
    }

    package struct ConfirmEmail: Hashable, Sendable, Codable {
        package var token: String

        package init(token: String) { self.token = token }
    }

    package struct Close: Hashable, Sendable, Codable {
        package var password: String

        package init(password: String) { self.password = password }
    }
}
