/// A preset in a draft, with how much of it.
package struct MotionChoice: Hashable, Codable, Sendable {
    /// The strength a preset is picked with: enough to be felt, short of its full move.
    package static let defaultStrength = 0.6

    /// The preset's id, such as `dolly-in`.
    package var preset: String
    /// 0 leaves the picture untouched, 1 is the move as written.
    package var strength: Double

    package init(preset: String, strength: Double = defaultStrength) {
        self.preset = preset
        self.strength = strength
    }
}
