import CCurl
import Foundation

/// Hands letters to a mail server (SMTP, RFC 5321).
package struct MailSubmission: Sendable {
    package let server: MailServer
    private let password: Secret?

    package init(_ server: MailServer, password: Secret?) {
        self.server = server
        self.password = password
    }

    /// Hands over one letter, spelled as RFC 5322 says; blocks its thread until
    /// the server has taken it on.
    ///
    /// - Throws: ``HTTPError``, of kind `refused` with the server's own status;
    ///   from 500 on it will never take this letter.
    package func send(
        _ letter: [UInt8],
        from sender: String,
        to recipient: String
    ) throws(HTTPError) {
        // What stands between the angle brackets could else be another command.
        guard Self.isAddress(sender), Self.isAddress(recipient) else {
            throw HTTPError(.refused(status: 553), "That is no mail address; write another.")
        }
        guard let handle = CurlLoop.handle() else {
            throw HTTPError(.other, "There is not enough memory to talk to \(server.host).")
        }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        let reader = LetterReader(letter)
        setUp(handle)
        ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>")
        ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
        ccurl_set_bytes(handle, CURLOPT_READFUNCTION, letterWanted)
        ccurl_set_pointer(
            handle,
            CURLOPT_READDATA,
            Unmanaged.passUnretained(reader).toOpaque()
        )
        let code = withExtendedLifetime(reader) { curl_easy_perform(handle) }
        guard code != CURLE_OK else { return }
        let status = ccurl_long(handle, CURLINFO_RESPONSE_CODE)
        guard status >= 400 else {
            throw HTTPError(curl: code, host: server.host, mayHaveArrived: false)
        }
        throw HTTPError(
            .refused(status: status),
            "\(server.host) did not take a mail (\(status)); check its settings."
        )
    }

    private func setUp(_ handle: UnsafeMutableRawPointer) {
        ccurl_set_text(handle, CURLOPT_URL, server.address)
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        ccurl_set_long(handle, CURLOPT_SSLVERSION, ccurl_tls_1_2)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, 15_000)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, 60_000)
        if server.secrecy == .startTLS {
            ccurl_set_long(handle, CURLOPT_USE_SSL, ccurl_tls_always)
        }
        if let user = server.user { ccurl_set_text(handle, CURLOPT_USERNAME, user) }
        if let password { ccurl_set_text(handle, CURLOPT_PASSWORD, password.revealed) }
    }

    private static func isAddress(_ text: String) -> Bool {
        text.utf8.allSatisfy { (33...126).contains($0) }
            && !text.contains { "<>,;:\\\"()[]".contains($0) } && text.contains("@")
            && text.utf8.count <= 254
    }
}

/// A letter, and how much of it the server has been given.
private final class LetterReader {
    private let letter: [UInt8]
    private var offset = 0

    init(_ letter: [UInt8]) { self.letter = letter }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, letter.count - offset)
        letter.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
        }
        offset += count
        return count
    }
}

private func letterWanted(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
) -> Int {
    guard let pointer else { return Int(CURL_READFUNC_ABORT) }
    return Unmanaged<LetterReader>.fromOpaque(pointer).takeUnretainedValue()
        .read(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
}
