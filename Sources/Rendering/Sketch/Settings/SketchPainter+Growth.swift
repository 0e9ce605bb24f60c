import CRenderKernels
import Editorial

extension SketchPainter {
    /// Pines in three depths that leave a clearing, mist between them, and the
    /// light that falls through.
    func paintPines() {
        let air = scene.air, height = scene.height
        let isFoggy = scene.reading.has(.fog)
        paintMist(
            z: 12,
            row: Double(air.horizon) + height * 0.02,
            thickness: 0.10,
            strength: isFoggy ? 0.8 : 0.45,
            seed: 1
        )
        var random = SketchRandom(seed: scene.seed, purpose: 41)
        for (z, count) in [(11.0, 17), (8.0, 13), (5.6, 9)] {
            let pines = pineRow(z: z, count: count, &random)
            let needles: UInt32 = scene.reading.has(.snowy) ? 0x6d7c84 : 0x33422f
            let colour = sketch_rgb(scene.reading.has(.autumn) ? 0x7a4420 : needles)
            canvas.columns { canvas, first, end in
                var air = air
                pines.withUnsafeBufferPointer {
                    let count = Int32($0.count)
                    sketch_pines(canvas, &air, $0.baseAddress, count, colour, first, end)
                }
            }
            paintMist(
                z: z * 0.8,
                row: scene.groundRow(at: z) - height * 0.03,
                thickness: 0.06,
                strength: isFoggy ? 0.5 : 0.28,
                seed: UInt32(z)
            )
        }
        if scene.script.sunVisible > 0.4 { paintRays(strength: 0.75) }
    }

    private func pineRow(z: Double, count: Int, _ random: inout SketchRandom) -> [sketch_pine] {
        let wide = scene.width / scene.height,
            number = max(3, Int(Double(count) * min(wide / 1.78, 3)))
        return (0..<number).compactMap { index in
            let x = (Double(index) + 0.5) / Double(number) + random.number(-0.03, 0.03)
            let size = scene.height * 5.0 / z * random.number(0.75, 1.25)
            let seed = UInt32(truncatingIfNeeded: random.next())
            guard abs(x - 0.5) > 0.15 * (1 + (9 - z) * 0.12) else { return nil }
            return sketch_pine(
                x: Float(x * scene.width),
                y: Float(scene.groundRow(at: z)),
                size: Float(size),
                z: Float(z),
                seed: seed
            )
        }
    }

    func paintMist(z: Double, row: Double, thickness: Double, strength: Double, seed: UInt32) {
        let air = scene.air, thick = Float(thickness * scene.height)
        canvas.rows { canvas, first, end in
            var air = air
            sketch_mist(
                canvas,
                &air,
                Float(z),
                Float(row),
                thick,
                Float(strength),
                seed,
                first,
                end
            )
        }
    }

    /// Shafts of light around whatever stands before the sun.
    func paintRays(strength: Float) {
        let air = scene.air, size = scene.size, canvas = canvas
        let step = max(1, size.height / 180)
        let columns = (size.width + step - 1) / step, rows = (size.height + step - 1) / step
        var open = [Float](repeating: 0, count: columns * rows)
        open.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            let target = SharedPlane(pointer: base)
            canvas.bands(of: 0..<rows) { first, end in
                sketch_openness(
                    canvas.kernelCanvas,
                    Int32(step),
                    target.pointer,
                    Int32(columns),
                    Int32(rows),
                    first,
                    end
                )
            }
        }
        let cells = open
        canvas.rows { kernel, first, end in
            var air = air
            cells.withUnsafeBufferPointer {
                sketch_rays(
                    kernel,
                    &air,
                    $0.baseAddress,
                    Int32(columns),
                    Int32(rows),
                    Int32(step),
                    strength,
                    first,
                    end
                )
            }
        }
    }

    /// Grass before the eye, nearly black, to frame what lies behind.
    func paintForeground() {
        paintKelp()
        paintPlankton()
        if scene.reading.setting == .jungle { paintFronds() }
        let reading = scene.reading
        guard reading.angle != .high, !reading.has(.snowy), let tall = grassHeight else { return }
        let colour: UInt32 =
            reading.has(.wheat) ? 0xa8853a : reading.setting == .field ? 0x4c5c28 : 0x3f4628
        let air = scene.air, height = scene.height
        canvas.columns { canvas, first, end in
            var air = air
            sketch_grass(
                canvas,
                &air,
                Float(height * 1.01),
                Float(height * tall),
                sketch_rgb(colour),
                air.seed &+ 3,
                first,
                end
            )
        }
    }

    /// How high grass stands before the eye, as a fraction of the height.
    private var grassHeight: Double? {
        let reading = scene.reading
        switch reading.setting {
        case .field: return reading.has(.wheat) ? 0.13 : 0.085
        case .forest, .village: return 0.085
        case .jungle: return 0.12
        case .swamp: return 0.15
        case .mountain where !reading.has(.lake) && !scene.standsByWater: return 0.085
        default: return nil
        }
    }

    /// Great leaves that reach in from the corners.
    private func paintFronds() {
        var random = random(43)
        for (x, row, size) in [
            (0.0, 1.02, 0.75), (0.10, 1.05, 0.55), (1.0, 1.02, 0.78), (0.90, 1.06, 0.52),
            (0.02, 0.35, 0.62), (0.99, 0.30, 0.55),
        ] {
            var place = SketchPlacement(
                x: x * scene.width,
                row: row * scene.height,
                size: size * scene.height,
                z: 0.9
            )
            place.contact = 0
            place.rim = 0.25
            place.sunlit = 0.35
            place.fogShare = 0
            place.tint = sketch_rgb(r: 0.3, g: 0.55, b: 0.25)
            let seed = UInt32(truncatingIfNeeded: random.next())
            paint(.frond(seed: seed, lean: x < 0.5 ? 1 : -1), place, facing: 1)
        }
    }
}
