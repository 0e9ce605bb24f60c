import Foundation

extension HTTPClient {
    /// Downloads into a file, which appears at `path` only when it is whole.
    ///
    /// What comes lies beside it until then, and an attempt that ends early,
    /// of this process or an earlier one, is taken up where it ended when the
    /// server can tell that the bytes are still the same. Memory stays flat.
    ///
    /// `source` names what is downloaded; it stays the same between attempts
    /// even where the address, which may be signed, does not.
    ///
    /// - Returns: The answer's head, with no body; for a status that is none of
    ///   success nothing is written, and the body is what the server said.
    package func download(
        _ request: HTTPRequest,
        to path: String,
        source: String,
        report: @escaping @Sendable (HTTPProgress) -> Void = { _ in }
    ) async throws(HTTPError) -> HTTPReply {
        try await repeating(request) { request throws(HTTPError) in
            let file = Handed(ResumableFile(path, source: source, limit: request.limits.byteCount))
            var ranged = request
            ranged.headers += file.value.resumption()
            let (head, complaint) = try await self.send(ranged, to: file, report: report)
            if head.status == 416 {
                // It is shorter than what has come, so it is another one now.
                file.value.discard()
                throw HTTPError(
                    .interrupted,
                    "The file changed while it was downloaded; try again."
                )
            }
            guard head.isSuccess else { return HTTPReply(head: head, body: complaint) }
            guard file.value.isWhole else {
                throw HTTPError(.interrupted, "The download ended early; try again.")
            }
            _ = try file.value.finish()
            return HTTPReply(head: head, body: Data())
        }
    }
}
