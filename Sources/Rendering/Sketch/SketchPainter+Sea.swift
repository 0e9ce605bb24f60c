import CRenderKernels

extension SketchPainter {
    func paintSea() {
        let reading = scene.reading
        paintRidge(
            scene.ridge(
                8,
                rise: 0.002,
                amplitude: 0.045,
                frequency: 2.2,
                z: 45,
                colour: 0x40464e
            )
        )
        if reading.has(.rough) {
            var swell = scene.land(sketch_land_swell, amplitude: 1.15, of: .swell)
            swell.near_z = 1.2
            swell.far_z = 50
            paintLand(swell)
        } else if reading.has(.coast) {
            paintCoast()
        } else {
            paintWater(ripple: 1, onlyMarked: false)
        }
    }

    /// A headland reaches in from the light's side, across from the subject.
    private func paintCoast() {
        let isSnowy = scene.reading.has(.snowy)
        var ground = isSnowy ? SketchGround.snowyCliff : .cliff
        if scene.reading.has(.red) { ground.low = 0x6e3a2a; ground.high = 0x9a5c42 }
        var land = scene.land(sketch_land_headland, amplitude: 2.1, of: ground)
        land.gap = scene.composition.sunX < 0.5 ? 1 : -1
        land.far_z = 40
        land.has_water = 1
        paintLand(land)
        paintWater(ripple: 1, onlyMarked: true)
    }
}
