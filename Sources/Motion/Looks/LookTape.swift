/// What a picture goes through on magnetic tape and a picture tube.
package struct LookTape: LookStage {
    /// Scan lines in the frame's height.
    package var lines = 240.0
    /// How dark the gaps between them are.
    package var lineAmount = 0.0
    /// How far colour lags to the right, in frame heights.
    package var chromaShift = 0.0
    /// Horizontal sigmas, in frame heights.
    package var chromaBlur = 0.0
    package var lumaBlur = 0.0
    /// Standard deviation, in encoded values.
    package var noise = 0.0
    /// The strength of a torn band that climbs once in four seconds.
    package var tracking = 0.0
    /// Standard deviation of each line's shift, in frame heights.
    package var jitter = 0.0
    /// The strength of the seam at the bottom, where the heads change.
    package var headSwitch = 0.0

    package init() {}

    package static let fields = [
        LookField<LookTape>("lines", \.lines, 32...2160),
        LookField<LookTape>("line_amount", \.lineAmount, 0...1, scaled: true),
        LookField<LookTape>("chroma_shift", \.chromaShift, -0.1...0.1, scaled: true),
        LookField<LookTape>("chroma_blur", \.chromaBlur, 0...0.1, scaled: true),
        LookField<LookTape>("luma_blur", \.lumaBlur, 0...0.1, scaled: true),
        LookField<LookTape>("noise", \.noise, 0...0.5, scaled: true),
        LookField<LookTape>("tracking", \.tracking, 0...1, scaled: true),
        LookField<LookTape>("jitter", \.jitter, 0...0.05, scaled: true),
        LookField<LookTape>("head_switch", \.headSwitch, 0...1, scaled: true),
    ]
}
