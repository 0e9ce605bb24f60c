/// What became of a request so far.
package enum GenerationUpdate: Hashable, Sendable {
    /// `ahead` says how many are served first, where that is told.
    case queued(ahead: Int?)
    /// `progress` runs from 0 to 1; nil where the service does not tell.
    ///
    /// `preview` is what is to be seen of it so far, a picture in the landing
    /// directory by its name, when there is a new one.
    case running(progress: Double?, preview: String? = nil)
    /// The results, the first being the one that is kept, and what it really
    /// cost where that is told.
    case completed([GenerationOutput], cost: Money?)
    case failed(ProviderError)
    case cancelled
}
