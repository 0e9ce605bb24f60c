/// When a workspace meets the service without being asked to.
package struct ExchangeRhythm: Sendable {
    /// After an edit.
    package var settling = Duration.milliseconds(600)
    /// While the service tells of changes by itself.
    package var poll = Duration.seconds(300)
    /// While it does not.
    package var lonelyPoll = Duration.seconds(20)
    /// After the first try that failed; it doubles with each that does.
    package var firstRetry = Duration.seconds(2)
    package var longestRetry = Duration.seconds(300)
    package var pause: @Sendable (Duration) async throws -> Void
    /// Draws from 0 to 1.
    package var random: @Sendable () -> Double

    package init(
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        },
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.pause = pause
        self.random = random
    }

    /// Returns a time that many who began at once do not share: a half to the whole of it.
    func jittered(_ time: Duration) -> Duration {
        time * (1 - 0.5 * min(max(random(), 0), 1))
    }
}
