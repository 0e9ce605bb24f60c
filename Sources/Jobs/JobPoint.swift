/// A moment in the life of a job at which a process may die.
///
/// A test that kills at every one of them proves that none matters.
package struct JobPoint: Hashable, Sendable, CustomStringConvertible {
    package enum Operation: String, CaseIterable, Sendable {
        case claim, complete, fail, release, doubt, submit, ticket, renew, progress
        case rescue, cancel, retry, confirm, move, limit, schedule, clean
    }

    /// How far a transaction is.
    package enum Stage: String, CaseIterable, Sendable {
        case before, begun, written, committed
    }

    package let operation: Operation
    package let stage: Stage

    package var description: String { "\(operation.rawValue).\(stage.rawValue)" }
}
