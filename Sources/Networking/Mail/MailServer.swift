import Foundation

/// A mail server that takes letters to be sent on.
package struct MailServer: Hashable, Sendable {
    /// How what is said to it is kept from others.
    package enum Secrecy: Hashable, Sendable {
        /// TLS from the first byte on.
        case tls
        /// TLS before anything that matters is said; a server without it is told nothing.
        case startTLS
        /// None, which is for this machine alone.
        case none
    }

    package let host: String
    package let port: Int
    package let user: String?
    package let secrecy: Secrecy

    /// Reads `smtp://user@mail.example.org:587` or `smtps://…`; nil for anything
    /// else, also where a password stands in it.
    package init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.password == nil, parts.path.isEmpty || parts.path == "/", parts.query == nil,
            parts.fragment == nil, parts.scheme == "smtp" || parts.scheme == "smtps",
            text.utf8.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        let isTLS = parts.scheme == "smtps"
        let port = parts.port ?? (isTLS ? 465 : 587)
        guard (1...65_535).contains(port) else { return nil }
        self.host = host
        self.port = port
        user = parts.user
        let isHere = ["localhost", "127.0.0.1", "[::1]"].contains(host)
        secrecy = isTLS ? .tls : isHere ? .none : .startTLS
    }

    var address: String { "\(secrecy == .tls ? "smtps" : "smtp")://\(host):\(port)/kinema" }
}
