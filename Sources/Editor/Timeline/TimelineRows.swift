package import Editorial

/// A shot as the timeline shows it.
package struct ShotItem: Hashable, Sendable, Identifiable {
    package let shot: Shot
    /// Its place, counted from 1.
    package let number: Int
    package let takeCount: Int
    package let isSelected: Bool
    /// Whether a take of it is queued or running.
    package let isBusy: Bool

    package var id: Shot.ID { shot.id }
}

/// A take of the selected shot as the timeline shows it.
package struct TakeRow: Hashable, Sendable, Identifiable {
    package let take: Take
    /// Whether the timeline's cursor is on it.
    package let isCurrent: Bool
    /// Whether it stands for the shot.
    package let isSelected: Bool
    /// Whether its film is what the preview shows.
    package let isShown: Bool

    package var id: Take.ID { take.id }
}
