import AccountAPI
import Generation
import Sync

extension ProviderError {
    /// What the account service did not do, as any other service would say it.
    init(_ error: SyncError) {
        let kind: Kind =
            switch error.kind {
            case .signedOut, .denied: .auth
            case .offline: .transient
            case .refused(.limitReached): .credits
            case .refused(.tooMany): .throttled(retryAfter: nil)
            case .refused(.badRequest), .refused(.tooLarge): .invalid(field: nil)
            case .refused(.notFound): .expired
            case .refused(.unavailable), .refused(.failed): .transient
            case .refused, .local, .malformed: .fatal
            case .cancelled: .cancelled
            }
        self.init(kind, error.message)
    }

    /// Why the service's own vendor did not make it.
    init(_ failure: RemoteJob.Failure) {
        let kind: Kind =
            switch failure.kind {
            // The key is the service's, and nobody here can do anything about it.
            case .auth, .fatal: .fatal
            case .credits: .credits
            case .moderatedInput: .moderated(.input)
            case .moderatedOutput: .moderated(.output)
            case .invalid: .invalid(field: nil)
            case .throttled: .throttled(retryAfter: nil)
            case .modelGone: .modelGone
            case .expired: .expired
            case .transient: .transient
            }
        self.init(kind, failure.message)
    }
}
