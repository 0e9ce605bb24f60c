/// One piece of work in the queue, as it stood when it was read.
package struct Job: Hashable, Sendable, Identifiable {
    package let id: JobID
    /// What kind of worker takes it, such as `video-synthesis`.
    package let queue: String
    /// Whose service it calls, if any: such jobs share that service's limits.
    package let provider: String?
    /// What is to be done, such as `take.video`.
    package let kind: String
    /// JSON, of which the queue knows nothing.
    package let payload: String
    /// The name that all jobs of one asking share.
    package let batch: String?
    package let state: JobState
    /// The higher goes first.
    package let priority: Int
    /// How much work it is, in units of its kind's own.
    package let work: Double
    /// How often it was started since it was queued or retried by hand.
    package let attempt: Int
    /// From 0 to 1.
    package let progress: Double
    /// What it is doing at the moment, for the reader.
    package let note: String?
    /// Why it failed or was cancelled, or why it is tried again.
    package let failure: JobFailure?
    package let isCancelRequested: Bool
    /// What the other side gave for what was submitted to it.
    package let ticket: String?
    /// Milliseconds since 1970.
    package let createdAt: Int
    /// When it may begin, in milliseconds since 1970.
    package let runAt: Int
    /// When the latest attempt began, in milliseconds since 1970.
    package let startedAt: Int?
    /// When it settled, in milliseconds since 1970.
    package let finishedAt: Int?
}
