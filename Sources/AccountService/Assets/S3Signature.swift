import Crypto
import Foundation
import Networking

/// Signs addresses as S3 wants them: AWS Signature Version 4, in the query.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
struct S3Signature: Sendable {
    let settings: S3Settings

    /// Returns an address that may be asked once or often, for so many seconds
    /// from a moment in seconds since 1970.
    ///
    /// `headers` have to be sent as they are; their names are in small letters.
    /// What the body holds is not signed.
    func address(
        _ method: String,
        _ key: String,
        query: [(String, String)] = [],
        headers: [String: String] = [:],
        at now: Int,
        seconds: Int
    ) -> String {
        let time = Self.time(now)
        let scope = "\(time.prefix(8))/\(settings.region)/s3/aws4_request"
        let signed = headers.merging(["host": settings.authority]) { own, _ in own }
            .sorted { $0.key < $1.key }
        let names = signed.map(\.key).joined(separator: ";")
        let all =
            query + [
                ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
                ("X-Amz-Credential", "\(settings.accessKey)/\(scope)"), ("X-Amz-Date", time),
                ("X-Amz-Expires", "\(min(max(1, seconds), 7 * 86_400))"),
                ("X-Amz-SignedHeaders", names),
            ]
        let spelled = all.map { (WebAddress.escaped($0.0), WebAddress.escaped($0.1)) }
            .sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let path = settings.path(of: key).split(separator: "/", omittingEmptySubsequences: false)
            .map { WebAddress.escaped(String($0)) }.joined(separator: "/")
        let request =
            [method, path, spelled] + signed.map { "\($0.key):\($0.value)" }
            + ["", names, "UNSIGNED-PAYLOAD"]
        let text = [
            "AWS4-HMAC-SHA256", time, scope,
            SHA256.hash(data: Data(request.joined(separator: "\n").utf8)).hexadecimal,
        ]
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(text.joined(separator: "\n").utf8),
            using: dayKey(String(time.prefix(8)))
        )
        let scheme = settings.endpoint.isSecure ? "https" : "http"
        return "\(scheme)://\(settings.authority)\(path)?\(spelled)"
            + "&X-Amz-Signature=\(code.hexadecimal)"
    }

    /// The key of a day, of the region and of S3 alone.
    private func dayKey(_ day: String) -> SymmetricKey {
        var key = Data("AWS4\(settings.secret.revealed)".utf8)
        for part in [day, settings.region, "s3", "aws4_request"] {
            key = Data(
                HMAC<SHA256>.authenticationCode(
                    for: Data(part.utf8),
                    using: SymmetricKey(data: key)
                )
            )
        }
        return SymmetricKey(data: key)
    }

    /// Such as `20130524T000000Z`.
    private static func time(_ now: Int) -> String {
        Date(timeIntervalSince1970: Double(now)).formatted(
            Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        )
    }

}
