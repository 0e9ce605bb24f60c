/// How long to wait before a failed job is tried again.
package struct RetryPolicy: Hashable, Sendable {
    /// The wait after the first failure, in seconds; it doubles with each more.
    package var base: Double
    /// The longest wait of our own, in seconds.
    package var ceiling: Double
    /// The longest wait that the other side can ask for, in seconds.
    package var retryAfterCeiling: Double

    package init(base: Double = 2, ceiling: Double = 300, retryAfterCeiling: Double = 3600) {
        self.base = base
        self.ceiling = ceiling
        self.retryAfterCeiling = retryAfterCeiling
    }

    package static let standard = RetryPolicy()

    /// The most milliseconds that ``delay(after:tries:random:)`` returns.
    package var longestDelay: Int {
        Int((max(ceiling, retryAfterCeiling * 1.1) * 1000).rounded(.up))
    }

    /// Returns the milliseconds to wait.
    ///
    /// The upper half of the wait is drawn by lot, so that jobs that failed
    /// together do not come back together. A wait that the other side asked
    /// for is never shortened, only drawn out a little.
    ///
    /// `tries` counts the failures, this one included; `random` is from 0 to 1.
    package func delay(after failure: JobFailure, tries: Int, random: Double) -> Int {
        let lot = random.isFinite ? min(max(random, 0), 1) : 0.5
        var doubled = base
        for _ in 1..<max(2, min(tries, 32)) where tries > 1 { doubled *= 2 }
        let own = min(ceiling, doubled) * (0.5 + lot / 2)
        let asked = failure.retryAfter.flatMap { $0.isFinite ? max(0, $0) : nil } ?? 0
        let least = min(asked, retryAfterCeiling) * (1 + lot / 10)
        return Int((max(own, least) * 1000).rounded(.up))
    }
}
