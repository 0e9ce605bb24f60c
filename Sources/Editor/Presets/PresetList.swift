import Editorial

/// What the presets panel remembers.
package struct PresetList: Hashable, Sendable {
    package var filter = TextField()
    package var collapsed: Set<PresetSection> = [.recent]
    /// The row the cursor is on.
    package var selection: PresetRow.ID?
    /// The ids of the presets that were used last, as they are listed.
    package internal(set) var recent: [String] = []
    /// The same as it is by now.
    var used: [String] = []
    /// What was deleted last, to be put back.
    var deleted: String?
    /// A preset that is about to come in, which the cursor then goes to.
    var awaited: String?
    /// The strengths that presets outside the shot's motion were set to, by id.
    var strengths: [String: Double] = [:]

    /// The strength a preset would be picked with.
    package func strength(of preset: String) -> Double {
        strengths[preset] ?? MotionChoice.defaultStrength
    }
}
