package import AccountAPI
import Networking
import Workspace

/// Something that did not come about between this machine and the account service.
package struct SyncError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// Nobody is signed in, or the session was ended.
        case signedOut
        /// The service does not answer.
        case offline
        /// The person denied it, or took too long.
        case denied
        /// The service would not do it.
        case refused(AccountProblem.Code)
        /// Something of this machine could not be read or written.
        case local
        /// What came is not what the service says.
        case malformed
        case cancelled
    }

    package let kind: Kind
    /// What happened, to which thing, and what to do now, in one sentence.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    /// Whether the same may succeed later, unchanged.
    package var isTransient: Bool {
        switch kind {
        case .offline, .refused(.tooMany), .refused(.unavailable), .refused(.failed): true
        case .signedOut, .denied, .refused, .local, .malformed, .cancelled: false
        }
    }

    static let signedOut = SyncError(
        .signedOut,
        "Nobody is signed in, or the session has ended; run “kinema login”."
    )

    init(_ error: HTTPError) {
        switch error.kind {
        case .cancelled: self.init(.cancelled, error.message)
        case .tooLarge, .badRedirect, .damaged: self.init(.malformed, error.message)
        default: self.init(error.isTransient ? .offline : .local, error.message)
        }
    }

    init(_ error: WorkspaceError) { self.init(.local, error.message) }
}
