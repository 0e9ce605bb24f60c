import Foundation

/// Chance that depends on what it is asked for alone, so that any frame can be
/// made before any other.
struct LookRandom {
    let seed: UInt32

    /// Returns a number from 0 to 1, the same for the same keys.
    func unit(_ keys: UInt32...) -> Double {
        Double(hash(keys) >> 8) * 0x1p-24
    }

    func hash(_ keys: [UInt32]) -> UInt32 {
        keys.reduce(LookRandom.mixed(seed)) {
            LookRandom.mixed($0 ^ LookRandom.mixed($1 &+ 0x9E37_79B9))
        }
    }

    private static func mixed(_ value: UInt32) -> UInt32 {
        var v = value
        v ^= v >> 16
        v = v &* 0x7FEB_352D
        v ^= v >> 15
        v = v &* 0x846C_A68B
        return v ^ v >> 16
    }

    /// Returns noise of mean 0 and standard deviation 1 whose frequencies end
    /// at `hz`: eight sines.
    func wave(_ key: UInt32, hz: Double, at seconds: Double) -> Double {
        var sum = 0.0
        for index in 0..<8 {
            let index32 = UInt32(index)
            let frequency = hz * (0.18 + 0.82 * (Double(index) + unit(key, index32, 1)) / 8)
            let phase = unit(key, index32, 2) * 2 * .pi
            sum += sin(2 * .pi * frequency * seconds + phase)
        }
        return sum / 2
    }
}
