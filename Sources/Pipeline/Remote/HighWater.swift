import Synchronization

/// The highest of the shares that were told from any thread.
final class HighWater: Sendable {
    private let mark = Mutex(0.0)

    var value: Double { mark.withLock { $0 } }

    func raise(to share: Double) {
        guard share.isFinite else { return }
        mark.withLock { $0 = max($0, min(share, 1)) }
    }
}
