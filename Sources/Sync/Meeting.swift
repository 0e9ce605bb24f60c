package import Workspace

/// What came of one exchange with the service.
package struct Meeting: Hashable, Sendable {
    package var sentCount = 0
    package var takenCount = 0
    package var outcome = SharingOutcome()
}
