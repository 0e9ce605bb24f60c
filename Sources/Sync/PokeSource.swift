/// What is told of a space that somebody listens to.
package enum Poke: Hashable, Sendable {
    /// Changes are told from now on.
    case opened
    /// The newest change.
    case changed(cursor: Int)
    /// These jobs of the service stand elsewhere than before.
    case moved(jobs: [String])
    /// Nothing is told any more, for a while.
    case closed
}

/// Something that tells when a space has changed.
///
/// Nothing depends on it: a poke that is lost is made good by asking.
package protocol PokeSource: Sendable {
    /// Tells what happens until the task is cancelled or nothing more can be told.
    ///
    /// - Throws: ``SyncError`` when it cannot listen any more; it may be asked again later.
    func listen(
        to space: String,
        hear: @escaping @Sendable (Poke) async -> Void
    ) async throws(SyncError)
}
