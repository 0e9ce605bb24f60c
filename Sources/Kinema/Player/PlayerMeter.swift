/// Counts how many pictures a second reach the terminal, over the last one.
struct PlayerMeter {
    private var times: [Double] = []

    mutating func shown(at now: Double) {
        times.append(now)
        times.removeAll { $0 < now - 1 }
    }

    /// Nil until there is enough to tell.
    var framesPerSecond: Int? {
        guard let first = times.first, let last = times.last, last - first > 0.3 else { return nil }
        return Int((Double(times.count - 1) / (last - first)).rounded())
    }
}
