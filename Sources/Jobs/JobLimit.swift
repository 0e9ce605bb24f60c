import Database

/// How much of something may be worked on: of everything, of a queue, or of
/// what calls one service.
package struct JobLimit: Hashable, Sendable {
    /// What it is about: `all`, `queue:NAME` or `provider:NAME`.
    package let name: String
    /// Nothing new is begun; what runs goes on.
    package var isPaused = false
    /// The most jobs at a time; nil for any number.
    package var concurrency: Int?
    /// How many may begin each second, over time; nil for any number.
    package var rate: Double?
    /// How many may begin at once after a rest.
    package var burst: Double = 1
    /// What is left of the burst, as of `filledAt`.
    var tokens: Double = 1
    var filledAt = 0

    package init(_ name: String) { self.name = name }

    package static let everything = "all"
    package static func queue(_ name: String) -> String { "queue:\(name)" }
    package static func provider(_ name: String) -> String { "provider:\(name)" }

    /// Returns how many more jobs may begin now.
    func allowance(running: Int, now: Int) -> Int {
        if isPaused { return 0 }
        var allowance = Int.max
        if let concurrency { allowance = min(allowance, max(0, concurrency - running)) }
        if rate != nil { allowance = min(allowance, Int(level(at: now) + 1e-9)) }
        return allowance
    }

    /// Takes what begins out of the bucket.
    mutating func take(_ count: Int, now: Int) {
        guard rate != nil else { return }
        tokens = max(0, level(at: now) - Double(count))
        filledAt = now
    }

    /// Returns how full the bucket is; a clock that was set back takes nothing away.
    private func level(at now: Int) -> Double {
        let seconds = Double(max(0, now - filledAt)) / 1000
        return min(max(1, burst), tokens + seconds * max(0, rate ?? 0))
    }
}

extension JobLimit {
    init(_ row: SQLRow) throws(DatabaseError) {
        name = try row.text("name")
        isPaused = try row.flag("is_paused")
        concurrency = try row.optionalInteger("concurrency")
        rate = try row.optionalReal("rate")
        burst = try row.real("burst")
        tokens = try row.real("tokens")
        filledAt = try row.integer("filled_at")
    }
}
