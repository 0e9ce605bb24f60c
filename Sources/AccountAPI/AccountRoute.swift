/// One thing that the account service can be asked for.
package struct AccountRoute: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET", post = "POST", put = "PUT", delete = "DELETE"
    }

    /// Who may ask.
    package enum Access: Hashable, Sendable {
        case anyone
        /// Whoever shows an access token.
        case account
        /// Whoever has an address that was signed for it.
        case address
    }

    /// What is sent with it.
    package enum Body: Hashable, Sendable {
        case none, json, form, bytes
    }

    /// Unique for ever, such as `session.list`.
    package let id: String
    package let method: Method
    /// Names in braces stand for one part of the path each.
    package let path: String
    package let access: Access
    package let body: Body
    /// What it does, in one sentence.
    package let summary: String

    /// Returns the path with its names filled in, in their order.
    ///
    /// - Precondition: There is one value, a word without slashes, for each name.
    package func path(_ values: String...) -> String {
        var left = values[...]
        let parts = path.split(separator: "/").map { part -> String in
            guard part.hasPrefix("{") else { return String(part) }
            guard let value = left.popFirst() else {
                preconditionFailure("\(id) wants more values for its path.")
            }
            return value
        }
        precondition(left.isEmpty, "\(id) wants fewer values for its path.")
        return "/" + parts.joined(separator: "/")
    }
}
