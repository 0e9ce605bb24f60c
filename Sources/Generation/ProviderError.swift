/// A request a provider did not carry out.
package struct ProviderError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// No key, or one that does not hold.
        case auth
        /// Nothing left to pay with.
        case credits
        case moderated(Stage)
        /// A value that the service does not take.
        case invalid(field: String?)
        /// Too much was asked for at a time; the seconds to leave it alone, where told.
        case throttled(retryAfter: Double?)
        /// The service has no such model, or has it no more.
        case modelGone
        /// The result was there and is not any more.
        case expired
        /// May succeed later, unchanged.
        case transient
        /// Will not succeed unchanged.
        case fatal
        case cancelled

        package enum Stage: String, Hashable, Sendable { case input, output }
    }

    package let kind: Kind
    /// What happened and what to do about it, in one sentence.
    package let message: String
    /// Whether the service may be at work on it, or may charge for it, all the same.
    package let mayHaveArrived: Bool

    /// The message may hold what a service said: it is made harmless here.
    package init(_ kind: Kind, _ message: String, mayHaveArrived: Bool = false) {
        self.kind = kind
        self.message = message.harmless(limit: 600)
        self.mayHaveArrived = mayHaveArrived
    }

    /// Whether the same request may succeed later, unchanged.
    package var isTransient: Bool {
        switch kind {
        case .throttled, .transient: true
        case .auth, .credits, .moderated, .invalid, .modelGone, .expired, .fatal, .cancelled: false
        }
    }

    package var retryAfter: Double? {
        if case .throttled(let seconds) = kind { seconds } else { nil }
    }

    package var description: String { message }
}
