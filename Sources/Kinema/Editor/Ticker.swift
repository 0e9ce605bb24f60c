import Dispatch

/// Lets time pass for as long as something moves, and keeps no timer else.
@MainActor
final class Ticker {
    private var interval: Duration?
    private var timer: (any DispatchSourceTimer)?
    private let tick: @MainActor () -> Void

    init(_ tick: @escaping @MainActor () -> Void) { self.tick = tick }

    /// Ticks this often from now on; nil stops it.
    func keep(_ wanted: Duration?) {
        guard wanted != interval else { return }
        interval = wanted
        timer?.cancel()
        timer = nil
        guard let wanted else { return }
        let (seconds, attoseconds) = wanted.components
        let milliseconds = max(5, Int(attoseconds / 1_000_000_000_000_000) + Int(seconds) * 1000)
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(
            deadline: .now() + .milliseconds(milliseconds),
            repeating: .milliseconds(milliseconds)
        )
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.tick() } }
        timer.resume()
        self.timer = timer
    }
}
