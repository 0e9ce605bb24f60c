import CRenderKernels

extension SketchPainter {
    func paintForest() {
        let isSnowy = scene.reading.has(.snowy)
        paintTreeStrips(isBroad: false)
        let hasRoad = scene.hasRoad
        var plan = scene.plain(isSnowy ? .snow : .moss, scale: 1.4, road: hasRoad ? 0.55 : 0)
        plan.tufts = isSnowy ? 0 : 0.5
        if scene.blooms {
            plan.flowers = 0.7
            plan.flower_colour = sketch_rgb(0x8a6cd8)
        }
        paintGround(plan)
        paintPines()
    }

    private func paintTreeStrips(isBroad: Bool) {
        var needles: UInt32 = scene.reading.has(.snowy) ? 0x5d6a70 : 0x3a4a3a
        if scene.reading.has(.autumn) { needles = 0x7a4a26 }
        let strips: [(z: Double, rise: Double, trees: Double)] = [
            (34, -0.075, 0.06), (22, -0.045, 0.10), (14, -0.010, 0.16),
        ]
        for (index, strip) in strips.enumerated() {
            var ridge = scene.ridge(
                UInt32(index) + 20,
                rise: strip.rise,
                amplitude: 0.05,
                frequency: 1.4 + 0.3 * Double(index),
                z: strip.z,
                colour: needles,
                trees: strip.trees
            )
            ridge.is_broad = isBroad ? 1 : 0
            paintRidge(ridge)
        }
    }

    /// Giant trunks and broad leaves, light falling in from above.
    func paintJungle() {
        paintTreeStrips(isBroad: true)
        var plan = scene.plain(SketchGround(low: 0x26331a, high: 0x55602c), scale: 1.4)
        plan.tufts = 0.8
        if scene.hasRoad { plan.road = 0.45 }
        paintGround(plan)
        paintMist(
            z: 10,
            row: Double(scene.air.horizon),
            thickness: 0.14,
            strength: 0.55,
            seed: 3
        )
        var random = random(71)
        for (z, count) in [(9.0, 9), (6.0, 7), (4.0, 5)] {
            for index in 0..<count {
                let x = (Double(index) + 0.5) / Double(count) + random.number(-0.05, 0.05)
                guard abs(x - 0.47) > 0.11 + (9 - z) * 0.018 else { continue }
                var place = SketchPlacement(x: x * scene.width, row: 0, size: 0, z: z)
                place.row = scene.groundRow(at: z) + scene.height * 0.01
                place.size = scene.height * 5.2 / z * random.number(0.85, 1.2)
                place.tint = sketch_rgb(r: 0.75, g: 1, b: 0.55)
                place.rim = 0.7
                place.contact = 0.3
                place.fogShare = 0.75
                paint(.jungleTree(seed: UInt32(truncatingIfNeeded: random.next())), place)
            }
            paintMist(
                z: z * 0.8,
                row: scene.groundRow(at: z) - scene.height * 0.06,
                thickness: 0.10,
                strength: scene.reading.has(.fog) ? 0.5 : 0.25,
                seed: UInt32(z)
            )
        }
        if scene.script.sunVisible > 0.2 { paintRays(strength: 1.0) }
    }

    /// Still water among drowned trees.
    func paintSwamp() {
        paintTreeStrips(isBroad: true)
        var land = scene.land(sketch_land_mounds, amplitude: 0.5, of: .mud)
        land.near_z = 0.5
        land.far_z = 24
        land.has_water = 1
        paintLand(land)
        paintWater(ripple: 0.35, sparkle: 0.6, onlyMarked: true)
        var random = random(73)
        for (z, count) in [(9.0, 6), (6.0, 5), (3.6, 4)] {
            paintMist(
                z: z * 1.1,
                row: scene.groundRow(at: z) - scene.height * 0.03,
                thickness: 0.07,
                strength: scene.reading.has(.fog) ? 0.75 : 0.5,
                seed: UInt32(z)
            )
            for index in 0..<count {
                let x = (Double(index) + 0.5) / Double(count) + random.number(-0.06, 0.06)
                guard abs(x - 0.5) > 0.16 else { continue }
                var place = SketchPlacement(x: x * scene.width, row: 0, size: 0, z: z)
                place.row = scene.groundRow(at: z)
                place.size = scene.height * 2.9 / z * random.number(0.8, 1.25)
                place.tint = sketch_rgb(r: 0.8, g: 0.85, b: 0.7)
                place.mirror = 0.7
                place.contact = 0
                place.rim = 0.8
                paint(.bareTree(seed: UInt32(truncatingIfNeeded: random.next()), moss: true), place)
            }
        }
    }
}
