import CRenderKernels
import Editorial
package import Media

/// What each code of red, green and blue becomes by itself: exact, where a
/// table of colours would look between points.
package struct GradeCurves: Sendable {
    private let codes: [UInt8]

    /// - Precondition: The table has a curve for each channel.
    package init(_ table: CubeLUT) {
        precondition(table.shape == .curves, "Curves are made from a table of curves.")
        codes = (0..<3).flatMap { channel in
            (0..<256).map { code in
                let value = table(SIMD3(repeating: Double(code) / 255))[channel]
                return UInt8((min(1, max(0, value)) * 255).rounded())
            }
        }
    }

    /// Changes an rgba8 frame that is nobody else's.
    package func apply(to frame: Frame) {
        precondition(frame.format == .rgba8, "Curves are given to rgba8 frames.")
        let width = Int32(frame.size.width)
        codes.withUnsafeBufferPointer { codes in
            frame.withMutablePlane { bytes, stride in
                guard let base = codes.baseAddress else { return }
                // unsafe: bands write rows of their own.
                nonisolated(unsafe) let (bytes, shared) = (bytes, base)
                LookBands.run(frame.size.height, 64) {
                    grade_curves(shared, bytes, stride, width, $0, $1)
                }
            }
        }
    }
}
