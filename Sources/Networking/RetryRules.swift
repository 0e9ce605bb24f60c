/// When a request is sent again, and after how long.
///
/// What was throttled or met no server is always sent again; what may have been
/// heard only when hearing it twice does no harm.
package struct RetryRules: Hashable, Sendable {
    /// How often a request is sent, the first time included.
    package var attempts: Int
    /// The wait after the first attempt; it doubles with each more.
    package var base: Duration
    package var ceiling: Duration
    /// A server that asks for a longer wait is not waited for here: whoever
    /// asked decides.
    package var patience: Duration

    package init(
        attempts: Int = 4,
        base: Duration = .milliseconds(500),
        ceiling: Duration = .seconds(8),
        patience: Duration = .seconds(20)
    ) {
        self.attempts = attempts
        self.base = base
        self.ceiling = ceiling
        self.patience = patience
    }

    /// What came of an attempt, as far as it matters here.
    enum Outcome {
        case status(Int, retryAfter: Double?)
        case failure(HTTPError)
    }

    /// Returns how long to wait before the next attempt; nil when there is to be none.
    ///
    /// `random`, from 0 to 1, shortens the wait by up to a half, but never below
    /// what the server asked for.
    func delay(
        after outcome: Outcome,
        attempt: Int,
        repetition: HTTPRequest.Repetition,
        random: Double
    ) -> Duration? {
        guard attempt < attempts else { return nil }
        var asked = Duration.zero
        switch outcome {
        case .status(429, let retryAfter):
            asked = .seconds(retryAfter ?? 0)
        case .status(let status, let retryAfter):
            guard [500, 502, 503, 504].contains(status), repetition == .harmless else { return nil }
            asked = .seconds(retryAfter ?? 0)
        case .failure(let error):
            guard error.isTransient else { return nil }
            guard repetition == .harmless || !error.mayHaveArrived else { return nil }
        }
        guard asked <= patience else { return nil }
        let grown = base * (1 << min(attempt - 1, 16))
        return max(min(grown, ceiling) * (1 - 0.5 * min(max(random, 0), 1)), asked)
    }
}
