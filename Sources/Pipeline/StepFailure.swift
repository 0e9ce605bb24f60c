import Generation
import Media

/// A step that could not be carried out.
struct StepFailure: Error, Sendable {
    /// What happened, to which thing, and what to do now, in one sentence.
    let message: String
    /// Whether the same step may succeed later, unchanged.
    let isTransient: Bool
    /// The seconds for which the other side asked to be left alone.
    let retryAfter: Double?
    /// How a service refused, where one did.
    let refusal: ProviderError.Kind?

    init(
        _ message: String,
        isTransient: Bool = false,
        retryAfter: Double? = nil,
        refusal: ProviderError.Kind? = nil
    ) {
        self.message = message
        self.isTransient = isTransient
        self.retryAfter = retryAfter
        self.refusal = refusal
    }

    /// Tells any error of the rooms below in the words of a step.
    init(_ error: any Error) {
        switch error {
        case let failure as StepFailure: self = failure
        case let media as MediaError:
            self.init(media.message, isTransient: media.kind == .outOfMemory)
        default: self.init("\(error)", isTransient: true)
        }
    }
}

/// The step was asked to stop, or its lease went to another worker.
struct StepStopped: Error {}
