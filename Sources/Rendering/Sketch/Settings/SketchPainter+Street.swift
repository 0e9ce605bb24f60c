import CRenderKernels
import Editorial

extension SketchPainter {
    /// Houses to either side, signs, lamps and cables, and ground that mirrors
    /// them when it is wet.
    func paintStreet() {
        let reading = scene.reading, air = scene.air
        let plan = sketch_street_plan(
            seed: air.seed,
            vanish: Float(scene.width * 0.52),
            half: 0.95,
            dark: scene.isDark ? 1 : 0,
            neon: reading.has(.neon) ? 1 : 0,
            wet: reading.has(.snowy)
                ? 0 : reading.has(.rain) || reading.has(.neon) ? 1 : scene.isDark ? 0.45 : 0,
            snow: reading.has(.snowy) ? 1 : 0,
            wall: sketch_rgb(reading.has(.neon) ? 0x57504c : 0x8a7260),
            lamp: sketch_rgb(0xffc88a)
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_street_walls(canvas, &air, &plan, first, end)
        }
        paintSigns(isNeon: plan.neon > 0)
        paintCables()
        paintLamps()
        paintPassers()
        let first = min(max(scene.horizonRow, 0), scene.size.height)
        // The ground mirrors what was finished above it.
        canvas.rows(first..<scene.size.height) { canvas, first, end in
            var air = air, plan = plan
            sketch_street_ground(canvas, &air, &plan, first, end)
        }
        paintLampFeet()
    }

    private var vanish: Double { scene.width * 0.52 }
    private var lampDistances: [Double] { [16, 9, 5.5, 3.6, 2.6] }

    private func paintSigns(isNeon: Bool) {
        var random = random(83)
        let focal = Double(scene.air.focal),
            neon: [UInt32] = [
                0xff3d8a, 0x31d8ff, 0xffb050, 0xa860ff, 0xff6040, 0x40ffc0,
            ]
        let plain: [UInt32] = [0xffc890, 0xd8d0c0, 0xc05040]
        var signs: [sketch_sign] = []
        for _ in 0..<(isNeon ? 22 : 9) {
            let z = random.number(1.7, 11), side = random.number(0, 1) < 0.5 ? -1.0 : 1
            let wide = random.number(0.10, 0.20), tall = random.number(0.18, 0.62)
            let foot = random.number(0.55, 1.35)
            let colours = isNeon ? neon : plain
            let colour = sketch_rgb(colours[Int(random.next() % UInt64(colours.count))])
            let wall = vanish + side * 0.93 / z * focal, edge = wall - side * wide / z * focal
            let base = Double(scene.air.horizon) + Double(scene.air.camera) / z * focal
            signs.append(
                sketch_sign(
                    x0: Float(min(wall, edge)),
                    y0: Float(base - (foot + tall) / z * focal),
                    x1: Float(max(wall, edge)),
                    y1: Float(base - foot / z * focal),
                    z: Float(z),
                    glow: scene.isDark ? (isNeon ? 1.5 : 0.8) : 0.25,
                    colour: colour,
                    seed: UInt32(truncatingIfNeeded: random.next()) & 0xffff
                )
            )
        }
        signs.sort { $0.z > $1.z }
        let air = scene.air, hung = signs
        canvas.rows { canvas, first, end in
            var air = air
            hung.withUnsafeBufferPointer {
                sketch_signs(canvas, &air, $0.baseAddress, Int32($0.count), first, end)
            }
        }
        guard scene.isDark, isNeon else { return }
        paintGlows(
            hung.map { sign in
                sketch_glow(
                    x: (sign.x0 + sign.x1) / 2,
                    y: (sign.y0 + sign.y1) / 2,
                    z: sign.z * 0.9,
                    core: 1,
                    halo: (sign.x1 - sign.x0 + sign.y1 - sign.y0) * 0.30,
                    core_light: 0,
                    halo_light: 0.10,
                    colour: sign.colour
                )
            }
        )
    }

    private func paintCables() {
        var random = random(84), marks: [sketch_mark] = []
        let focal = Double(scene.air.focal)
        for _ in 0..<7 {
            let z = random.number(1.6, 8), lift = random.number(1.1, 1.9),
                sag = random.number(0.05, 0.2)
            let base = Double(scene.air.horizon) + Double(scene.air.camera) / z * focal
            let points = (0...16).map { step -> (Double, Double) in
                let t = Double(step) / 8 - 1
                return (
                    vanish + t * 0.95 / z * focal, base - (lift - sag * (1 - t * t)) / z * focal
                )
            }
            for (from, to) in zip(points, points.dropFirst()) {
                marks.append(
                    .line(
                        from,
                        to,
                        radius: max(0.004 / z * focal, 0.0006 * scene.height),
                        alpha: 0.8
                    )
                )
            }
        }
        paintMarks(marks, colour: sketch_rgb(0x0c0c14), veil: 0.05)
    }

    private func paintLamps() {
        for z in lampDistances {
            for side in [-1.0, 1] {
                var place = SketchPlacement(
                    x: vanish + side * 0.64 / z * Double(scene.air.focal),
                    row: 0,
                    size: 0,
                    z: z
                )
                place.row = scene.groundRow(at: z)
                place.size = 1.30 / z * Double(scene.air.focal)
                place.contact = 0
                place.emission = scene.isDark ? 1.2 : 0.04
                place.tint = sketch_rgb(r: 0.5, g: 0.5, b: 0.5)
                paint(.streetLamp(), place, facing: -side)
            }
        }
        guard scene.isDark else { return }
        paintGlows(
            lampDistances.flatMap { z in
                [-1.0, 1].map { side in
                    let focal = Double(scene.air.focal), foot = scene.groundRow(at: z)
                    return sketch_glow(
                        x: Float(vanish + side * (0.64 - 0.20) / z * focal),
                        y: Float(foot - 1.24 / z * focal),
                        z: Float(z),
                        core: Float(0.035 / z * focal + 1),
                        halo: Float(0.34 / z * focal),
                        core_light: 1.6,
                        halo_light: 0.26,
                        colour: sketch_rgb(0xffd9a0)
                    )
                }
            }
        )
    }

    /// Where the posts meet the ground the ground has been painted over them.
    private func paintLampFeet() {
        var marks: [sketch_mark] = []
        for z in lampDistances {
            for side in [-1.0, 1] {
                let focal = Double(scene.air.focal), x = vanish + side * 0.64 / z * focal
                let foot = scene.groundRow(at: z), level = Double(scene.air.horizon) - 1
                marks.append(
                    .line(
                        (x, min(level, foot)),
                        (x, foot),
                        radius: max(0.012 / z * focal, 0.0008 * scene.height),
                        alpha: 0.9
                    )
                )
            }
        }
        paintMarks(marks, colour: scene.air.ambient.scaled(0.02), veil: 0.05)
    }

    /// A few people far down the pavements, so that the place lives.
    private func paintPassers() {
        guard scene.reading.mood != .lonely else { return }
        var random = random(85)
        for _ in 0..<5 {
            let z = random.number(6, 13), side = random.number(0, 1) < 0.5 ? -1.0 : 1
            var place = SketchPlacement(x: 0, row: 0, size: 0, z: z)
            place.x = vanish + side * random.number(0.62, 0.85) / z * Double(scene.air.focal)
            place.row = scene.groundRow(at: z)
            place.size = 0.52 / z * Double(scene.air.focal)
            place.contact = 0
            var details: Set<SketchDetail> = [.coat, .walking]
            if scene.reading.has(.rain), random.number(0, 1) < 0.6 { details.insert(.umbrella) }
            paint(.figure(details), place)
        }
    }
}
