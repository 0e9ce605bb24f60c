package import Editorial

/// How the workspace stands to the account that it is shared by.
package struct AccountStanding: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case syncing
        case synced(at: Timestamp)
        /// The service does not answer since a time of day, such as `14:05`.
        case offline(since: String)
        /// The session has ended.
        case expired
        /// Trying again changes nothing; the sentence says what to do.
        case halted(String)
    }

    package var phase: Phase
    /// The service, as a person would name it.
    package var server: String
    package var email: String
    /// How many records wait to be sent.
    package var waitingCount: Int
    /// How many fields were changed on both sides, with nobody having chosen.
    package var conflictCount: Int
    /// Whether what is changed here stays here, as the team gave no leave to write.
    package var isReadOnly: Bool
    package var files = Files()

    /// The files that are on their way.
    package struct Files: Hashable, Sendable {
        /// How many are still to be sent.
        package var sendingCount: Int
        /// The one that is being fetched, which somebody waits for.
        package var fetched: String?
        /// How much of the one that is under way is there.
        package var percent: Int?
        /// Why the last one was not taken or did not come.
        package var refusal: String?

        package init(
            sendingCount: Int = 0,
            fetched: String? = nil,
            percent: Int? = nil,
            refusal: String? = nil
        ) {
            self.sendingCount = sendingCount
            self.fetched = fetched
            self.percent = percent
            self.refusal = refusal
        }
    }

    package init(
        phase: Phase,
        server: String,
        email: String = "",
        waitingCount: Int = 0,
        conflictCount: Int = 0,
        isReadOnly: Bool = false
    ) {
        self.phase = phase
        self.server = server
        self.email = email
        self.waitingCount = waitingCount
        self.conflictCount = conflictCount
        self.isReadOnly = isReadOnly
    }
}
