import AccountAPI

/// A file that was not kept, not found, or could not be reached.
package struct AssetError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// There is none, or not for this account.
        case missing
        /// Not all of it is there, or it is not what it was said to be.
        case damaged
        /// A file of this type or size is not kept.
        case unsuitable
        /// The account may not do it.
        case forbidden
        /// The owner of the space keeps as much as they may.
        case overQuota
        /// What keeps the files does not answer, or is full; later it may.
        case unavailable
    }

    package let kind: Kind
    /// What happened and what to do now, in one sentence for the reader.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    /// Whether the same may succeed later, unchanged.
    package var isTransient: Bool { kind == .unavailable }

    static let missing = AssetError(.missing, "There is no such file, or it is not yours.")
    static let damaged = AssetError(
        .damaged,
        "What was sent is not the file that was announced; send it again."
    )

    init(_ refusal: Refusal) {
        let kind: Kind =
            switch refusal.problem.code {
            case .notFound: .missing
            case .forbidden, .unauthorized: .forbidden
            case .overQuota: .overQuota
            case .incomplete: .damaged
            case .unavailable, .failed, .tooMany: .unavailable
            default: .unsuitable
            }
        self.init(kind, refusal.problem.message)
    }
}

extension Refusal {
    init(_ error: AssetError) {
        switch error.kind {
        case .missing: self.init(.notFound, error.message)
        case .damaged: self.init(.incomplete, error.message)
        case .unsuitable: self.init(.badRequest, error.message)
        case .forbidden: self.init(.forbidden, error.message)
        case .overQuota: self.init(.overQuota, error.message)
        case .unavailable: self.init(.unavailable, error.message, retryAfter: 10)
        }
    }
}
