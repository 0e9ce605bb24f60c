/// The picture's luma, or a scale of colours by luma, laid over it.
package struct LookTone: LookStage {
    package struct Stop: Hashable, Sendable {
        /// 0 to 1, rising from stop to stop.
        package var luma: Double
        package var colour: LookColour

        package init(luma: Double, colour: LookColour) {
            self.luma = luma
            self.colour = colour
        }
    }

    /// Weights of red, green and blue, as a coloured filter before
    /// panchromatic film has them.
    package var mono = SIMD3(0.2126, 0.7152, 0.0722)
    /// From black to white, in OkLab between stops; empty is grey.
    package var map: [Stop] = []
    package var amount = 0.0

    package init() {}

    package static let fields = [
        LookField<LookTone>("amount", \.amount, 0...1, scaled: true)
    ]
}
