import CRenderKernels

/// The colours of a time of day: warm light, cool shadow, fog between them, and
/// the horizon always the lightest band.
struct SketchColourScript: Sendable {
    /// sRGB from zenith over 45 % and 80 % of the sky's height to the horizon.
    var sky: (UInt32, UInt32, UInt32, UInt32)
    var sun: UInt32
    var cloudLit: UInt32
    var cloudShade: UInt32
    var ambient: UInt32
    var fog: UInt32
    var intensity: Float
    /// Height of the sun above the horizon as a fraction of the picture's.
    var sunHeight: Double
    /// Strength of disc and glow, 0…1.
    var sunVisible: Float
    /// Radius of the disc as a fraction of the height.
    var disc: Float
    var stars: Float
    var cumulus: Float
    var coverage: Float
}

extension SketchColourScript {
    /// Returns the sky's colours from zenith to horizon as packed linear light.
    ///
    /// Mixed as sRGB, as a painter would, and smoothed so that no stop shows.
    var ramp: [Float] {
        let stops = [sky.0, sky.1, sky.2, sky.3], places = [0, 0.45, 0.80, 1]
        let count = 256
        var result = [Float](repeating: 0, count: count * 3)
        for (index, shift) in [UInt32(16), 8, 0].enumerated() {
            var line = (0..<count).map { step -> Double in
                let t = Double(step) / Double(count - 1)
                let segment = t < 0.45 ? 0 : t < 0.80 ? 1 : 2
                let from = Double((stops[segment] >> shift) & 0xff) / 255
                let to = Double((stops[segment + 1] >> shift) & 0xff) / 255
                let share = (t - places[segment]) / (places[segment + 1] - places[segment])
                return from + (to - from) * share
            }
            for _ in 0..<2 { line = smoothed(line, radius: 12) }
            for step in 0..<count {
                result[step * 3 + index] = Float(sketch_rgb.linear(line[step]))
            }
        }
        return result
    }

    private func smoothed(_ line: [Double], radius: Int) -> [Double] {
        line.indices.map { middle in
            let sum = (middle - radius...middle + radius)
                .reduce(0) { $0 + line[min(max($1, 0), line.count - 1)] }
            return sum / Double(2 * radius + 1)
        }
    }
}
