import Synchronization

/// The wish that a worker leave.
package final class Departure: Sendable {
    private let wishes = Atomic(0)

    package init() {}

    /// Asks once more.
    package func ask() { wishes.add(1, ordering: .releasing) }

    /// Whether nothing new is to be begun.
    package var isWished: Bool { wishes.load(ordering: .acquiring) > 0 }

    /// Whether what has begun is to be given back.
    package var isUrgent: Bool { wishes.load(ordering: .acquiring) > 1 }
}
