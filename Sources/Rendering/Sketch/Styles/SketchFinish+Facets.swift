import CRenderKernels
import Editorial
import Foundation

extension SketchFinish {
    /// The most corners that a picture is cut into.
    private static let mostCorners = 9_000

    /// Triangles of one colour, small where there is much to see.
    func cutFacets(_ target: SketchTarget) {
        var plate = plate()
        plate.lines = lines(plate.lights, tone: 0.5)
        let size = canvas.size, canvas = canvas
        let scale = Float(8_000 / Double(max(size.width, size.height)))
        let triangles = triangulate(corners(plate, scale: scale))
        memcpy(canvas.spare, canvas.light, size.area * 3 * MemoryLayout<Float>.stride)
        memcpy(canvas.spareDistance, canvas.distance, size.area * MemoryLayout<Float>.stride)
        paint(plate, target) { raw, first, end in
            triangles.points.withUnsafeBufferPointer { points in
                triangles.corners.withUnsafeBufferPointer { corners in
                    sketch_facets(
                        raw,
                        points.baseAddress,
                        corners.baseAddress,
                        0,
                        Int32(triangles.count),
                        scale,
                        canvas.spare,
                        canvas.spareDistance,
                        first,
                        end
                    )
                }
            }
        }
        canvas.swap()
        canvas.swapDistances()
        write(target)
    }

    private func corners(_ plate: SketchPlate, scale: Float) -> [Int32] {
        var points = [Int32](repeating: 0, count: Self.mostCorners * 2)
        let count = Int(
            sketch_facet_points(
                plate.lines?.pointer,
                plate.lights.pointer,
                Int32(canvas.size.width),
                Int32(canvas.size.height),
                scene.air.seed,
                scale,
                &points,
                Int32(Self.mostCorners)
            )
        )
        // No two may lie in one place.
        var seen = Set<Int64>(), single: [Int32] = []
        for index in 0..<count {
            let (x, y) = (points[2 * index], points[2 * index + 1])
            if seen.insert(Int64(x) << 32 | Int64(y)).inserted { single += [x, y] }
        }
        return single
    }

    private func triangulate(_ points: [Int32]) -> (points: [Int32], corners: [Int32], count: Int) {
        let count = Int32(points.count / 2)
        var corners = [Int32](repeating: 0, count: Int(count) * 6)
        var scratch = [Int32](repeating: 0, count: Int(sketch_triangulate_scratch(count)))
        let made = sketch_triangulate(points, count, &corners, &scratch)
        return (points, corners, Int(made))
    }
}
