/// How frames between two of a film's are made.
package enum FrameRateMethod: String, CaseIterable, Hashable, Sendable {
    /// The frame shown at the time, again.
    case duplicate
    /// Both neighbours, mixed by their distance in time.
    case blend
    /// What moves is put where it was at the time.
    case motion
}
