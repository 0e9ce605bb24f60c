import Editorial

/// What the presets panel remembers.
package struct PresetList: Hashable, Sendable {
    package var filter = TextField()
    package var collapsed: Set<PresetSection> = []
    /// The row the cursor is on.
    package var selection: PresetRow.ID?
    /// The strengths that presets outside the shot's motion were set to, by id.
    var strengths: [String: Double] = [:]

    /// The strength a preset would be picked with.
    package func strength(of preset: String) -> Double {
        strengths[preset] ?? MotionChoice.defaultStrength
    }
}
