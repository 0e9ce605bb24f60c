import Generation
import Networking

/// What an answer of no success means, in the service's own shape.
struct Refusal {
    var kind: ProviderError.Kind
    /// What the service said.
    var words: String?

    init(kind: ProviderError.Kind, words: String?) {
        self.kind = kind
        self.words = words
    }

    /// What the status alone tells, which is what most services hold to.
    init(_ reply: VendorReply, words: String?) {
        self.words = words
        switch reply.head.status {
        case 401: kind = .auth
        case 402: kind = .credits
        case 403: kind = .auth
        case 404, 410: kind = .modelGone
        case 400, 413, 415, 422: kind = .invalid(field: nil)
        case 429: kind = .throttled(retryAfter: reply.head.retryAfter)
        case 500...: kind = .transient
        default: kind = .fatal
        }
    }
}
