/// What can happen to a job.
package enum JobTransition: String, CaseIterable, Hashable, Sendable {
    /// Its last dependency was completed.
    case freed
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
    case cancelled
    /// Somebody asked for it again, and nothing is in its way.
    case retried
    /// Somebody asked for it again, and its dependencies are not completed.
    case retriedInTurn
}
