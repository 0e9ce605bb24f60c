package import Editorial

/// Something that the service has made, as it stood when it was asked after.
package struct RemoteJob: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<RemoteJob>

    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case queued, running, completed, failed, cancelled
        /// It cannot be known whether the vendor took it; a person decides.
        case uncertain

        /// Whether nothing happens to it any more.
        package var isSettled: Bool { self != .queued && self != .running }
    }

    /// Why it was not made.
    package struct Failure: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// The service has no key for the vendor, or one that does not hold.
            case auth
            case credits
            case moderatedInput = "moderated_input"
            case moderatedOutput = "moderated_output"
            case invalid, throttled
            case modelGone = "model_gone"
            case expired, transient, fatal
        }

        package var kind: Kind
        /// What happened and what to do now, in one sentence for the reader.
        package var message: String

        package init(_ kind: Kind, _ message: String) {
            self.kind = kind
            self.message = message
        }
    }

    /// What came of it, a file of the space.
    package struct Result: Hashable, Sendable, Codable {
        /// The SHA-256 of its bytes, by which the space has it.
        package var asset: Asset.ID
        /// Such as `video/mp4`.
        package var type: String
        package var byteCount: Int

        package init(asset: Asset.ID, type: String, byteCount: Int) {
            self.asset = asset
            self.type = type
            self.byteCount = byteCount
        }
    }

    package var id: ID
    package var model: String
    package var prompt: String
    package var state: State
    /// From 0 to 1.
    package var progress: Double
    package var isCancelRequested: Bool
    /// What it is expected to cost, in millionths of a US dollar; nil where nobody knows.
    package var estimate: Int?
    /// What it cost, in the same, once it was charged for.
    package var cost: Int?
    /// Who asked for it; nil once the account is gone.
    package var account: AccountProfile.ID?
    package var createdAt: Timestamp
    package var startedAt: Timestamp?
    package var finishedAt: Timestamp?
    package var failure: Failure?
    package var result: Result?

    package init(
        id: ID,
        model: String,
        prompt: String,
        state: State,
        progress: Double,
        isCancelRequested: Bool = false,
        createdAt: Timestamp
    ) {
        self.id = id
        self.model = model
        self.prompt = prompt
        self.state = state
        self.progress = progress
        self.isCancelRequested = isCancelRequested
        self.createdAt = createdAt
    }
}

/// One line of what happened to a job.
package struct RemoteJobEvent: Hashable, Sendable, Codable {
    package var at: Timestamp
    /// What happened, such as `queued`, `claimed`, `rescued` or `completed`.
    package var what: String
    /// Where it stood afterwards.
    package var state: RemoteJob.State
    /// How often it was begun by then.
    package var attempt: Int
    /// The reason, where there is one to read.
    package var message: String?

    package init(
        at: Timestamp,
        what: String,
        state: RemoteJob.State,
        attempt: Int,
        message: String? = nil
    ) {
        self.at = at
        self.what = what
        self.state = state
        self.attempt = attempt
        self.message = message
    }
}
