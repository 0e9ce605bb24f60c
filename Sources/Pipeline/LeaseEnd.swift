import Jobs

/// How a worker ends its part in a job that it did not complete.
struct LeaseEnd {
    let queue: JobQueue
    let lease: Lease

    /// Gives the job back unharmed, or cancels it where that was asked for.
    func giveBack() throws {
        do {
            try queue.release(lease)
        } catch JobError.leaseLost {
            // Another worker has the job now, which is all that was wanted.
        }
    }

    /// Writes down why it could not be done.
    func fail(_ failure: StepFailure) throws {
        do {
            try queue.fail(
                lease,
                JobFailure(
                    message: failure.message,
                    isTransient: failure.isTransient,
                    retryAfter: failure.retryAfter
                ),
                random: Double.random(in: 0..<1)
            )
        } catch JobError.leaseLost {
            // Another worker has the job now, and its outcome is the one that counts.
        }
    }
}
