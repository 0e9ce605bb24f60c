/// What happens to a job, decided in values: no clock, no chance, no database.
///
/// Each rule returns what happened, or nil, and changes nothing, when it
/// cannot happen in the state the job is in.
extension JobRecord {
    /// A job that stopped its worker this often is not given to another.
    static let rescueLimit = 3

    mutating func free() -> JobTransition? {
        enter(.freed)
    }

    /// The lease holds for `lease` milliseconds.
    mutating func claim(by worker: JobOwner, now: Int, lease: Int) -> JobTransition? {
        guard !isCancelRequested, runAt <= now, let done = enter(.claimed) else { return nil }
        owner = worker.description
        leaseExpiresAt = now + lease
        token += 1
        attempt += 1
        startedAt = now
        progress = 0
        note = nil
        failure = nil
        return done
    }

    mutating func complete(now: Int) -> JobTransition? {
        guard let done = enter(.completed) else { return nil }
        progress = 1
        finishedAt = now
        return done
    }

    /// Fails for good or for now; when cancelling was asked for, that is what
    /// happens instead.
    mutating func fail(
        _ reason: JobFailure,
        now: Int,
        random: Double,
        policy: RetryPolicy
    ) -> JobTransition? {
        if isCancelRequested { return cancel(reason: nil, now: now) }
        let tries = max(1, attempt - rescues)
        let isRetried = reason.isTransient && tries < maxAttempts
        guard let done = enter(isRetried ? .postponed : .failed) else { return nil }
        failure = reason
        if isRetried {
            runAt = now + policy.delay(after: reason, tries: tries, random: random)
        } else {
            finishedAt = now
        }
        return done
    }

    mutating func cancel(reason: JobFailure?, now: Int) -> JobTransition? {
        guard let done = enter(.cancelled) else { return nil }
        failure = reason
        finishedAt = now
        return done
    }

    /// Gives the job back; the attempt does not count.
    mutating func release(now: Int) -> JobTransition? {
        guard let done = enter(.released) else { return nil }
        attempt = max(0, attempt - 1)
        runAt = now
        progress = 0
        note = nil
        return done
    }

    /// Its worker died.
    mutating func rescue(now: Int) -> JobTransition? {
        if isCancelRequested { return cancel(reason: nil, now: now) }
        let isPoison = rescues + 1 >= Self.rescueLimit
        guard let done = enter(isPoison ? .poisoned : .rescued) else { return nil }
        rescues += 1
        progress = 0
        note = nil
        runAt = now
        if isPoison {
            failure = JobFailure(
                message: "It stopped the worker three times, so it was given up; "
                    + "change what is asked for, or retry."
            )
            finishedAt = now
        }
        return done
    }

    /// Starts the count of attempts anew.
    ///
    /// `inTurn` says whether it has to wait for others again.
    mutating func retry(inTurn: Bool, now: Int) -> JobTransition? {
        guard let done = enter(inTurn ? .retriedInTurn : .retried) else { return nil }
        attempt = 0
        rescues = 0
        runAt = now
        progress = 0
        note = nil
        failure = nil
        isCancelRequested = false
        startedAt = nil
        finishedAt = nil
        return done
    }

    private mutating func enter(_ transition: JobTransition) -> JobTransition? {
        guard let next = state.after(transition) else { return nil }
        state = next
        owner = nil
        leaseExpiresAt = nil
        return transition
    }
}
