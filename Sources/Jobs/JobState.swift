/// Where a job stands.
package enum JobState: String, CaseIterable, Hashable, Codable, Sendable {
    /// Other jobs have to be completed first.
    case waiting
    /// Is to begin at a set time.
    case scheduled
    /// Any worker may take it.
    case available
    /// A worker has it under a lease.
    case running
    /// Failed for the moment and is tried again at a set time.
    case retrying
    case completed
    case failed
    case cancelled
    /// It cannot be known whether what was paid for went through; a person decides.
    case uncertain

    /// Whether nothing happens to it any more unless somebody asks.
    package var isSettled: Bool {
        switch self {
        case .completed, .failed, .cancelled, .uncertain: true
        case .waiting, .scheduled, .available, .running, .retrying: false
        }
    }

    /// Whether it ended without its work being done, and may be asked for again.
    package var isStopped: Bool {
        switch self {
        case .failed, .cancelled, .uncertain: true
        case .waiting, .scheduled, .available, .running, .retrying, .completed: false
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
            .freedForLater: .scheduled,
            .cancelled: .cancelled,
        ],
        .scheduled: [
            .due: .available,
            .cancelled: .cancelled,
        ],
        .available: [
            .claimed: .running,
            .cancelled: .cancelled,
        ],
        .running: [
            .completed: .completed,
            .failed: .failed,
            .postponed: .retrying,
            .released: .available,
            .rescued: .available,
            .poisoned: .failed,
            .doubted: .uncertain,
            .cancelled: .cancelled,
        ],
        .retrying: [
            .due: .available,
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
        .uncertain: [
            .retried: .available,
            .confirmed: .available,
            .cancelled: .cancelled,
        ],
        .completed: [:],
    ]
}
