import Foundation
package import Networking

/// A bucket of a store that speaks as S3 does, as whoever runs the service says.
///
/// Nothing that anybody sends to the service changes where it asks.
package struct S3Settings: Hashable, Sendable {
    /// Such as `https://s3.eu-central-1.amazonaws.com`, without a path.
    package let endpoint: WebAddress
    package let region: String
    package let bucket: String
    package let accessKey: String
    package let secret: Secret
    /// Whether the bucket stands in the path rather than before the host.
    package let isPathStyle: Bool

    /// nil for an endpoint that has a path or that tokens could be read on the way
    /// to, or for names that no store has.
    package init?(
        endpoint: WebAddress,
        region: String,
        bucket: String,
        accessKey: String,
        secret: Secret,
        isPathStyle: Bool
    ) {
        let parts = URLComponents(string: endpoint.text)
        guard endpoint.isSecure || endpoint.isLoopback,
            let parts, parts.path.isEmpty || parts.path == "/", parts.query == nil,
            parts.fragment == nil,
            Self.isName(bucket, 3...63), Self.isName(region, 1...40),
            (1...128).contains(accessKey.utf8.count),
            accessKey.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") })
        else { return nil }
        self.endpoint = endpoint
        self.region = region
        self.bucket = bucket
        self.accessKey = accessKey
        self.secret = secret
        self.isPathStyle = isPathStyle
    }

    private static func isName(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }

    /// The host, and the port where it is not the usual one, as it is signed.
    var authority: String {
        let parts = URLComponents(string: endpoint.text)
        let host = parts?.host ?? endpoint.host
        let name = isPathStyle ? host : "\(bucket).\(host)"
        let usual = endpoint.isSecure ? 443 : 80
        guard let port = parts?.port, port != usual else { return name }
        return "\(name):\(port)"
    }

    /// Where an object lies below the host.
    func path(of key: String) -> String { (isPathStyle ? "/\(bucket)/" : "/") + key }
}
