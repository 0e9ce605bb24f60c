import Foundation

/// The time of day, for rooms that are not handed a clock of their own.
package enum WallClock {
    /// Returns the milliseconds since 1970-01-01 UTC.
    @Sendable package static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
