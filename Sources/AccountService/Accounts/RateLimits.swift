import AccountAPI
import Synchronization

/// How often one of a kind may ask: so many at once, and one more each so many milliseconds.
struct RateRule: Hashable, Sendable {
    let name: String
    let burst: Int
    let refill: Int

    /// Sign-ins from one network address.
    static let signInByAddress = RateRule(name: "sign-in-address", burst: 30, refill: 6000)
    /// Sign-ins to one account, whether or not it exists.
    static let signInByAccount = RateRule(name: "sign-in-account", burst: 10, refill: 60_000)
    /// Mails to one address, whether or not it has an account.
    static let mail = RateRule(name: "mail", burst: 4, refill: 600_000)
    /// Whatever makes the service send mails or keep something, from one network address.
    static let requestByAddress = RateRule(name: "request-address", burst: 30, refill: 10_000)
    /// What an account has the service make.
    static let job = RateRule(name: "job", burst: 120, refill: 1000)
    /// Guesses of what a terminal shows, from one network address.
    static let userCode = RateRule(name: "user-code", burst: 15, refill: 20_000)
}

/// Counts who asks how often.
///
/// It is of this process alone: behind several, a limit is that many times higher.
final class RateLimits: Sendable {
    private struct Key: Hashable {
        let rule: String
        let who: String
    }

    /// As full as it will be at a time; empty is zero.
    private struct Bucket {
        var level: Double
        var at: Int
    }

    private static let capacity = 100_000
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// Counts one asking.
    ///
    /// - Throws: ``Refusal`` of code `too_many` with the seconds to wait.
    func take(_ rule: RateRule, _ who: String, now: Int) throws(Refusal) {
        let wait = buckets.withLock { buckets -> Int? in
            if buckets.count >= Self.capacity {
                // Those that have been quiet longest cannot be near a limit.
                let horizon = now - 3_600_000
                buckets = buckets.filter { $0.value.at > horizon }
                if buckets.count >= Self.capacity { buckets.removeAll() }
            }
            let key = Key(rule: rule.name, who: who)
            var bucket = buckets[key] ?? Bucket(level: 0, at: now)
            let drained = Double(max(0, now - bucket.at)) / Double(rule.refill)
            bucket = Bucket(level: max(0, bucket.level - drained), at: now)
            guard bucket.level + 1 <= Double(rule.burst) else {
                buckets[key] = bucket
                let over = bucket.level + 1 - Double(rule.burst)
                return max(1, Int((over * Double(rule.refill) / 1000).rounded(.up)))
            }
            bucket.level += 1
            buckets[key] = bucket
            return nil
        }
        guard let wait else { return }
        throw Refusal(
            .tooMany,
            "That was asked too often; try again in \(wait) seconds.",
            retryAfter: wait
        )
    }
}
