import Synchronization

/// Milliseconds that pass when a test says so.
package final class FixtureClock: Sendable {
    private let now = Atomic(1_800_000_000_000)

    package init() {}

    package var read: @Sendable () -> Int { { self.now.load(ordering: .relaxed) } }

    package func advance(seconds: Int) { now.add(seconds * 1000, ordering: .relaxed) }
}
