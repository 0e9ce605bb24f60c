/// What a shake's random numbers depend on.
struct ShakeKey: Hashable, Sendable {
    let seed: UInt32
    let style: UInt32
    let channel: UInt32

    /// Returns a number in 0..<1, the same one for the same index.
    func share(_ index: Int) -> Double {
        var word = UInt64(seed) << 32 | UInt64(style) << 24 | UInt64(channel) << 16
        word ^= UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15
        // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        word ^= word >> 31
        return Double(word >> 11) * 0x1p-53
    }
}
