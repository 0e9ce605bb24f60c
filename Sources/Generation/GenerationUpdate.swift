/// What became of a request so far.
package enum GenerationUpdate: Hashable, Sendable {
    /// `ahead` says how many are served first, where that is told.
    case queued(ahead: Int?)
    /// `progress` runs from 0 to 1; nil where the service does not tell.
    case running(progress: Double?)
    /// The results, the first being the one that is kept, and what it really
    /// cost where that is told.
    case completed([GenerationOutput], cost: Money?)
    case failed(ProviderError)
    case cancelled
}
