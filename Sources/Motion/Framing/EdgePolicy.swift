/// What is done where a move would show more than the picture has; later cases do more.
package enum EdgePolicy: String, CaseIterable, Hashable, Sendable, Comparable {
    /// The frame is enlarged, and the move made smaller where that is not enough.
    case reframe
    /// What is left over shows the picture mirrored about its edge, out of focus.
    case mirror
    /// The picture is continued beyond its edges beforehand.
    case extend

    /// By which share of its half width and height a picture is continued.
    package static let margin = 0.12

    package static func < (a: EdgePolicy, b: EdgePolicy) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}
