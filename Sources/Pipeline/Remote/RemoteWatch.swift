/// What a request tells while it is under way, and what it heeds.
struct RemoteWatch {
    /// Takes a share of 0…1 that was really done, and throws ``StepStopped``
    /// once the work is to stop.
    let report: (Double) throws -> Void
    /// Writes a line about the job.
    let log: (String) -> Void
    /// Whether the work is to stop; safe from any thread.
    let isStopped: @Sendable () -> Bool
    /// Whether the job is to be cancelled, and not just this worker to leave.
    let isCancelled: () -> Bool
    /// Shows the picture at a path, as far as it is made; the file goes afterwards.
    let show: (String) throws -> Void
}
