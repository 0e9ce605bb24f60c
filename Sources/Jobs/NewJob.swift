/// Work to be queued.
package struct NewJob: Hashable, Sendable {
    package var id: Job.ID
    package var queue: String
    package var kind: String
    /// JSON, of which the queue knows nothing.
    package var payload: String
    /// The jobs that have to be completed before it; they are queued already
    /// or stand before it in the same call.
    package var dependsOn: [Job.ID]
    /// The higher goes first.
    package var priority: Int
    /// How often it may fail with a transient failure before it fails for good.
    package var maxAttempts: Int

    package init(
        id: Job.ID,
        queue: String,
        kind: String,
        payload: String,
        dependsOn: [Job.ID] = [],
        priority: Int = 0,
        maxAttempts: Int = 3
    ) {
        self.id = id
        self.queue = queue
        self.kind = kind
        self.payload = payload
        self.dependsOn = dependsOn
        self.priority = priority
        self.maxAttempts = maxAttempts
    }
}
