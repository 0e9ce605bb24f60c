/// The grain of film.
package struct LookGrain: LookStage {
    /// Sigma of a grain, in thousandths of the frame's height.
    package var size = 1.0
    /// The standard deviation, in encoded values, in the midtones.
    package var amount = 0.0
    /// 1 is grey grain, 0 is grain of each colour's own.
    package var mono = 0.5
    /// The share that is left in black and white.
    package var shadow = 0.4

    package init() {}

    package static let fields = [
        LookField<LookGrain>("size", \.size, 0.2...8),
        LookField<LookGrain>("amount", \.amount, 0...0.4, scaled: true),
        LookField<LookGrain>("mono", \.mono, 0...1),
        LookField<LookGrain>("shadow", \.shadow, 0...1),
    ]
}
