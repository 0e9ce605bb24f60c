import CRenderKernels

extension SketchPainter {
    /// A room with a window in one wall; at night a lamp hangs in it.
    func paintRoom() {
        let reading = scene.reading, air = scene.air, isRight = scene.composition.sunX > 0.5
        let isNight = reading.time == .night || reading.time == .blue
        let hasLamp = reading.has(.lamps) || isNight
        let plan = sketch_room_plan(
            seed: air.seed,
            vanish: Float(scene.width * (isRight ? 0.44 : 0.56)),
            kind: Int32(reading.has(.books) ? sketch_room_books : sketch_room_bare),
            side: isRight ? -1 : 1,
            window: isNight ? 0.5 : reading.time == .overcast || reading.time == .storm ? 0.6 : 1,
            lamp: hasLamp ? (isNight ? 1.9 : 0.9) : 0,
            pane: sketch_rgb(scene.script.sky.2).mixed(air.glow, 0.4),
            lamp_colour: sketch_rgb(0xffb868),
            floor: sketch_rgb(0x6a452c),
            wall: sketch_rgb(reading.palette?.stops.middle ?? 0x8a8478),
            fog: reading.has(.fog) || reading.has(.dust) ? 1.2 : reading.has(.rays) ? 0.6 : 0
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_room(canvas, &air, &plan, first, end)
        }
        if hasLamp { paintHangingLamp(side: Double(plan.side), vanish: Double(plan.vanish)) }
    }

    private func paintHangingLamp(side: Double, vanish: Double) {
        let focal = Double(scene.air.focal), z = 2.45
        let x = vanish + side * 0.30 / z * focal
        let row = Double(scene.air.horizon) - 0.52 / z * focal
        let top = Double(scene.air.horizon) - 1.02 / z * focal
        paintMarks(
            [.line((x, top), (x, row), radius: scene.height * 0.0016, alpha: 0.95)],
            colour: scene.air.ambient.scaled(0.02),
            veil: 0.05
        )
        var place = SketchPlacement(
            x: x,
            row: row + scene.height * 0.02,
            size: scene.height * 0.075,
            z: z
        )
        place.contact = 0
        place.emission = 0.9
        paint(.lampShade(), place)
        paintGlows([
            sketch_glow(
                x: Float(x),
                y: Float(row + scene.height * 0.012),
                z: Float(z),
                core: Float(scene.height * 0.012),
                halo: Float(scene.height * 0.16),
                core_light: 2,
                halo_light: 0.22,
                colour: sketch_rgb(0xffc078)
            )
        ])
    }

    /// A nave of columns, sun through the windows of one side.
    func paintHall() {
        let reading = scene.reading, air = scene.air, isRight = scene.composition.sunX > 0.5
        let isNight = reading.time == .night || reading.time == .blue
        let plan = sketch_hall_plan(
            seed: air.seed,
            vanish: Float(scene.width * (isRight ? 0.47 : 0.53)),
            side: isRight ? -1 : 1,
            window: isNight ? 0.6 : reading.time == .overcast || reading.time == .storm ? 0.9 : 1.5,
            lamp: isNight || reading.has(.lamps) ? 1.6 : 0,
            pane: sketch_rgb(scene.script.sky.2).mixed(air.glow, 0.5),
            lamp_colour: sketch_rgb(0xffae60),
            stone: sketch_rgb(reading.palette?.stops.middle ?? 0x847a6e),
            dust: reading.has(.fog) || reading.has(.rays) || reading.has(.dust) ? 3 : 1.7
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_hall(canvas, &air, &plan, first, end)
        }
    }

    /// Something bright seen out of the dark.
    func paintBeyondCave() {
        let usual: [SketchSetting] = [.sea, .hills, .mountain, .coast]
        switch scene.reading.outlook ?? usual[scene.composition.layout] {
        case .sea: paintSea()
        case .hills: paintHills()
        case .dunes: paintDunes()
        case .canyon: paintCanyon()
        case .arctic: paintIce()
        case .city: paintCity()
        case .mountain: paintMountains()
        default: paintCoast()
        }
        paintCaveMouth()
    }

    /// Rock around the opening.
    private func paintCaveMouth() {
        let air = scene.air, isIcy = scene.reading.has(.snowy)
        let plan = sketch_cave_plan(
            seed: air.seed &+ 17,
            x: Float(scene.width * 0.5),
            y: Float(scene.height * 0.50),
            wide: Float(min(scene.width * 0.30, scene.height * 0.62)),
            tall: Float(scene.height * 0.37),
            rock: sketch_rgb(isIcy ? 0x5c9cc0 : scene.reading.palette?.stops.middle ?? 0x6e6258),
            light: air.glow.mixed(air.sun, 0.35).scaled(isIcy ? 2.6 : 2.0),
            lava: scene.reading.has(.lava) ? 1 : 0
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_cave(canvas, &air, &plan, first, end)
        }
    }
}
