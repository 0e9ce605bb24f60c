import Foundation

/// A sine over the shot's time.
///
/// It swells in and dies away within the shot, so that it starts and ends at
/// rest; in a loop, which has neither start nor end, it keeps its height.
package struct SineWave: Hashable, Sendable {
    /// How often it swings in the shot; a whole number in a loop.
    package var cycles: Double
    /// In the channel's unit; for focal, the share by which it grows.
    package var amplitude: Double
    /// Degrees.
    package var phase: Double
    package var loops: Bool

    package init(cycles: Double, amplitude: Double, phase: Double, loops: Bool = false) {
        self.cycles = cycles
        self.amplitude = amplitude
        self.phase = phase
        self.loops = loops
    }

    func value(at time: Double) -> Double {
        let height = loops ? 1 : smoothstep(time / 0.15) * smoothstep((1 - time) / 0.15)
        return amplitude * sin(2 * .pi * cycles * time + phase * .pi / 180) * height
    }

    /// The times of its crests and troughs.
    var turns: [Double] {
        guard cycles > 0 else { return [] }
        return (0...Int(cycles * 2) + 1)
            .map { (0.25 + 0.5 * Double($0) - phase / 360) / cycles }
            .filter { (0...1).contains($0) }
    }

    private func smoothstep(_ share: Double) -> Double {
        let x = min(max(share, 0), 1)
        return x * x * (3 - 2 * x)
    }
}
