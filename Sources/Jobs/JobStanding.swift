package import Database

/// How far a job has come: as much of it as a list of many thousand shows.
package struct JobStanding: Hashable, Sendable {
    package let state: JobState
    /// How often it was started since it was queued or retried by hand.
    package let attempt: Int
    /// From 0 to 1.
    package let progress: Double
    /// Why it failed or was cancelled, or why it is tried again.
    package let failure: JobFailure?
    /// Milliseconds since 1970.
    package let createdAt: Int
    /// When the latest attempt began, in milliseconds since 1970.
    package let startedAt: Int?
    /// When it settled, in milliseconds since 1970.
    package let finishedAt: Int?

    /// The columns of `job` that a statement is to give for it.
    package static let columns = [
        "state", "attempt", "progress", "error", "created_at", "started_at", "finished_at",
    ].map { "job.\($0)" }.joined(separator: ", ")

    /// Reads a row that has ``columns``.
    ///
    /// - Throws: ``DatabaseError`` where it holds what no queue wrote.
    package init(_ row: SQLRow) throws(DatabaseError) {
        let name = try row.text("state")
        guard let state = JobState(rawValue: name) else {
            throw DatabaseError(
                kind: .corrupt,
                message: "The database is damaged: no job is “\(name)”; restore it from a backup."
            )
        }
        self.state = state
        attempt = try row.integer("attempt")
        progress = try row.real("progress")
        failure = try row.optionalText("error").map(JobFailure.init(stored:))
        createdAt = try row.integer("created_at")
        startedAt = try row.optionalInteger("started_at")
        finishedAt = try row.optionalInteger("finished_at")
    }
}
