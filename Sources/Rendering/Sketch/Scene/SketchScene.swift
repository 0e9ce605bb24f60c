import CRenderKernels
import Editorial

/// A reading of a prompt, placed into a frame: what every layer works from.
struct SketchScene: Sendable {
    let reading: SketchReading
    let composition: SketchComposition
    let script: SketchColourScript
    let size: PixelSize
    let seed: UInt32
    let air: sketch_air

    init(_ reading: SketchReading, seed: UInt32, size: PixelSize) {
        self.reading = reading
        self.seed = seed
        self.size = size
        composition = SketchComposition(reading, seed: seed)
        script = SketchColourScript(reading)
        air = Self.air(reading, composition, script, seed: seed, size: size)
    }

    var height: Double { Double(size.height) }
    var width: Double { Double(size.width) }
    var horizonRow: Int { Int(air.horizon) }

    /// The row in which something stands that is `z` away on level ground.
    func groundRow(at z: Double) -> Double {
        Double(air.horizon) + Double(air.focal * air.camera) / z
    }

    /// How far away level ground is in a row below the horizon.
    func groundDistance(at row: Double) -> Double {
        Double(air.focal * air.camera) / max(row - Double(air.horizon), 0.5)
    }

    /// Whether lamps burn.
    var isDark: Bool {
        switch reading.time {
        case .night, .blue, .dusk, .storm: true
        case .dawn, .golden, .noon, .overcast: reading.has(.neon)
        }
    }

    private static func air(
        _ reading: SketchReading,
        _ composition: SketchComposition,
        _ script: SketchColourScript,
        seed: UInt32,
        size: PixelSize
    ) -> sketch_air {
        let height = Double(size.height), horizon = composition.horizon * height
        // Small fields of noise coordinates keep their precision.
        let fieldSeed = UInt32(truncatingIfNeeded: SketchRandom.first(seed: seed)) & 0xff_ffff
        return sketch_air(
            seed: fieldSeed,
            horizon: Float(horizon),
            focal: Float(composition.focal * height),
            camera: Float(composition.camera),
            sun_x: Float(composition.sunX * Double(size.width)),
            sun_y: Float(sunRow(reading, script, horizon: horizon, height: height)),
            sun_visible: visibility(reading, script),
            fog_density: Float(composition.fogDensity * thickness(reading)),
            sun: sketch_rgb(script.sun).scaled(script.intensity),
            ambient: sketch_rgb(script.ambient),
            fog: sketch_rgb(script.fog),
            glow: sketch_rgb(script.sky.3),
            zenith: sketch_rgb(script.sky.0),
            cloud_lit: sketch_rgb(script.cloudLit),
            cloud_shade: sketch_rgb(script.cloudShade)
        )
    }

    private static func sunRow(
        _ reading: SketchReading,
        _ script: SketchColourScript,
        horizon: Double,
        height: Double
    ) -> Double {
        switch reading.setting {
        case .underwater: -0.12 * height
        case .space: 0.22 * height
        case .room, .hall: 0.30 * height
        // With the horizon high in the frame the light keeps inside it.
        default: max(horizon - script.sunHeight * height, min(0.1 * height, horizon * 0.5))
        }
    }

    private static func visibility(_ reading: SketchReading, _ script: SketchColourScript) -> Float
    {
        guard !reading.setting.isClosed else { return script.sunVisible }
        var visible = script.sunVisible
        if reading.has(.fog) { visible *= 0.55 }
        if reading.has(.dust) { visible *= 0.7 }
        if reading.has(.rain) || reading.has(.snowfall) { visible *= 0.6 }
        return visible
    }

    private static func thickness(_ reading: SketchReading) -> Double {
        var thick = reading.has(.fog) ? (reading.setting == .forest ? 1.2 : 1.5) : 1
        if reading.has(.dust) { thick *= 1.5 }
        if reading.mood == .mysterious || reading.mood == .nostalgic { thick *= 1.2 }
        return thick
    }
}

extension SketchRandom {
    static func first(seed: UInt32) -> UInt64 {
        var random = SketchRandom(seed: seed, purpose: 0)
        return random.next()
    }
}
