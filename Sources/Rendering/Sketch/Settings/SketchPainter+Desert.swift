import CRenderKernels

extension SketchPainter {
    func paintDunes() {
        let isRed = scene.isRed, isSnowy = scene.reading.has(.snowy)
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

    /// A burning cone over a plain of clinker, its smoke across the sky.
    func paintVolcano() {
        let lava: Float = scene.reading.has(.snowy) ? 0.35 : scene.reading.has(.lava) ? 1 : 0.62
        var ground = SketchGround.clinker
        ground.lava = lava
        if scene.reading.has(.snowy) { ground.snowLine = 0.30 }
        var land = scene.land(sketch_land_volcano, amplitude: 7.6, of: ground)
        land.near_z = 0.5
        land.far_z = 34
        let tangent = Double(scene.sunTangent) * -13 / 18
        let x = scene.width / 2 + tangent * Double(scene.air.focal)
        let row = Double(scene.air.horizon) - Double(scene.air.focal) * 5.4 / 18
        paintPlume(
            sketch_plume(
                seed: scene.air.seed &+ 7,
                x: Float(x),
                y: Float(row + scene.height * 0.03),
                rise: Float(scene.height * 0.62),
                width: Float(scene.height * 0.34),
                lean: scene.sunTangent < 0 ? 0.55 : -0.55,
                z: 20,
                density: 0.94,
                lit: scene.air.cloud_lit.scaled(0.55),
                shade: scene.air.cloud_shade.scaled(0.55),
                fire: sketch_rgb(r: 2.6, g: 0.62, b: 0.10).scaled(lava)
            )
        )
        paintLand(land)
        paintGlows([
            sketch_glow(
                x: Float(x),
                y: Float(row + scene.height * 0.012),
                z: 15,
                core: Float(scene.height * 0.02),
                halo: Float(scene.height * 0.14),
                core_light: 1.6 * lava,
                halo_light: 0.55 * lava,
                colour: sketch_rgb(r: 1, g: 0.28, b: 0.06)
            )
        ])
    }
}

extension SketchScene {
    /// Whether the sand is that of Mars.
    var isRed: Bool { reading.palette == .red || reading.palette == .orange }
}
