import CLibCrypto
import Foundation

/// What an answer's bytes were, of which none is kept but the first.
package struct HTTPDigest: Hashable, Sendable {
    package let byteCount: Int
    /// The SHA-256 in small hexadecimal digits.
    package let sha256: String
    package let beginning: [UInt8]
}

extension HTTPClient {
    /// Reads an answer to its end and tells what it was; memory stays flat.
    ///
    /// `beginning` is how many of the first bytes are told.
    ///
    /// - Returns: The head, with what the server said for a status that is none
    ///   of success, and the digest for one that is.
    package func digest(
        of request: HTTPRequest,
        beginning count: Int
    ) async throws(HTTPError) -> (reply: HTTPReply, digest: HTTPDigest?) {
        let sink = Handed(DigestSink(limit: request.limits.byteCount, beginning: count))
        let reply = try await repeating(request) { request throws(HTTPError) in
            let (head, complaint) = try await self.send(request, to: sink, report: { _ in })
            guard head.isSuccess else { return HTTPReply(head: head, body: complaint) }
            guard sink.value.isWhole else {
                throw HTTPError(.interrupted, "The answer ended early; try again.")
            }
            return HTTPReply(head: head, body: Data())
        }
        return (reply, reply.head.isSuccess ? sink.value.digest() : nil)
    }
}

/// Hashes an answer as it comes.
private final class DigestSink: HTTPSink {
    private let limit: Int
    private let beginningCount: Int
    private var context: OpaquePointer?
    private var beginning: [UInt8] = []
    private var count = 0
    private var total: Int?

    init(limit: Int, beginning count: Int) {
        self.limit = limit
        beginningCount = count
    }

    deinit { EVP_MD_CTX_free(context) }

    func begin(_ head: HTTPHead) throws(HTTPError) {
        EVP_MD_CTX_free(context)
        context = clibcrypto_begin_sha256()
        (beginning, count, total) = ([], 0, head.contentLength)
        guard context != nil else { throw HTTPError(.other, "There is no memory for a hash.") }
        if let total, total > limit { throw .tooLarge(limit) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        guard count + bytes.count <= limit else { throw .tooLarge(limit) }
        beginning += bytes.prefix(max(0, beginningCount - beginning.count))
        count += bytes.count
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    var progress: (done: Int, total: Int?) { (count, total) }
    var isWhole: Bool { total.map { $0 == count } ?? true }

    func digest() -> HTTPDigest {
        var sum = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &sum, nil)
        return HTTPDigest(
            byteCount: count,
            sha256: Digest.hexadecimal(sum),
            beginning: beginning
        )
    }
}
