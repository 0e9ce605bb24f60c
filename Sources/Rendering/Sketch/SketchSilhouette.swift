import CRenderKernels

/// The outline of a subject, built of ellipses, tapered limbs and polygons.
///
/// Unit space: x right, y up, feet at 0, height about 1. Values are how light a
/// surface is, 0…1; later parts lie over earlier ones.
struct SketchSilhouette: Sendable {
    typealias Point = (x: Double, y: Double)
    typealias Knot = (x: Double, y: Double, radius: Double)

    private(set) var parts: [sketch_part] = []
    private(set) var corners: [Float] = []
    private(set) var left: Float = 0
    private(set) var right: Float = 0
    private(set) var bottom: Float = 0
    private(set) var top: Float = 0

    static let lamp: UInt32 = 0xffbe64

    mutating func ellipse(
        _ x: Double,
        _ y: Double,
        _ radiusX: Double,
        _ radiusY: Double? = nil,
        value: Double = 0.13,
        light: UInt32? = nil
    ) {
        let radiusY = radiusY ?? radiusX
        widen(x - radiusX, x + radiusX, y - radiusY, y + radiusY)
        var part = blank(sketch_part_ellipse, value: value, light: light)
        (part.x0, part.y0) = (Float(x), Float(y))
        (part.x1, part.y1) = (Float(radiusX), Float(radiusY))
        parts.append(part)
    }

    mutating func polygon(_ points: [Point], value: Double = 0.13, light: UInt32? = nil) {
        var part = blank(sketch_part_polygon, value: value, light: light)
        part.first = Int32(corners.count / 2)
        part.count = Int32(points.count)
        for point in points {
            widen(point.x, point.x, point.y, point.y)
            corners.append(Float(point.x))
            corners.append(Float(point.y))
        }
        parts.append(part)
    }

    mutating func box(
        _ x0: Double,
        _ y0: Double,
        _ x1: Double,
        _ y1: Double,
        value: Double = 0.13,
        light: UInt32? = nil
    ) {
        polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], value: value, light: light)
    }

    /// Adds a tube through knots, rounded like a spline.
    mutating func limb(_ knots: [Knot], value: Double = 0.13) {
        guard let first = knots.first, let last = knots.last else { return }
        let through = [first] + knots + [last]
        var from = first
        for index in 1..<max(2, through.count - 2) {
            for step in 1...5 {
                let to = Self.spline(through[index - 1...index + 2], at: Double(step) / 5)
                stroke(from, to, value: value)
                from = to
            }
        }
    }

    /// Adds the same parts again, mirrored.
    mutating func mirrored(_ build: (inout SketchSilhouette, Double) -> Void) {
        build(&self, -1)
        build(&self, 1)
    }

    /// Returns points on an arc that bulges from the line between two points.
    static func arc(_ from: Point, _ to: Point, bulge: Point, count: Int = 9) -> [Point] {
        (0..<count).map { index in
            let t = Double(index) / Double(count - 1), swell = 4 * t * (1 - t)
            return (
                from.x + (to.x - from.x) * t + bulge.x * swell,
                from.y + (to.y - from.y) * t + bulge.y * swell
            )
        }
    }

    private mutating func stroke(_ from: Knot, _ to: Knot, value: Double) {
        let reach = max(from.radius, to.radius)
        widen(
            min(from.x, to.x) - reach,
            max(from.x, to.x) + reach,
            min(from.y, to.y) - reach,
            max(from.y, to.y) + reach
        )
        var part = blank(sketch_part_limb, value: value, light: nil)
        (part.x0, part.y0, part.r0) = (Float(from.x), Float(from.y), Float(from.radius))
        (part.x1, part.y1, part.r1) = (Float(to.x), Float(to.y), Float(to.radius))
        parts.append(part)
    }

    private static func spline(_ knots: ArraySlice<Knot>, at t: Double) -> Knot {
        let k = Array(knots)
        func along(_ path: KeyPath<Knot, Double>) -> Double {
            let (a, b, c, d) = (
                k[0][keyPath: path], k[1][keyPath: path], k[2][keyPath: path], k[3][keyPath: path]
            )
            let linear = 2 * b + (c - a) * t
            let square = (2 * a - 5 * b + 4 * c - d) * t * t
            return 0.5 * (linear + square + (3 * b - a - 3 * c + d) * t * t * t)
        }
        return (along(\.x), along(\.y), max(along(\.radius), 0.001))
    }

    private func blank(_ kind: Int, value: Double, light: UInt32?) -> sketch_part {
        var part = sketch_part()
        part.kind = Int32(kind)
        part.value = Float(value)
        part.is_emissive = light == nil ? 0 : 1
        if let light { part.emission = sketch_rgb(light) }
        return part
    }

    private mutating func widen(_ x0: Double, _ x1: Double, _ y0: Double, _ y1: Double) {
        left = min(left, Float(x0))
        right = max(right, Float(x1))
        bottom = min(bottom, Float(y0))
        top = max(top, Float(y1))
    }
}
