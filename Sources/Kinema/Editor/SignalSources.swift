import Dispatch
import Glibc

/// Signals as events of the main loop.
@MainActor
final class SignalSources {
    private var sources: [any DispatchSourceSignal] = []

    /// Calls `heed` on the main loop for each of these signals from now on, in
    /// place of what they would do.
    func on(_ numbers: [Int32], _ heed: @escaping @MainActor (Int32) -> Void) {
        for number in numbers {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
            source.setEventHandler { MainActor.assumeIsolated { heed(number) } }
            source.resume()
            sources.append(source)
        }
    }
}
