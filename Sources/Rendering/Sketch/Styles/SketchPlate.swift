import CRenderKernels
import Editorial

/// What the styles read besides the developed picture itself.
struct SketchPlate: Sendable {
    /// Lights 0…1, one a pixel.
    var lights: SketchPlane
    /// Lines or softened lights, one a pixel; empty where a style needs none.
    var lines: SketchPlane?
    var glow: SketchGlow?
    /// Lights below which given shares of the picture lie.
    var darkest: Float = 0
    var low: Float = 0.3
    var high: Float = 0.6
    var lightest: Float = 1
}

/// One number a pixel, written by bands and read by all.
///
/// @unchecked: bands write rows of their own and are done before it is read.
final class SketchPlane: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Float>

    init(count: Int) {
        pointer = .allocate(capacity: count)
        pointer.initialize(repeating: 0, count: count)
    }

    deinit { pointer.deallocate() }
}

extension SketchFinish {
    func plate() -> SketchPlate {
        let lights = SketchPlane(count: canvas.size.area)
        canvas.rows { kernel, first, end in
            sketch_lights_of(kernel.rgb, lights.pointer, kernel.width, first, end)
        }
        var plate = SketchPlate(lights: lights)
        var counts = [Int32](repeating: 0, count: 256)
        sketch_count_lights(lights.pointer, Int64(canvas.size.area), &counts)
        plate.darkest = Self.light(below: 0.02, counts)
        plate.low = Self.light(below: 0.42, counts)
        plate.high = Self.light(below: 0.72, counts)
        plate.lightest = Self.light(below: 0.97, counts)
        return plate
    }

    private static func light(below share: Double, _ counts: [Int32]) -> Float {
        let all = counts.reduce(0) { $0 + Double($1) }
        var sum = 0.0
        for (index, count) in counts.enumerated() {
            sum += Double(count)
            if sum >= all * share { return Float(index) / 255 }
        }
        return 1
    }

    /// Blurs a plane by `sigma` pixels at 720 rows.
    func soft(_ plane: SketchPlane, sigma: Double) -> SketchPlane {
        let across = SketchPlane(count: canvas.size.area),
            both = SketchPlane(count: canvas.size.area)
        let width = Float(max(sigma * scale, 0.35))
        for (from, to, isDown) in [(plane, across, Int32(0)), (across, both, 1)] {
            canvas.rows { kernel, first, end in
                sketch_gauss(
                    from.pointer,
                    to.pointer,
                    kernel.width,
                    kernel.height,
                    width,
                    isDown,
                    first,
                    end
                )
            }
        }
        return both
    }

    /// Contours where distance breaks, and where a light dips, weighed by `tone`.
    func lines(_ lights: SketchPlane, tone: Float) -> SketchPlane {
        let fine = soft(lights, sigma: 1), coarse = soft(lights, sigma: 1.8)
        let lines = SketchPlane(count: canvas.size.area)
        canvas.rows { kernel, first, end in
            sketch_lines(
                fine.pointer,
                coarse.pointer,
                kernel.z,
                lines.pointer,
                kernel.width,
                kernel.height,
                tone,
                first,
                end
            )
        }
        return lines
    }

    /// Hands the plate to a pass in bands of rows.
    func paint(
        _ plate: SketchPlate,
        _ target: SketchTarget,
        bandsPerLane: Int = 8,
        _ pass:
            @Sendable (_ plate: UnsafePointer<sketch_plate>, _ first: Int32, _ end: Int32) -> Void
    ) {
        let air = scene.air, canvas = canvas
        canvas.bands(of: 0..<canvas.size.height, perLane: bandsPerLane) { first, end in
            let kernel = canvas.kernelCanvas
            var raw = sketch_plate()
            raw.rgb = UnsafePointer(kernel.rgb)
            raw.z = UnsafePointer(kernel.z)
            (raw.width, raw.height, raw.seed) = (kernel.width, kernel.height, air.seed)
            (raw.horizon, raw.focal, raw.camera) = (air.horizon, air.focal, air.camera)
            (raw.sun_x, raw.sun_y) = (air.sun_x, air.sun_y)
            (raw.darkest, raw.low) = (plate.darkest, plate.low)
            (raw.high, raw.lightest) = (plate.high, plate.lightest)
            raw.lines = plate.lines.map { UnsafePointer($0.pointer) }
            (raw.bytes, raw.stride) = (target.bytes.pointer, Int64(target.stride))
            let none = SketchGlow(values: [0, 0, 0], columns: 1, rows: 1, step: 1)
            let glow = plate.glow ?? none
            glow.values.withUnsafeBufferPointer { cells in
                raw.glow = cells.baseAddress
                raw.glow_columns = Int32(glow.columns)
                raw.glow_rows = Int32(glow.rows)
                raw.glow_step = Int32(glow.step)
                pass(&raw, first, end)
            }
        }
    }
}
