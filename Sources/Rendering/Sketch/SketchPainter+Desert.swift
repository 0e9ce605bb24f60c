import CRenderKernels

extension SketchPainter {
    func paintDunes() {
        let isRed = scene.reading.has(.red), isSnowy = scene.reading.has(.snowy)
        let far: UInt32 = isSnowy ? 0x9aa6b8 : 0x6a4a3a
        paintRidge(
            scene.ridge(2, rise: 0.003, amplitude: 0.035, frequency: 1.5, z: 48, colour: far)
        )
        paintRidge(
            scene.ridge(3, rise: 0.004, amplitude: 0.020, frequency: 3, z: 38, colour: far)
        )
        let ground = isSnowy ? SketchGround.snow : isRed ? .redSand : .sand
        var land = scene.land(sketch_land_dunes, amplitude: 2, of: ground)
        land.far_z = 48
        paintLand(land)
    }

    func paintCanyon() {
        var ground = SketchGround.redSand
        if scene.reading.has(.snowy) { ground.snowLine = 0.35 }
        var land = scene.land(sketch_land_mesas, amplitude: 5, of: ground)
        land.far_z = 50
        paintLand(land)
        if scene.reading.has(.road) {
            paintGround(scene.plain(.redEarth, scale: 1, road: 0.55), farthest: 6)
        }
    }
}
