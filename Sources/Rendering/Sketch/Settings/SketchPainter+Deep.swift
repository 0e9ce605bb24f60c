import CRenderKernels

extension SketchPainter {
    /// Water from below: light from the surface, rocks and weed on the floor.
    func paintDeep() {
        let air = scene.air, script = scene.script
        let plan = sketch_deep_plan(
            seed: air.seed,
            near_light: sketch_rgb(script.sky.0),
            middle: sketch_rgb(script.sky.1),
            deep: sketch_rgb(script.sky.2).scaled(0.75),
            abyss: sketch_rgb(script.fog).scaled(0.22),
            ray: sketch_rgb(script.sun),
            rays: scene.reading.has(.rays) ? 0.85 : 0.60
        )
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_deep(canvas, &air, &plan, first, end)
        }
        let floors: [(z: Double, rise: Double)] = [(13, 0.22), (8, 0.29), (3.6, 0.38)]
        for (index, floor) in floors.enumerated() {
            var ridge = scene.ridge(
                UInt32(index) + 30,
                rise: floor.rise,
                amplitude: 0.16,
                frequency: 1.5 + 0.5 * Double(index),
                z: floor.z,
                colour: 0x10282c
            )
            ridge.octaves = 6
            paintRidge(ridge)
            paintCoral(z: floor.z * 0.93, index: index)
        }
        canvas.rows { canvas, first, end in
            var air = air
            sketch_caustics(canvas, &air, 14, 0.8, first, end)
        }
        paintShoal()
    }

    private func paintCoral(z: Double, index: Int) {
        var random = random(UInt32(90 + index))
        for _ in 0..<(4 + index * 2) {
            let x = random.number(0.02, 0.98) * scene.width
            let size = scene.height * random.number(0.05, 0.10) * (1 + 0.5 * Double(index))
            let row = firstRow(at: Int(x), nearerThan: Float(z * 1.2)) ?? Int(scene.height)
            var place = SketchPlacement(
                x: x,
                row: Double(row) + scene.height * 0.012,
                size: size,
                z: z
            )
            let tints: [sketch_rgb] = [
                sketch_rgb(r: 2.6, g: 0.8, b: 0.9), sketch_rgb(r: 2.2, g: 1.3, b: 0.5),
                sketch_rgb(r: 0.7, g: 1.4, b: 1.5), sketch_rgb(r: 1.6, g: 0.8, b: 2.0),
            ]
            place.tint = tints[Int(random.next() % 4)]
            place.contact = 0
            place.sunlit = 1.2
            place.rim = 0.4
            paint(.coral(seed: UInt32(truncatingIfNeeded: random.next())), place)
        }
    }

    /// Small fish that turn together.
    private func paintShoal() {
        var random = random(96)
        let x = scene.width * (scene.composition.isRight ? 0.74 : 0.24)
        var place = SketchPlacement(
            x: x,
            row: scene.height * random.number(0.40, 0.52),
            size: scene.height * 0.16,
            z: 7
        )
        place.contact = 0
        place.rim = 0.5
        place.tint = sketch_rgb(r: 0.6, g: 0.9, b: 1)
        paint(.shoal(seed: scene.seed), place)
    }

    /// Weed at the sides of the frame, almost black.
    func paintKelp() {
        guard scene.reading.setting == .underwater else { return }
        var random = random(97)
        let dense = scene.reading.has(.kelp) ? 9 : 5
        for index in 0..<dense * 2 {
            let isLeft = index % 2 == 0, reach = random.number(0, 1)
            let x = reach * reach * 0.17
            var place = SketchPlacement(
                x: (isLeft ? x : 1 - x) * scene.width,
                row: scene.height * 1.02,
                size: 0,
                z: 1.2
            )
            place.size = scene.height * random.number(0.28, scene.reading.has(.kelp) ? 0.78 : 0.5)
            place.contact = 0
            place.rim = 0.12
            place.sunlit = 0.2
            place.fogShare = 0.3
            place.tint = sketch_rgb(r: 0.25, g: 0.5, b: 0.45)
            paint(.kelp(seed: UInt32(truncatingIfNeeded: random.next())), place)
        }
    }

    /// Specks that drift in the light.
    func paintPlankton() {
        guard scene.reading.setting == .underwater else { return }
        var random = random(98)
        paintGlows(
            (0..<90).map { _ in
                let size = random.number(0, 1)
                return sketch_glow(
                    x: Float(random.number(0, 1) * scene.width),
                    y: Float(random.number(0, 1) * scene.height),
                    z: 0.5,
                    core: Float((0.0007 + 0.0016 * size * size * size) * scene.height),
                    halo: 0.01,
                    core_light: Float(random.number(0.10, 0.55)),
                    halo_light: 0,
                    colour: sketch_rgb(0xc8fff4)
                )
            }
        )
    }
}
