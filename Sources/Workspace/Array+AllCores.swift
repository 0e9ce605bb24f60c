import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Returns what `transform` makes of each element, in order, made on all
    /// cores; for work that somebody waits for.
    ///
    /// - Throws: One of the errors of `transform`.
    func onAllCores<Result: Sendable>(
        _ transform: @Sendable (Element) throws -> Result
    ) throws -> [Result] {
        // Large enough that handing out costs nothing beside the work.
        let part = 32
        let parts = (count + part - 1) / part
        guard parts > 1 else { return try map(transform) }
        let done = Mutex<[Int: Swift.Result<[Result], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { place in
            let elements = self[(place * part)..<Swift.min(count, (place + 1) * part)]
            let made = Swift.Result { try elements.map(transform) }
            done.withLock { $0[place] = made }
        }
        let results = done.withLock { $0 }
        return try (0..<parts).flatMap { try results[$0]?.get() ?? [] }
    }
}
