/// Lets progress through at most four times a second, and never backwards.
struct ProgressGate {
    /// Milliseconds between two writes.
    static let interval = 250

    private var last: Int?
    private var highest = 0.0

    /// Returns what to write at `now`, in milliseconds, or nil when it can wait.
    mutating func pass(_ progress: Double, at now: Int) -> Double? {
        highest = max(highest, min(1, progress))
        if let last, now - last < Self.interval { return nil }
        last = now
        return highest
    }
}
