import Dispatch
import Terminal

/// Signals as events of the main loop.
@MainActor
final class HeededSignals {
    private var watches: [SignalWatch] = []

    /// Calls `heed` on the main loop for each of these signals from now on, in
    /// place of what they would do.
    @discardableResult
    func on(_ numbers: [Int32], _ heed: @escaping @MainActor (Int32) -> Void) -> SignalWatch {
        let watch = SignalWatch(numbers, queue: .main) { number in
            MainActor.assumeIsolated { heed(number) }
        }
        watches.append(watch)
        return watch
    }
}
