/// One line of a job's history.
package struct JobEvent: Hashable, Sendable {
    /// Milliseconds since 1970.
    package let at: Int
    /// What happened; nil when the job was queued.
    package let transition: JobTransition?
    /// Where it stood afterwards.
    package let state: JobState
    package let attempt: Int
    /// Who took it, where somebody did.
    package let owner: JobOwner?
    /// The reason, where there is one to read.
    package let note: String?
}
