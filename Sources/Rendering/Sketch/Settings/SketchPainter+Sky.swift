import CRenderKernels

extension SketchPainter {
    func paintSky() {
        let air = scene.air, script = scene.script, reading = scene.reading
        let ramp = script.ramp, coverage = scene.cloudCoverage
        let isClear =
            reading.has(.fog) || reading.has(.cloudless)
            || [.forest, .jungle, .swamp, .cave].contains(reading.setting)
        let stars = reading.has(.stars) ? max(script.stars * 1.8, 0.5) : script.stars
        defer { paintSkyLights() }
        canvas.rows { canvas, first, end in
            ramp.withUnsafeBufferPointer { ramp in
                var air = air
                var plan = sketch_sky_plan(
                    ramp: ramp.baseAddress,
                    ramp_count: Int32(ramp.count / 3),
                    coverage: coverage,
                    cumulus: isClear ? 0 : script.cumulus,
                    stars: stars,
                    disc: script.disc,
                    is_moon: reading.time == .night ? 1 : 0
                )
                sketch_sky(canvas, &air, &plan, first, end)
            }
        }
    }

    /// What shines in the sky behind everything.
    func paintSkyLights() {
        let air = scene.air, reading = scene.reading
        guard !reading.setting.isClosed else { return }
        if reading.setting != .planet { paintMoons() }
        if reading.has(.aurora) {
            let strength: Float = scene.isDark ? 1 : 0.6
            canvas.rows { canvas, first, end in
                var air = air
                sketch_aurora(canvas, &air, strength, first, end)
            }
        }
        if reading.has(.lightning) { paintLightning() }
        if reading.has(.fireworks) { paintFireworks() }
    }

    /// A flock between the eye and the far land, near the light.
    func paintBirds() {
        let reading = scene.reading
        let flocks: Set<SketchSubject> = [.lighthouse, .castle, .sailingBoat]
        let isUsual = reading.subject.map { flocks.contains($0) } == true && reading.time != .night
        guard !reading.setting.isClosed, reading.has(.birds) || isUsual else { return }
        var random = SketchRandom(seed: scene.seed, purpose: 7)
        let height = scene.height,
            middle = scene.width * (0.5 + (scene.composition.sunX - 0.5) * 0.55)
        let level = Double(scene.air.horizon) - height * 0.20
        var marks: [sketch_mark] = []
        for _ in 0..<11 {
            let x = middle + height * random.number(-0.30, 0.30)
            let y = level + height * random.number(-0.09, 0.07),
                span = height * random.number(0.006, 0.013)
            let lift = random.number(0.15, 0.9), tilt = random.number(-0.25, 0.25)
            for side in [-1.0, 1] {
                let elbow = (x + side * span * 0.5, y - span * (lift * 0.55 + side * tilt))
                let tip = (x + side * span, y - span * (lift * 0.25 + side * tilt))
                marks.append(.line((x, y), elbow, radius: height * 0.0011, alpha: 0.85))
                marks.append(.line(elbow, tip, radius: height * 0.0007, alpha: 0.75))
            }
        }
        paintMarks(marks, colour: scene.air.ambient.scaled(0.05), veil: 0.06)
    }
}

extension SketchScene {
    /// How much of the sky is closed, 0…1.
    var cloudCoverage: Float {
        if reading.has(.cloudless) { return 0 }
        if reading.has(.cloudy) { return max(script.coverage, 0.72) }
        if reading.has(.rain) { return max(script.coverage, 0.68) }
        // Another seed has another sky.
        let drift = Float(composition.layout) * 0.07 - 0.10
        switch reading.setting {
        case .dunes: return min(script.coverage, 0.25)
        case .forest, .jungle, .swamp: return min(script.coverage, 0.10)
        default: return min(max(script.coverage + drift, 0), 1)
        }
    }
}

extension sketch_mark {
    static func line(
        _ from: (Double, Double),
        _ to: (Double, Double),
        radius: Double,
        alpha: Double
    ) -> sketch_mark {
        sketch_mark(
            x: Float(from.0),
            y: Float(from.1),
            dx: Float(to.0 - from.0),
            dy: Float(to.1 - from.1),
            radius: Float(radius),
            alpha: Float(alpha)
        )
    }
}
