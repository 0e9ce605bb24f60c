/// One line of a request's head.
package struct HTTPHeader: Hashable, Sendable {
    package let name: String
    let value: Value

    enum Value: Hashable, Sendable {
        case plain(String)
        /// Sent only to the server that the request was made for.
        case secret(prefix: String, Secret, suffix: String)
    }

    /// - Precondition: The name is of letters, digits and hyphens.
    package init(_ name: String, _ value: String) {
        self.init(name, .plain(value))
    }

    /// A header that opens something; it is dropped when a redirect leads to another server.
    package init(_ name: String, _ prefix: String = "", secret: Secret, _ suffix: String = "") {
        self.init(name, .secret(prefix: prefix, secret, suffix: suffix))
    }

    private init(_ name: String, _ value: Value) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { Self.letters.contains($0) },
            "A header is named by letters, digits and hyphens."
        )
        self.name = name
        self.value = value
    }

    var isSecret: Bool { if case .secret = value { true } else { false } }

    /// The line as it is sent.
    var line: String { name + ": " + text }

    /// The value as it is sent; it can add no line of its own.
    var text: String {
        let text =
            switch value {
            case .plain(let text): text
            case .secret(let prefix, let secret, let suffix): prefix + secret.revealed + suffix
            }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
    }

    private static let letters = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-".utf8
    )
}
