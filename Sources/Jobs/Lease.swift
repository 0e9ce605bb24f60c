/// A worker's right to one job, until it is lost.
///
/// Every write of a worker is held against its lease, so that a worker that
/// was thought dead and comes back changes nothing.
package struct Lease: Hashable, Sendable {
    package let job: Job.ID
    package let owner: JobOwner
    /// The job's place in its table.
    let sequence: Int
    /// Differs between any two leases of a job.
    let token: Int
}

/// A job and the right to work on it.
package struct LeasedJob: Hashable, Sendable {
    package let job: Job
    package let lease: Lease
}

/// What became of a lease.
package enum LeaseStatus: Hashable, Sendable {
    case held(cancelRequested: Bool)
    /// The job belongs to another worker or is settled.
    case lost
}
