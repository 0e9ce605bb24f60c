/// How a shot stands in the film: which of its frames are in it, how it comes
/// in, and what is marked.
package struct Cut: Hashable, Codable, Sendable {
    /// The frames of the shot that the film has; nil is all of them.
    package var trim: Trim?
    /// How it comes in from the shot before; nil is a cut.
    package var transition: Transition?
    /// Ascending by frame, one at a frame.
    package var markers: [Marker]

    package init(trim: Trim? = nil, transition: Transition? = nil, markers: [Marker] = []) {
        self.trim = trim
        self.transition = transition
        self.markers = markers
    }
}

/// A part of a shot, in its own frames; half-open.
package struct Trim: Hashable, Codable, Sendable {
    package var first: FrameIndex
    package var count: Int

    /// - Precondition: There is at least one frame, and none before 0.
    package init(first: FrameIndex, count: Int) {
        precondition(first.value >= 0 && count > 0, "A trimmed shot has a frame.")
        self.first = first
        self.count = count
    }

    package var end: FrameIndex { first.advanced(by: count) }

    /// Returns the part of it that lies within a shot of this many frames; nil
    /// when that is all of the shot, or none.
    package func held(to total: Int) -> Trim? {
        let first = min(first.value, total)
        let end = min(end.value, total)
        guard end > first, end - first < total else { return nil }
        return Trim(first: FrameIndex(first), count: end - first)
    }
}

/// How one shot turns into the next.
package struct Transition: Hashable, Codable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case dissolve
        /// Through black, and through white.
        case fade, flash
        case wipe, push

        /// Whether both shots are seen meanwhile, so that the film is shorter by it.
        package var overlaps: Bool { self != .fade && self != .flash }

        /// The name a person reads.
        package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    package var kind: Kind
    /// For how long both shots are seen.
    package var duration: RationalTime

    package init(_ kind: Kind, duration: RationalTime = RationalTime(1, 2)) {
        self.kind = kind
        self.duration = duration
    }
}

/// A frame with a name.
package struct Marker: Hashable, Codable, Sendable {
    /// Counted from the shot's first frame.
    package var frame: FrameIndex
    package var name: String

    package init(_ frame: FrameIndex, _ name: String = "") {
        self.frame = frame
        self.name = name
    }
}
