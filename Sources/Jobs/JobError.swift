import Database

/// Something the queue could not do for a worker.
package enum JobError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another worker has the job now, or it was settled: whatever this one
    /// still does must leave no trace.
    case leaseLost

    package var description: String {
        switch self {
        case .leaseLost: "This worker lost its job to another one; it leaves it alone."
        }
    }

    /// Whether the queue may do later what it could not do now, because its
    /// database is busy or does not answer.
    package static func isPassing(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.kind.isTransient == true
    }
}
