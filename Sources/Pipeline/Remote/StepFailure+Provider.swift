import Generation

extension StepFailure {
    init(_ error: ProviderError) {
        self.init(
            error.message,
            isTransient: error.isTransient,
            retryAfter: error.retryAfter,
            refusal: error.kind
        )
    }
}

extension ProviderError {
    /// Whether the service said no in words of its own, so that it is not at work on it.
    var isRefusal: Bool {
        switch kind {
        case .auth, .credits, .moderated, .invalid, .throttled, .modelGone: true
        case .expired, .transient, .fatal, .cancelled: false
        }
    }
}
