package import Workspace

/// What came of one exchange with the service.
package struct Meeting: Hashable, Sendable {
    package var sentCount = 0
    package var takenCount = 0
    package var outcome = SharingOutcome()
    /// Whether the space gave no leave to write, so that nothing was sent.
    package var isReadOnly = false
    /// Whether files of the person's were written or removed.
    package var hasNewFiles = false
    /// Why records were not taken; they are kept here and not sent again.
    package var refusals: [String] = []
}
