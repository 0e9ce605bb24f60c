import Foundation

/// Where a request goes: an `http` or `https` address without a user's name in it.
///
/// Its description leaves out what follows the path, where signed addresses
/// carry what opens them.
package struct WebAddress: Hashable, Sendable {
    /// The whole address, as it is sent.
    package let text: String
    package let host: String
    package let isSecure: Bool
    let port: Int
    /// What a request asks its server for: the path, and what follows a `?`.
    let target: String
    private let path: String

    /// nil for anything else than a plain `http` or `https` address of at most
    /// 8 KB.
    package init?(_ text: String) {
        guard text.utf8.count <= 8192,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }),
            let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil
        else { return nil }
        self.text = text
        self.host = host.lowercased()
        isSecure = scheme == "https"
        port = parts.port ?? (scheme == "https" ? 443 : 80)
        path = parts.percentEncodedPath
        let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
        target = (path.isEmpty ? "/" : path) + query
    }

    /// Returns the address that a path below this one has, whether or not this
    /// one ends in a slash.
    ///
    /// Names and values of the query are spelled for it here.
    package func appending(_ path: String, query: [(String, String)] = []) -> WebAddress? {
        var base = self.text
        while base.hasSuffix("/") { base.removeLast() }
        let pairs = query.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }
        let tail = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return WebAddress(base + (path.hasPrefix("/") ? path : "/" + path) + tail)
    }

    /// Returns one part of a path or query with everything escaped that could end it.
    package static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// Returns where a `Location` header leads from here.
    package func following(_ location: String) -> WebAddress? {
        guard let base = URL(string: text),
            let url = URL(string: location, relativeTo: base)
        else { return nil }
        return WebAddress(url.absoluteString)
    }

    /// Whether both are of the same server, so that what one may know the other may.
    package func isSameOrigin(as other: WebAddress) -> Bool {
        host == other.host && port == other.port && isSecure == other.isSecure
    }

    /// The host, and the port where it is not the usual one.
    var authority: String { port == (isSecure ? 443 : 80) ? host : "\(host):\(port)" }

    /// The host without the brackets around numbers of IPv6.
    var bareHost: String { host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")) }

    /// Whether the host is numbers and no name.
    var isNumeric: Bool {
        var space = in6_addr()
        return inet_pton(AF_INET, bareHost, &space) == 1
            || inet_pton(AF_INET6, bareHost, &space) == 1
    }

    /// Whether it is this machine itself.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || host == "[::1]"
            || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}

extension WebAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        "\(isSecure ? "https" : "http")://\(authority)\(path)"
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
