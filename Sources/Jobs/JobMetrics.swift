/// How a queue is doing.
package struct JobMetrics: Hashable, Sendable {
    /// What was measured of one kind of job.
    package struct Pace: Hashable, Sendable {
        /// How many of the last ones were looked at.
        package let count: Int
        /// Milliseconds for one unit of work.
        package let millisecondsPerUnit: Double
    }

    /// How many jobs are in each state but the completed, by queue.
    package let counts: [String: [JobState: Int]]
    /// Milliseconds that the job which has been available longest has waited.
    package let longestWait: Int
    /// What was completed in the last hour.
    package let completedLastHour: Int
    package let paces: [String: Pace]

    /// Returns the milliseconds a job still takes once it runs; nil when
    /// nothing was ever measured.
    ///
    /// A job that is well under way tells its own pace.
    package func millisecondsLeft(of job: Job, now: Int) -> Double? {
        let usual = paces[job.kind].map { $0.millisecondsPerUnit * max(0, job.work) }
        guard job.state == .running, let startedAt = job.startedAt else {
            return job.state.isSettled ? 0 : usual
        }
        let elapsed = Double(max(0, now - startedAt))
        if job.progress > 0.05 { return elapsed * (1 - job.progress) / job.progress }
        return usual.map { max(0, $0 - elapsed) }
    }
}
