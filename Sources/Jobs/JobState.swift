/// Where a job stands.
package enum JobState: String, CaseIterable, Hashable, Codable, Sendable {
    /// Other jobs have to be completed first.
    case waiting
    /// Any worker may take it.
    case available
    /// Failed for the moment and is tried again at a set time.
    case scheduled
    /// A worker has it under a lease.
    case running
    case completed
    case failed
    case cancelled

    /// Whether nothing happens to it any more unless somebody asks.
    package var isSettled: Bool {
        switch self {
        case .completed, .failed, .cancelled: true
        case .waiting, .available, .scheduled, .running: false
        }
    }

    /// Returns the state after something happened; nil when it cannot happen now.
    package func after(_ transition: JobTransition) -> JobState? {
        JobState.table[self]?[transition]
    }

    /// Every change there is; what is not listed is refused.
    private static let table: [JobState: [JobTransition: JobState]] = [
        .waiting: [
            .freed: .available,
            .cancelled: .cancelled,
        ],
        .available: [
            .claimed: .running,
            .cancelled: .cancelled,
        ],
        .scheduled: [
            .claimed: .running,
            .cancelled: .cancelled,
        ],
        .running: [
            .completed: .completed,
            .failed: .failed,
            .postponed: .scheduled,
            .released: .available,
            .rescued: .available,
            .poisoned: .failed,
            .cancelled: .cancelled,
        ],
        .failed: [
            .retried: .available,
            .retriedInTurn: .waiting,
        ],
        .cancelled: [
            .retried: .available,
            .retriedInTurn: .waiting,
        ],
        .completed: [:],
    ]
}
