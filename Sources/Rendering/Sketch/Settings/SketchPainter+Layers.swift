import CRenderKernels
import Editorial

// The layers, each in bands on all cores.
extension SketchPainter {
    func paintLand(_ plan: sketch_land_plan) {
        let air = scene.air
        canvas.columns { canvas, first, end in
            var air = air, plan = plan
            sketch_land(canvas, &air, &plan, first, end)
        }
    }

    func paintRidge(_ plan: sketch_ridge_plan) {
        let air = scene.air
        canvas.columns { canvas, first, end in
            var air = air, plan = plan
            sketch_ridge(canvas, &air, &plan, first, end)
        }
    }

    func paintSkyline(_ plan: sketch_skyline_plan) {
        let air = scene.air
        canvas.columns { canvas, first, end in
            var air = air, plan = plan
            sketch_skyline(canvas, &air, &plan, first, end)
        }
    }

    /// Paints level ground, no nearer than `nearest` and no farther than
    /// `farthest`.
    func paintGround(
        _ plan: sketch_ground_plan,
        nearest: Double = 0,
        farthest: Double = 1_000
    ) {
        let air = scene.air
        let first = Int(scene.groundRow(at: farthest))
        let end = nearest > 0 ? Int(scene.groundRow(at: nearest)) : scene.size.height
        guard first < min(end, scene.size.height) else { return }
        canvas.rows(max(0, first)..<min(end, scene.size.height)) { canvas, first, end in
            var air = air, plan = plan
            sketch_ground(canvas, &air, &plan, first, end)
        }
    }

    /// Paints water, everywhere below the horizon or only where the land left it.
    func paintWater(ripple: Double, sparkle: Double = 1, onlyMarked: Bool) {
        let air = scene.air
        let calm = scene.reading.has(.calm) ? 0.45 : scene.reading.has(.rough) ? 1.6 : 1
        let plan = sketch_water_plan(
            ripple: Float(ripple * calm),
            sparkle: Float(sparkle),
            deep: air.zenith.mixed(air.ambient, 0.3).scaled(0.35),
            only_marked: onlyMarked ? 1 : 0
        )
        canvas.rows(min(max(0, scene.horizonRow), scene.size.height)..<scene.size.height) {
            canvas,
            first,
            end in
            var air = air, plan = plan
            sketch_water(canvas, &air, &plan, first, end)
        }
    }

    /// Draws marks that keep `veil` of what they lie over and add a colour.
    func paintMarks(_ marks: [sketch_mark], colour: sketch_rgb, veil: Float) {
        canvas.rows { canvas, first, end in
            marks.withUnsafeBufferPointer {
                let count = Int32($0.count)
                sketch_marks(canvas, $0.baseAddress, count, colour, veil, first, end)
            }
        }
    }

    func paintGlows(_ glows: [sketch_glow]) {
        guard !glows.isEmpty else { return }
        canvas.rows { canvas, first, end in
            glows.withUnsafeBufferPointer {
                sketch_glows(canvas, $0.baseAddress, Int32($0.count), first, end)
            }
        }
    }

    func paintBeams(_ beams: [sketch_beam]) {
        canvas.rows { canvas, first, end in
            beams.withUnsafeBufferPointer {
                sketch_beams(canvas, $0.baseAddress, Int32($0.count), first, end)
            }
        }
    }

    func paintPlume(_ plan: sketch_plume) {
        let air = scene.air
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_paint_plume(canvas, &air, &plan, first, end)
        }
    }

    func paintPlanet(_ plan: sketch_planet) {
        let air = scene.air
        canvas.rows { canvas, first, end in
            var air = air, plan = plan
            sketch_paint_planet(canvas, &air, &plan, first, end)
        }
    }
}
