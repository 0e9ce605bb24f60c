import CRenderKernels
import Editorial
import Media

/// The few colours of a picture that stand best for all: a median cut in OkLab
/// (Heckbert, 1982).
enum LookPalette {
    /// Returns at most `count` colours, four numbers each: OkLab and a zero.
    static func colours(of cells: look_cells, count: Int) -> [Float] {
        guard let values = cells.values else { return [] }
        let total = Int(cells.columns) * Int(cells.rows)
        let step = max(1, total / 6000)
        let colours = stride(from: 0, to: total, by: step).map { index in
            let at = values + index * 4
            return OkLab(
                encoded: SIMD3(Double(at[0]), Double(at[1]), Double(at[2]))
            )
        }
        return cut(colours, count)
    }

    /// The same of a frame that is still to be graded.
    static func colours(of frame: Frame, count: Int, grade: ColourGrade) -> [Float] {
        let step = max(1, frame.size.height / 60)
        let colours = frame.withPlane { bytes, stride -> [OkLab] in
            var colours: [OkLab] = []
            for y in Swift.stride(from: step / 2, to: frame.size.height, by: step) {
                for x in Swift.stride(from: step / 2, to: frame.size.width, by: step) {
                    let at = bytes + y * stride + x * 4
                    let rgb = SIMD3(Double(at[0]), Double(at[1]), Double(at[2])) / 255
                    colours.append(OkLab(encoded: grade(rgb)))
                }
            }
            return colours
        }
        return cut(colours, count)
    }

    private static func cut(_ colours: [OkLab], _ count: Int) -> [Float] {
        var boxes = [colours]
        while boxes.count < count {
            let widths = boxes.map(widest)
            guard let index = widths.indices.max(by: { widths[$0].score < widths[$1].score }),
                widths[index].score > 1e-5
            else { break }
            let axis = widths[index].axis
            let sorted = boxes[index].sorted { component($0, axis) < component($1, axis) }
            boxes[index] = Array(sorted[..<(sorted.count / 2)])
            boxes.append(Array(sorted[(sorted.count / 2)...]))
        }
        return boxes.filter { !$0.isEmpty }.flatMap { box -> [Float] in
            let count = Double(box.count)
            let sum = box.reduce(SIMD3<Double>.zero) { $0 + SIMD3($1.lightness, $1.a, $1.b) }
            return [Float(sum.x / count), Float(sum.y / count), Float(sum.z / count), 0]
        }
    }

    private static func component(_ colour: OkLab, _ axis: Int) -> Double {
        axis == 0 ? colour.lightness : axis == 1 ? colour.a : colour.b
    }

    /// The axis along which a box is widest; large boxes weigh more, so that
    /// much of a picture is not left to one colour.
    private static func widest(_ box: [OkLab]) -> (axis: Int, score: Double) {
        guard box.count > 1 else { return (0, 0) }
        let widths = (0..<3).map { axis -> Double in
            let values = box.map { component($0, axis) }
            return ((values.max() ?? 0) - (values.min() ?? 0)) * (axis == 0 ? 1 : 1.4)
        }
        let axis = widths.indices.max { widths[$0] < widths[$1] } ?? 0
        return (axis, widths[axis] * Double(box.count).squareRoot())
    }
}
