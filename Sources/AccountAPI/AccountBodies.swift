/// The bodies of what is asked about accounts, one nested type a route.
package enum AccountBodies {
    package struct SignUp: Hashable, Sendable, Codable {
        package var email: String
        package var password: String
        package var name: String

        package init(email: String, password: String, name: String) {
            self.email = email
            self.password = password
            self.name = name
        }
    }

    package struct Verify: Hashable, Sendable, Codable {
        package var token: String
        /// The one that was chosen when signing up.
        package var password: String

        package init(token: String, password: String) {
            self.token = token
            self.password = password
        }
    }

    package struct AskReset: Hashable, Sendable, Codable {
        package var email: String

        package init(email: String) { self.email = email }
    }

    package struct Reset: Hashable, Sendable, Codable {
        package var token: String
        package var password: String

        package init(token: String, password: String) {
            self.token = token
            self.password = password
        }
    }

    package struct SignIn: Hashable, Sendable, Codable {
        package var email: String
        package var password: String
        /// What the session is listed as.
        package var device: String

        package init(email: String, password: String, device: String) {
            self.email = email
            self.password = password
            self.device = device
        }
    }

    package struct ChangePassword: Hashable, Sendable, Codable {
        package var current: String
        package var new: String

        package init(current: String, new: String) {
            self.current = current
            self.new = new
        }
    }

    /// The answer where nothing but a sentence is told.
    package struct Said: Hashable, Sendable, Codable {
        package var message: String

        package init(message: String) { self.message = message }
    }
}
