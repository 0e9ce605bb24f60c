import CRenderKernels

extension SketchPainter {
    func paintField() {
        let reading = scene.reading, isSnowy = reading.has(.snowy)
        paintHedges(isSnowy: isSnowy)
        var plan = scene.plain(
            scene.meadow,
            scale: 1.2,
            furrows: reading.has(.wheat) ? 0.3 : 0,
            road: scene.hasRoad ? 0.55 : 0
        )
        plan.tufts = isSnowy ? 0.10 : 0.85
        if scene.blooms { bloom(&plan) }
        paintGround(plan)
        paintTreesOfField()
    }

    /// Far hills and rows of trees before them, one nearer and higher.
    private func paintHedges(isSnowy: Bool) {
        let hill: UInt32 = isSnowy ? 0x93a0b0 : 0x4c5548
        let tree: UInt32 = scene.reading.has(.autumn) ? 0x8a5424 : isSnowy ? 0x5c6668 : 0x3f5230
        paintRidge(
            scene.ridge(1, rise: 0.006, amplitude: 0.07, frequency: 1.6, z: 34, colour: hill)
        )
        var far = scene.ridge(
            2,
            rise: 0.011,
            amplitude: 0.05,
            frequency: 2.4,
            z: 20,
            colour: tree,
            trees: 0.018
        )
        far.is_broad = scene.composition.layout % 2 == 0 ? 1 : 0
        paintRidge(far)
        guard scene.composition.layout != 1 else { return }
        var near = scene.ridge(
            9,
            rise: 0.016,
            amplitude: 0.012,
            frequency: 3.1,
            z: 13,
            colour: tree,
            trees: 0.042
        )
        near.is_broad = 1
        paintRidge(near)
    }

    /// Single trees between the eye and the hedges, away from the hero.
    private func paintTreesOfField() {
        guard !scene.reading.has(.wheat), scene.reading.angle != .high else { return }
        var random = random(65)
        for index in 0..<(4 + scene.composition.layout * 2) {
            let z = 14 - Double(index) * 0.85, x = random.number(0.02, 0.98)
            let size = random.number(0.8, 1.35)
            guard abs(x - scene.composition.subjectX) > 0.13, abs(x - 0.5) > 0.10 else { continue }
            var place = SketchPlacement(
                x: x * scene.width,
                row: scene.groundRow(at: z),
                size: 0,
                z: z
            )
            place.size = Double(scene.air.focal) * size / z
            place.tint = scene.foliage
            place.contact = 0.5
            place.rim = 0.5
            paint(.bush(seed: UInt32(index)), place)
        }
    }

    private func bloom(_ plan: inout sketch_ground_plan) {
        plan.flowers = 0.9
        let colours: [UInt32] = [0xd8382c, 0x8a5cc8, 0xf0c83c, 0xf4ead8]
        let reading = scene.reading
        let named: UInt32? =
            reading.has(.poppies) ? 0xe02a20 : reading.has(.lavender) ? 0x7a4cc0 : nil
        let chosen = named ?? reading.palette?.stops.middle ?? colours[scene.composition.layout]
        plan.flower_colour = sketch_rgb(chosen)
        if reading.has(.lavender) { plan.furrows = 0.55 }
    }

    func paintHills() {
        let reading = scene.reading, isSnowy = reading.has(.snowy)
        paintRidge(
            scene.ridge(
                1,
                rise: 0.004,
                amplitude: 0.10,
                frequency: 1.5,
                z: 44,
                colour: isSnowy ? 0x93a0b0 : 0x56627a
            )
        )
        var ground = isSnowy ? SketchGround.snow : .pasture
        if reading.has(.autumn) { ground = SketchGround(low: 0x6a4a22, high: 0xb08a40) }
        if scene.blooms { ground.high = 0xa89a5c }
        var land = scene.land(sketch_land_hills, amplitude: 3.4, of: ground)
        land.far_z = 46
        land.has_water = reading.has(.lake) ? 1 : 0
        paintLand(land)
        if reading.has(.lake) { paintWater(ripple: 0.6, onlyMarked: true) }
        guard !reading.has(.snowy) else { return }
        paintCypresses()
    }

    /// A few trees on the slopes, so that the land has a measure.
    private func paintCypresses() {
        var random = random(66)
        let isBroad = scene.composition.layout % 2 == 0
        for index in 0..<11 {
            let z = 15 - Double(index) * 1.05, x = scene.width * random.number(0.02, 0.98)
            let z0 = random.number(0.9, 1.1) * z
            guard let row = landRow(at: Int(x), z: z0) else { continue }
            var place = SketchPlacement(x: x, row: row.row, size: 0, z: row.z)
            place.size = Double(scene.air.focal) * (isBroad ? 0.62 : 0.80) / row.z
            place.tint = scene.foliage
            place.contact = 0.35
            place.rim = 0.5
            paint(isBroad ? .bush(seed: UInt32(index)) : .cypress(seed: UInt32(index)), place)
        }
    }

    /// Houses along a lane, their windows lit when it is dark.
    func paintVillage() {
        paintRidge(
            scene.ridge(
                1,
                rise: 0.004,
                amplitude: 0.12,
                frequency: 1.4,
                z: 40,
                colour: scene.reading.has(.snowy) ? 0x93a0b0 : 0x4c5a68
            )
        )
        var wood = scene.ridge(
            2,
            rise: 0.012,
            amplitude: 0.05,
            frequency: 2.2,
            z: 20,
            colour: scene.reading.has(.snowy) ? 0x5c6668 : 0x3a4a34,
            trees: 0.05
        )
        wood.is_broad = scene.composition.layout % 2 == 0 ? 1 : 0
        paintRidge(wood)
        var plan = scene.plain(scene.meadow, scale: 1.2, road: 0.42)
        plan.tufts = scene.reading.has(.snowy) ? 0.1 : 0.7
        paintGround(plan)
        paintHouses()
    }

    private func paintHouses() {
        var random = random(67)
        let rows: [(z: Double, count: Int)] = [(17, 13), (12.5, 10), (9.4, 8), (6.8, 6), (4.9, 5)]
        for (line, row) in rows.enumerated() {
            for index in 0..<row.count {
                let slot = (Double(index) + 0.5) / Double(row.count)
                let z = row.z * random.number(0.93, 1.07), kind = random.next()
                let bend = Double(sketch_road_bend(Float(z)))
                let across = (slot - 0.5) * (3.2 + 0.75 * z) + random.number(-0.2, 0.2)
                // The lane stays free.
                guard abs(across + bend) > 0.85 else { continue }
                var place = SketchPlacement(
                    x: scene.width / 2 + Double(scene.air.focal) * across / z,
                    row: scene.groundRow(at: z),
                    size: Double(scene.air.focal) * 0.62 / z,
                    z: z
                )
                place.emission = scene.isDark || scene.reading.has(.lamps) ? 0.9 : 0.05
                place.tint = sketch_rgb(r: 1.3, g: 1.15, b: 1)
                place.contact = 0.4
                place.sunlit = 1.3
                let isChurch = line == 1 && index == row.count / 2 + 1
                if isChurch { place.size *= 1.9 }
                let snow = scene.reading.has(.snowy)
                paint(isChurch ? .church() : .house(Int(kind % 4), isSnowy: snow), place)
            }
        }
    }
}

extension SketchScene {
    /// Grass, or what grows or lies in its stead.
    var meadow: SketchGround {
        if reading.has(.snowy) { return .snow }
        if reading.has(.wheat) { return .wheat }
        if reading.has(.autumn) { return SketchGround(low: 0x6c4a20, high: 0xa08038) }
        return .grass
    }

    var blooms: Bool {
        reading.has(.flowers) || reading.has(.blossom) || reading.has(.poppies)
            || reading.has(.lavender)
    }

    /// The colour of leaves at this time of year.
    var foliage: sketch_rgb {
        if reading.has(.autumn) { return sketch_rgb(r: 3.6, g: 1.4, b: 0.40) }
        if reading.has(.blossom) { return sketch_rgb(r: 4.6, g: 2.6, b: 3.3) }
        if reading.has(.snowy) { return sketch_rgb(r: 1.6, g: 1.7, b: 1.9) }
        return sketch_rgb(r: 0.9, g: 1, b: 0.55)
    }

    var hasRoad: Bool {
        reading.has(.road)
            || reading.cast.contains { [.car, .bus, .motorcycle, .cyclist].contains($0.subject) }
    }
}
