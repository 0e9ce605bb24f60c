/// A signal that breaks down, in bursts.
package struct LookDigital: LookStage {
    /// Side of a block, in frame heights.
    package var block = 0.04
    /// How far slices of the picture jump sideways, in frame heights.
    package var slice = 0.0
    /// How far red and blue part, in frame heights.
    package var rgbSplit = 0.0
    /// Frames for which a burst drags the picture along.
    package var hold = 0.0
    /// How much of it is dragged.
    package var smear = 0.0
    /// Bursts a second.
    package var rate = 1.0
    /// How much of all this is seen.
    package var amount = 1.0

    package init() {}

    package static let fields = [
        LookField<LookDigital>("block", \.block, 0.004...0.25),
        LookField<LookDigital>("slice", \.slice, 0...0.5, scaled: true),
        LookField<LookDigital>("rgb_split", \.rgbSplit, 0...0.1, scaled: true),
        LookField<LookDigital>("hold", \.hold, 0...240),
        LookField<LookDigital>("smear", \.smear, 0...1, scaled: true),
        LookField<LookDigital>("rate", \.rate, 0.01...30),
        LookField<LookDigital>("amount", \.amount, 0...1),
    ]

    /// Weakens the shifts, and the share of blocks that break.
    func scaled(_ strength: Double) -> LookDigital {
        var digital = self
        digital.slice *= strength
        digital.rgbSplit *= strength
        digital.smear *= strength
        digital.amount *= strength
        return digital
    }
}
