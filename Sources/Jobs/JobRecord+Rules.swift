/// What happens to a job, decided in values: no clock, no chance, no database.
///
/// Each rule returns what happened, or nil, and changes nothing, when it
/// cannot happen in the state the job is in.
extension JobRecord {
    /// All that it needs is completed.
    ///
    /// A job for which nobody set a time may run at once, even by a clock that
    /// is behind the one it was queued by.
    mutating func free(now: Int) -> JobTransition? {
        enter(runAt > max(now, createdAt) ? .freedForLater : .freed)
    }

    /// Its time has come.
    ///
    /// Nothing waits longer than `longest` milliseconds to be tried again, so what seems to was
    /// put off by a clock that has been set back since.
    mutating func fallDue(now: Int, longest: Int) -> JobTransition? {
        let isAstray = state == .retrying && runAt > now + longest
        return runAt <= now || isAstray ? enter(.due) : nil
    }

    /// The lease holds for `lease` milliseconds.
    mutating func claim(by worker: JobOwner, now: Int, lease: Int) -> JobTransition? {
        guard !isCancelRequested, let done = enter(.claimed) else { return nil }
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
    ///
    /// A failure that may pass while something paid for is being sent leaves
    /// open whether it arrived.
    mutating func fail(
        _ reason: JobFailure,
        now: Int,
        random: Double,
        policy: RetryPolicy
    ) -> JobTransition? {
        guard state == .running else { return nil }
        if isSubmitting, reason.isTransient { return doubt(reason, now: now) }
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

    /// Leaves it to a person whether what was paid for went through.
    mutating func doubt(_ reason: JobFailure, now: Int) -> JobTransition? {
        guard let done = enter(.doubted) else { return nil }
        failure = reason
        finishedAt = now
        return done
    }

    /// What was paid for went through: the next attempt goes on from its ticket.
    mutating func confirm(ticket: String, now: Int) -> JobTransition? {
        guard let done = enter(.confirmed) else { return nil }
        begin(now: now)
        self.ticket = ticket
        return done
    }

    mutating func cancel(reason: JobFailure?, now: Int) -> JobTransition? {
        guard let done = enter(.cancelled) else { return nil }
        failure = reason
        finishedAt = now
        return done
    }

    /// Gives the job back; the attempt does not count.
    ///
    /// One that is to be cancelled is cancelled.
    mutating func release(now: Int) -> JobTransition? {
        guard state == .running else { return nil }
        if isSubmitting { return doubt(.openSubmission, now: now) }
        if isCancelRequested { return cancel(reason: nil, now: now) }
        guard let done = enter(.released) else { return nil }
        attempt = max(0, attempt - 1)
        runAt = now
        progress = 0
        note = nil
        return done
    }

    /// Its worker died, or was silent for longer than its lease.
    ///
    /// A worker that is known to live took no harm from the job, so its
    /// silence does not count against it. After `limit` deaths no other worker
    /// is given the job.
    mutating func rescue(now: Int, isOwnerAlive: Bool, limit: Int) -> JobTransition? {
        guard state == .running else { return nil }
        if isSubmitting { return doubt(.openSubmission, now: now) }
        if isCancelRequested { return cancel(reason: nil, now: now) }
        let isPoison = !isOwnerAlive && rescues + 1 >= limit
        guard let done = enter(isPoison ? .poisoned : .rescued) else { return nil }
        if isOwnerAlive { attempt = max(0, attempt - 1) } else { rescues += 1 }
        progress = 0
        note = nil
        runAt = now
        if isPoison {
            failure = .poison
            finishedAt = now
        }
        return done
    }

    /// Starts the count of attempts anew.
    ///
    /// `inTurn` says whether it has to wait for others again. What was
    /// submitted and has its ticket is not submitted again.
    mutating func retry(inTurn: Bool, now: Int) -> JobTransition? {
        guard let done = enter(inTurn ? .retriedInTurn : .retried) else { return nil }
        begin(now: now)
        return done
    }

    private mutating func begin(now: Int) {
        attempt = 0
        rescues = 0
        runAt = now
        progress = 0
        note = nil
        failure = nil
        isCancelRequested = false
        startedAt = nil
        finishedAt = nil
    }

    private mutating func enter(_ transition: JobTransition) -> JobTransition? {
        guard let next = state.after(transition) else { return nil }
        state = next
        owner = nil
        leaseExpiresAt = nil
        isSubmitting = false
        return transition
    }
}

extension JobFailure {
    fileprivate static let poison = JobFailure(
        message: "It stopped the worker three times, so it was given up; "
            + "change what is asked for, or retry."
    )

    static let openSubmission = JobFailure(
        message: "The worker stopped while a paid request was on its way, so it cannot be known "
            + "whether it was taken; look at the service’s own list, then retry or confirm it."
    )
}
