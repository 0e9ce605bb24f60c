import CRenderKernels

extension SketchPainter {
    /// Nebulae, a great planet across from the subject, and a small one.
    func paintSpace() {
        let air = scene.air
        let schemes: [(UInt32, UInt32, UInt32)] = [
            (0xb4487e, 0x2c6fb0, 0xffb070), (0x2f9c8c, 0x5a3fb4, 0xffd08a),
            (0xc0603a, 0x3a4fb0, 0xffc890), (0x6a4fc8, 0x2c8fb0, 0xff90b0),
        ]
        var (warm, cool, dust) = schemes[scene.composition.layout]
        if let palette = scene.reading.palette {
            (warm, cool, dust) = (palette.stops.middle, palette.stops.dark, palette.stops.light)
        }
        let plan = sketch_space_plan(
            seed: air.seed,
            deep: sketch_rgb(0x03050d),
            warm: sketch_rgb(warm),
            cool: sketch_rgb(cool),
            dust: sketch_rgb(dust),
            strength: 1
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_space(canvas, &air, &plan, first, end)
        }
        let isLeft = scene.composition.sunX > 0.5
        let big = scene.reading.shot == .close ? 0.52 : 0.34
        paintPlanet(
            planet(x: isLeft ? 0.34 : 0.66, y: 0.60, radius: big, z: 60, rings: hasRings, seed: 0)
        )
        paintPlanet(
            planet(x: isLeft ? 0.70 : 0.30, y: 0.26, radius: 0.045, z: 80, rings: false, seed: 50)
        )
    }

    private var hasRings: Bool {
        scene.reading.has(.rings) || scene.composition.layout % 2 == 0
    }

    private func planet(
        x: Double,
        y: Double,
        radius: Double,
        z: Float,
        rings: Bool,
        seed: UInt32,
        veil: Float = 0
    ) -> sketch_planet {
        let kinds: [(dark: UInt32, light: UInt32, air: UInt32, gas: Float)] = [
            (0x6a4a6e, 0xe0a878, 0x8ab8ff, 1), (0x1c3f6e, 0xc8d8dc, 0x7ab8ff, 0.25),
            (0x7a3420, 0xd89060, 0xffb890, 0.15), (0x2c5a5e, 0xc8dcb0, 0x90f0e0, 0.8),
        ]
        let kind = kinds[(scene.composition.layout + (seed > 0 ? 2 : 0)) % 4]
        return sketch_planet(
            seed: scene.air.seed &+ seed,
            x: Float(x * scene.width),
            y: Float(y * scene.height),
            radius: Float(radius * scene.height),
            z: z,
            dark: sketch_rgb(seed > 0 ? 0x5a5f6a : kind.dark),
            light: sketch_rgb(seed > 0 ? 0xa8a8a4 : kind.light),
            air: sketch_rgb(kind.air),
            rings: rings ? 1 : 0,
            gas: seed > 0 ? 0 : kind.gas,
            veil: veil
        )
    }

    /// The ground of another world, and worlds in its sky.
    func paintPlanet() {
        paintMoons()
        let isGrey = scene.reading.palette == .silver || scene.reading.palette == .white
        let isNight = scene.reading.time == .night
        var ground = isGrey || isNight ? SketchGround.moon : .rust
        if let palette = scene.reading.palette, !isGrey {
            ground = SketchGround(low: palette.stops.dark, high: palette.stops.middle)
        }
        if scene.reading.has(.lava) { ground.lava = 0.8 }
        if scene.reading.has(.snowy) { ground.snowLine = 0.12 }
        paintRidge(
            scene.ridge(4, rise: 0.003, amplitude: 0.06, frequency: 2.4, z: 44, colour: ground.low)
        )
        var land = scene.land(sketch_land_craters, amplitude: 4.2, of: ground)
        land.far_z = 42
        paintLand(land)
    }

    /// Worlds that stand in the sky of a landscape.
    func paintMoons() {
        let reading = scene.reading
        guard reading.setting == .planet || reading.has(.moons) else { return }
        let veil: Float = reading.time == .noon ? 0.75 : reading.time == .night ? 0.10 : 0.45
        let away = scene.composition.sunX > 0.5 ? 0.27 : 0.73
        let rings = reading.has(.rings) || (reading.setting == .planet && hasRings)
        paintPlanet(
            planet(
                x: away,
                y: 0.27,
                radius: rings ? 0.13 : 0.19,
                z: 180,
                rings: rings,
                seed: 0,
                veil: veil
            )
        )
        paintPlanet(
            planet(
                x: away + 0.20,
                y: 0.12,
                radius: 0.028,
                z: 190,
                rings: false,
                seed: 50,
                veil: veil
            )
        )
    }
}
