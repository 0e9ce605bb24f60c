/// Numbers drawn from a seed and a purpose, the same wherever they are drawn.
struct SketchRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt32, purpose: UInt32) {
        state = UInt64(seed) << 32 | UInt64(purpose &* 2_654_435_761)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Draws a number of a half-open range.
    mutating func number(_ lower: Double, _ upper: Double) -> Double {
        lower + (upper - lower) * Double(next() >> 11) / 9_007_199_254_740_992
    }
}
