package import Editorial

/// How a workspace that is shared stands to the service.
package struct SharingStanding: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case syncing
        case synced(at: Timestamp)
        /// The service does not answer.
        case offline(since: Timestamp)
        /// The session has ended; somebody must sign in again.
        case expired
        /// Trying again changes nothing; the sentence says what to do.
        case halted(String)
    }

    package var phase: Phase
    /// How many records wait to be sent.
    package var waitingCount = 0
    /// How many fields were changed on both sides and not looked at yet.
    package var conflictCount = 0
    /// Whether what is changed here stays here, as the team gave no leave to write.
    package var isReadOnly = false

    /// How often files of the person's were written or removed so far.
    package var fileChangeCount = 0

    package init(phase: Phase) { self.phase = phase }
}
