import CRenderKernels
import Editorial

/// Paints a scene's layers from far to near.
struct SketchPainter: Sendable {
    let scene: SketchScene
    let canvas: SketchCanvas

    func paint() {
        paintSky()
        switch scene.reading.setting {
        case .mountain, .sea, .dunes, .canyon, .field, .forest, .city: paintMountains()
        }
    }

    func paintSky() {
        let air = scene.air, script = scene.script, reading = scene.reading
        let ramp = script.ramp
        let clear = reading.has(.fog) || reading.has(.cloudless)
        canvas.rows { canvas, first, end in
            ramp.withUnsafeBufferPointer { ramp in
                var air = air
                var plan = sketch_sky_plan(
                    ramp: ramp.baseAddress,
                    ramp_count: Int32(ramp.count / 3),
                    coverage: scene.cloudCoverage,
                    cumulus: clear ? 0 : script.cumulus,
                    stars: reading.has(.stars) ? max(script.stars * 1.8, 0.5) : script.stars,
                    disc: script.disc,
                    is_moon: reading.time == .night ? 1 : 0
                )
                sketch_sky(canvas, &air, &plan, first, end)
            }
        }
    }

    func paintLand(_ plan: sketch_land_plan) {
        let air = scene.air
        canvas.columns { canvas, first, end in
            var air = air, plan = plan
            sketch_land(canvas, &air, &plan, first, end)
        }
    }
}

extension SketchScene {
    var cloudCoverage: Float {
        if reading.has(.cloudless) { return 0 }
        if reading.has(.cloudy) { return max(script.coverage, 0.72) }
        switch reading.setting {
        case .dunes: return min(script.coverage, 0.25)
        case .forest: return min(script.coverage, 0.10)
        case .sea, .mountain, .canyon, .field, .city: return script.coverage
        }
    }

    /// The tangent of the screen direction to the light.
    var sunTangent: Float { (air.sun_x - Float(width) / 2) / air.focal }

    /// The light that falls on land, pulled to the side even when the sun is in
    /// the frame: otherwise every face that can be seen would be black.
    var landLight: (x: Float, y: Float, z: Float) {
        let x: Float = sunTangent < 0 ? -0.95 : 0.95
        let y = 1.15 * max(Float(script.sunHeight), 0.16), z: Float = 0.22
        let length = (x * x + y * y + z * z).squareRoot()
        return (x / length, y / length, z / length)
    }

    func land(
        _ kind: Int, amplitude: Float, low: UInt32, high: UInt32, snow: UInt32 = 0xeef2fa,
        snowLine: Float = 2, hasWater: Bool = false
    ) -> sketch_land_plan {
        let light = landLight
        return sketch_land_plan(
            kind: Int32(kind), amplitude: amplitude, gap: sunTangent, near_z: 0.5, far_z: 60,
            has_water: hasWater ? 1 : 0, snow_line: snowLine, low: sketch_rgb(low),
            high: sketch_rgb(high), snow: sketch_rgb(snow), light_x: light.x, light_y: light.y,
            light_z: light.z
        )
    }
}
