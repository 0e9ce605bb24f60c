/// What can happen to a job.
package enum JobTransition: String, CaseIterable, Hashable, Sendable {
    /// Its last dependency was completed.
    case freed
    /// Its last dependency was completed before the time that was set for it.
    case freedForLater
    /// The time that was set for it has come.
    case due
    case claimed
    case completed
    /// It failed for good.
    case failed
    /// It failed and is tried again later.
    case postponed
    /// Its worker gave it back unharmed.
    case released
    /// Its worker died; another may take it.
    case rescued
    /// Its worker died once too often.
    case poisoned
    /// It cannot be known whether what was paid for went through.
    case doubted
    /// Somebody said that it went through, and gave the ticket.
    case confirmed
    case cancelled
    /// Somebody asked for it again, and nothing is in its way.
    case retried
    /// Somebody asked for it again, and its dependencies are not completed.
    case retriedInTurn
}
