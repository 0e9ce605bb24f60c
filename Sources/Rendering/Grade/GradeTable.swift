import CRenderKernels
import Dispatch
import Editorial
package import Media

/// What every colour of 8 bits becomes, at points between which it is looked
/// up in tetrahedra; made once, used by any number of threads.
///
/// @unchecked: the points are written before `init` returns and never after.
package final class GradeTable: @unchecked Sendable {
    /// What the three numbers of a colour are.
    package enum Space: Hashable, Sendable {
        /// Encoded sRGB.
        case rgb
        /// BT.709, limited range.
        case yuv
    }

    package let space: Space
    /// Points along an axis.
    package let size: Int
    private let points: UnsafeMutablePointer<Int16>

    /// Bakes a function of encoded colours, 0 to 1.
    ///
    /// - Precondition: `size` is 2 to 129.
    package init(
        _ space: Space = .rgb,
        size: Int = 33,
        colour: @Sendable (SIMD3<Double>) -> SIMD3<Double>
    ) {
        precondition((2...129).contains(size), "A table has 2 to 129 points along an axis.")
        self.space = space
        self.size = size
        let count = size * size * size + Int(grade_table_padding(Int32(size)))
        points = .allocate(capacity: count * 4)
        points.initialize(repeating: 0, count: count * 4)
        // unsafe: every sheet is written by one thread only.
        nonisolated(unsafe) let points = points
        DispatchQueue.concurrentPerform(iterations: size) { sheet in
            for index in sheet * size * size..<(sheet + 1) * size * size {
                let place = SIMD3(index % size, index / size % size, sheet)
                let input = SIMD3<Double>(place) / Double(size - 1)
                let output = space == .rgb ? colour(input) : GradeTable.throughRGB(input, colour)
                for channel in 0..<3 {
                    let value = min(1, max(0, output[channel])) * Double(GRADE_OUT_WHITE)
                    points[index * 4 + channel] = Int16(value.rounded())
                }
            }
        }
    }

    deinit { points.deallocate() }

    /// Sends a colour in codes of limited YUV, as parts of 255, through a
    /// function of RGB.
    private static func throughRGB(
        _ input: SIMD3<Double>,
        _ colour: (SIMD3<Double>) -> SIMD3<Double>
    ) -> SIMD3<Double> {
        let codes = input * 255
        let luma = (codes.x - 16) / 219
        let (blue, red) = ((codes.y - 128) / 224 * 1.8556, (codes.z - 128) / 224 * 1.5748)
        let rgb = SIMD3(luma + red, luma - (0.0722 * blue + 0.2126 * red) / 0.7152, luma + blue)
        let out = colour(rgb.clamped(lowerBound: .zero, upperBound: .one))
        let bright = (out * SIMD3(0.2126, 0.7152, 0.0722)).sum()
        return SIMD3(
            bright * 219 + 16,
            (out.z - bright) / 1.8556 * 224 + 128,
            (out.x - bright) / 1.5748 * 224 + 128
        ) / 255
    }

    /// Lends the table to a kernel.
    func withTable<Result>(
        isPortable: Bool = false,
        _ body: (UnsafePointer<grade_table>) -> Result
    ) -> Result {
        var table = grade_table(
            points: UnsafePointer(points),
            size: Int32(size),
            portable: isPortable ? 1 : 0
        )
        defer { withExtendedLifetime(self) {} }
        return body(&table)
    }

    /// Grades a frame; `target` may be `source` when they are rgba8.
    ///
    /// - Precondition: Both have one size, and the format of the table's space.
    package func apply(_ source: Frame, into target: Frame) {
        apply(source, into: target, rowsPerBand: 32, isPortable: false)
    }

    func apply(_ source: Frame, into target: Frame, rowsPerBand: Int, isPortable: Bool) {
        precondition(source.size == target.size, "A graded frame keeps its size.")
        precondition(source.format == target.format, "A graded frame keeps its format.")
        withTable(isPortable: isPortable) { table in
            // unsafe: bands only read the table and the source, and write rows of their own.
            nonisolated(unsafe) let table = table
            switch space {
            case .rgb: rgba(table, source, target, rowsPerBand)
            case .yuv: yuv(table, source, target, rowsPerBand)
            }
        }
    }

    private func rgba(
        _ table: UnsafePointer<grade_table>,
        _ source: Frame,
        _ target: Frame,
        _ rowsPerBand: Int
    ) {
        precondition(source.format == .rgba8, "A table of RGB grades rgba8 frames.")
        let (width, height) = (Int32(source.size.width), source.size.height)
        source.withPlane { input, inputStride in
            target.withMutablePlane { output, outputStride in
                // unsafe: as said in `apply`.
                nonisolated(unsafe) let (table, input, output) = (table, input, output)
                LookBands.run(height, rowsPerBand) { first, end in
                    grade_rgba(
                        table,
                        input,
                        inputStride,
                        output,
                        outputStride,
                        width,
                        first,
                        end
                    )
                }
            }
        }
    }

    private func yuv(
        _ table: UnsafePointer<grade_table>,
        _ source: Frame,
        _ target: Frame,
        _ rowsPerBand: Int
    ) {
        precondition(source.format == .yuv420p8, "A table of YUV grades yuv420p8 frames.")
        precondition(source !== target, "A 4:2:0 frame is graded into another.")
        // unsafe: as said in `apply`.
        nonisolated(unsafe) let (input, output) = (planes(source), planes(target))
        nonisolated(unsafe) let table = table
        let (width, height) = (Int32(source.size.width), Int32(source.size.height))
        LookBands.run(Int(height), rowsPerBand) { first, end in
            var (input, output) = (input, output)
            grade_yuv(table, &input, &output, width, height, first, end)
        }
        withExtendedLifetime((source, target)) {}
    }

    private func planes(_ frame: Frame) -> grade_yuv_picture {
        var strides = [0, 0, 0]
        let bases = (0..<3).map { plane in
            frame.withMutablePlane(plane) { base, stride in
                strides[plane] = stride
                return base
            }
        }
        return grade_yuv_picture(
            plane: (bases[0], bases[1], bases[2]),
            stride: (strides[0], strides[1], strides[2])
        )
    }
}
