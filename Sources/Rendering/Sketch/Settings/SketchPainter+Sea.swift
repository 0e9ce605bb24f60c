import CRenderKernels

extension SketchPainter {
    func paintSea() {
        paintFarShore(amplitude: 0.045)
        guard scene.reading.has(.rough) else {
            return paintWater(ripple: 1, onlyMarked: false)
        }
        var swell = scene.land(sketch_land_swell, amplitude: 1.15, of: .swell)
        swell.near_z = 1.2
        swell.far_z = 50
        paintLand(swell)
    }

    /// A headland reaches in from the light's side, across from the subject.
    func paintCoast() {
        paintFarShore(amplitude: 0.045)
        let isSnowy = scene.reading.has(.snowy)
        let ground = isSnowy ? SketchGround.snowyCliff : .cliff
        var land = scene.land(sketch_land_headland, amplitude: 2.1, of: ground)
        land.gap = scene.composition.sunX < 0.5 ? 1 : -1
        land.far_z = 40
        land.has_water = 1
        paintLand(land)
        paintWater(ripple: 1, onlyMarked: true)
    }

    /// Sand before the eye, the water's edge slanting away from the light.
    func paintBeach() {
        paintFarShore(amplitude: scene.composition.layout % 2 == 0 ? 0.09 : 0.05)
        var ground = SketchGround.beach
        if scene.reading.has(.snowy) { ground = SketchGround(low: 0x8f9aa8, high: 0xe8eef4) }
        // Foam lies where the sand just rises out of the water.
        ground.snow = 0xf4f8f8
        var land = scene.land(sketch_land_beach, amplitude: 1, of: ground)
        land.gap = scene.composition.sunX < 0.5 ? 1 : -1
        land.near_z = 0.45
        land.far_z = 14
        land.has_water = 1
        paintLand(land)
        paintWater(ripple: 0.9, onlyMarked: true)
        guard !scene.reading.has(.snowy), !scene.reading.shows(.palm) else { return }
        paintPalms()
    }

    /// Palms lean in from the side where the sand is.
    private func paintPalms() {
        var random = random(61)
        let side = scene.composition.sunX < 0.5 ? 1.0 : -1.0
        for index in 0..<3 {
            var place = SketchPlacement(x: 0, row: 0, size: 0, z: 0)
            let away = 0.36 + 0.07 * Double(index) + random.number(-0.02, 0.02)
            place.x = scene.width * (0.5 + side * away)
            place.z = 2.4 - 0.55 * Double(index)
            place.row = scene.groundRow(at: place.z)
            place.size = scene.height * (0.46 + 0.14 * Double(index)) * random.number(0.9, 1.1)
            place.tint = sketch_rgb(r: 0.8, g: 1, b: 0.6)
            place.contact = 0.4
            paint(.palm(seed: scene.seed &+ UInt32(index), lean: -side), place)
        }
    }

    private func paintFarShore(amplitude: Double) {
        paintRidge(
            scene.ridge(
                8,
                rise: 0.002,
                amplitude: amplitude,
                frequency: 2.2,
                z: 45,
                colour: 0x40464e
            )
        )
    }
}
