/// A request that got no answer, or an answer that could not be taken.
package struct HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// No server of that name, or none that listens: nothing was sent.
        case unreachable
        /// The connection broke, or the answer ended early.
        case interrupted
        /// Nothing came for too long.
        case timedOut
        /// The server could not prove who it is: nothing was sent.
        case untrusted
        case tooLarge
        /// The server would not take it, and answered with this status.
        case refused(status: Int)
        /// It leads elsewhere than it may.
        case badRedirect
        /// What came is not what was promised by its checksum or length.
        case damaged
        /// A file of ours could not be read or written.
        case file
        case cancelled
        case other
    }

    package let kind: Kind
    /// What happened, to which server, and what to do now, in one sentence.
    package let message: String
    /// Whether the other side may have heard the request.
    package var mayHaveArrived: Bool

    init(_ kind: Kind, _ message: String, mayHaveArrived: Bool = false) {
        self.kind = kind
        self.message = message
        self.mayHaveArrived = mayHaveArrived
    }

    static let cancelled = HTTPError(.cancelled, "The request was cancelled.", mayHaveArrived: true)

    /// Whether the same request may succeed later, unchanged.
    package var isTransient: Bool {
        switch kind {
        case .unreachable, .interrupted, .timedOut: true
        case .untrusted, .refused, .tooLarge, .badRedirect, .damaged, .file, .cancelled, .other:
            false
        }
    }

    package var description: String { message }
}
