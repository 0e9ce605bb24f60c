/// How far work has come since it began, which is all that its end can be told by.
package struct Pace: Hashable, Sendable {
    /// From 0 to 1.
    package let progress: Double
    package let startedAt: Timestamp

    package init(_ progress: Double, since startedAt: Timestamp) {
        self.progress = progress
        self.startedAt = startedAt
    }

    /// Returns the seconds that are left; nil until there is a pace to go by.
    package func secondsLeft(at now: Timestamp) -> Double? {
        guard progress > 0.02 else { return nil }
        return now.seconds(since: startedAt) * (1 - progress) / progress
    }
}
