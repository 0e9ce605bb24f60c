/// Work to be queued.
package struct NewJob: Hashable, Sendable {
    package var id: Job.ID
    package var queue: String
    package var kind: String
    /// JSON, of which the queue knows nothing.
    package var payload: String
    /// Whose service it calls, if any: such jobs share that service's limits.
    package var provider: String?
    /// The name that all jobs of one asking share.
    package var batch: String?
    /// Of the jobs that are not settled, one alone may have this key.
    package var uniqueKey: String?
    /// The jobs that have to be completed before it; they are queued already
    /// or stand before it in the same call.
    package var dependsOn: [Job.ID]
    /// The higher goes first.
    package var priority: Int
    /// How often it may fail with a transient failure before it fails for good.
    package var maxAttempts: Int
    /// The earliest time to begin, in milliseconds since 1970.
    package var runAt: Int?
    /// How much work it is, in units of its kind's own: what is measured of
    /// one job tells how long another takes.
    package var work: Double

    package init(
        id: Job.ID,
        queue: String,
        kind: String,
        payload: String,
        provider: String? = nil,
        batch: String? = nil,
        uniqueKey: String? = nil,
        dependsOn: [Job.ID] = [],
        priority: Int = 0,
        maxAttempts: Int = 3,
        runAt: Int? = nil,
        work: Double = 1
    ) {
        self.id = id
        self.queue = queue
        self.kind = kind
        self.payload = payload
        self.provider = provider
        self.batch = batch
        self.uniqueKey = uniqueKey
        self.dependsOn = dependsOn
        self.priority = priority
        self.maxAttempts = maxAttempts
        self.runAt = runAt
        self.work = work
    }
}
