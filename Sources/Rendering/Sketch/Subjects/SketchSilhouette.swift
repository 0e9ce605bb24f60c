import CRenderKernels
import Foundation

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

    /// Adds a closed, smooth outline through points.
    mutating func blob(
        _ points: [Point],
        value: Double = 0.13,
        light: UInt32? = nil,
        steps: Int = 4
    ) {
        let count = points.count
        guard count > 2 else { return }
        var outline: [Point] = []
        for index in 0..<count {
            let knots = (0..<4).map { offset -> Knot in
                let point = points[(index + offset + count - 1) % count]
                return (point.x, point.y, 1)
            }
            for step in 0..<steps {
                let knot = Self.spline(knots[0...3], at: Double(step) / Double(steps))
                outline.append((knot.x, knot.y))
            }
        }
        polygon(outline, value: value, light: light)
    }

    /// Adds a smooth blade between two points, `half` wide in its middle.
    mutating func blade(
        _ from: Point,
        _ to: Point,
        half: Double,
        sag: Double = 0,
        value: Double = 0.13
    ) {
        let dx = to.x - from.x, dy = to.y - from.y,
            length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
        let across = (x: -dy / length, y: dx / length)
        func edge(_ side: Double) -> [Point] {
            stride(from: 0.0, through: 1, by: 0.125).map { t in
                let wide = half * 4 * t * (1 - t) * (1.25 - 0.5 * t) * side,
                    low = sag * 4 * t * (1 - t)
                return (from.x + dx * t + across.x * wide, from.y + dy * t + across.y * wide - low)
            }
        }
        polygon(edge(1) + edge(-1).reversed(), value: value)
    }

    /// Adds another drawing, scaled about its feet and moved.
    mutating func add(_ other: SketchSilhouette, at place: Point = (0, 0), scale: Double = 1) {
        for part in other.parts {
            var part = part
            func moved(_ x: Float, _ y: Float) -> (Float, Float) {
                (Float(Double(x) * scale + place.x), Float(Double(y) * scale + place.y))
            }
            if part.kind == Int32(sketch_part_polygon) {
                let first = Int(part.first), count = Int(part.count)
                part.first = Int32(corners.count / 2)
                for index in first..<first + count {
                    let (x, y) = moved(other.corners[2 * index], other.corners[2 * index + 1])
                    corners += [x, y]
                }
            } else if part.kind == Int32(sketch_part_ellipse) {
                (part.x0, part.y0) = moved(part.x0, part.y0)
                part.x1 *= Float(scale)
                part.y1 *= Float(scale)
            } else {
                (part.x0, part.y0) = moved(part.x0, part.y0)
                (part.x1, part.y1) = moved(part.x1, part.y1)
                part.r0 *= Float(scale)
                part.r1 *= Float(scale)
            }
            parts.append(part)
        }
        widen(
            Double(other.left) * scale + place.x,
            Double(other.right) * scale + place.x,
            Double(other.bottom) * scale + place.y,
            Double(other.top) * scale + place.y
        )
    }

    /// Returns the drawing turned about the middle of its feet's height.
    func tilted(by angle: Double) -> SketchSilhouette {
        let cosine = cos(angle), sine = sin(angle), pivot = 0.45
        func turned(_ x: Double, _ y: Double) -> Point {
            (x * cosine - (y - pivot) * sine, x * sine + (y - pivot) * cosine + pivot)
        }
        var shape = SketchSilhouette()
        for part in parts {
            let light = part.is_emissive == 1 ? part.emission : nil
            switch Int(part.kind) {
            case sketch_part_polygon:
                let points = (Int(part.first)..<Int(part.first + part.count)).map {
                    turned(Double(corners[2 * $0]), Double(corners[2 * $0 + 1]))
                }
                shape.polygon(points, value: Double(part.value))
            case sketch_part_ellipse:
                let points = (0..<28).map { step -> Point in
                    let turn = Double(step) / 28 * 2 * .pi
                    return turned(
                        Double(part.x0) + cos(turn) * Double(part.x1),
                        Double(part.y0) + sin(turn) * Double(part.y1)
                    )
                }
                shape.polygon(points, value: Double(part.value))
            default:
                let from = turned(Double(part.x0), Double(part.y0))
                let to = turned(Double(part.x1), Double(part.y1))
                shape.stroke(
                    (from.x, from.y, Double(part.r0)),
                    (to.x, to.y, Double(part.r1)),
                    value: Double(part.value)
                )
            }
            if let light, let last = shape.parts.indices.last {
                shape.parts[last].is_emissive = 1
                shape.parts[last].emission = light
            }
        }
        return shape
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
