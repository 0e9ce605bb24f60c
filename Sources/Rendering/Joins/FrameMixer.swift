import CRenderKernels
import Editorial
package import Media

/// Puts two of a film's frames together into one.
///
/// On encoded values, as editors know it: a dissolve in linear light would let
/// the brighter picture win too early.
package enum FrameMixer {
    /// From which side the second picture comes.
    package enum Side: String, CaseIterable, Hashable, Sendable {
        case left, right, top, bottom
    }

    /// Writes `share` of the second picture, 0…1, over the first.
    ///
    /// - Precondition: All have one size and format, rgba8 or yuv420p8.
    package static func dissolve(
        _ first: Frame,
        _ second: Frame,
        share: Double,
        into target: Frame
    ) {
        let weight = Int32((min(max(share, 0), 1) * 256).rounded())
        eachRow(first, second, target) { row in
            transfer_mix(row.first, row.second, Int32(row.count), weight, row.target)
        }
    }

    /// Writes the second picture as far as it has come in, with a soft edge.
    ///
    /// - Precondition: As for a dissolve.
    package static func wipe(
        _ first: Frame,
        _ second: Frame,
        share: Double,
        from side: Side,
        into target: Frame
    ) {
        let edge = 0.04
        // So that nothing of the edge is seen at either end.
        let front = min(max(share, 0), 1) * (1 + edge)
        func weight(at place: Double) -> Int32 {
            Int32((min(max((front - place) / edge, 0), 1) * 256).rounded())
        }
        eachRow(first, second, target) { row in
            switch side {
            case .top, .bottom:
                let place = row.place
                let weight = weight(at: side == .top ? place : 1 - place)
                transfer_mix(row.first, row.second, Int32(row.count), weight, row.target)
            case .left, .right:
                for column in 0..<row.columns {
                    let place = (Double(column) + 0.5) / Double(row.columns)
                    let start = column * row.bytes
                    transfer_mix(
                        row.first + start,
                        row.second + start,
                        Int32(row.bytes),
                        weight(at: side == .left ? place : 1 - place),
                        row.target + start
                    )
                }
            }
        }
    }

    /// A row of a plane of each picture.
    private struct Row {
        var first: UnsafePointer<UInt8>
        var second: UnsafePointer<UInt8>
        var target: UnsafeMutablePointer<UInt8>
        var columns: Int
        /// Bytes of a sample.
        var bytes: Int
        /// How far down, 0…1.
        var place: Double
        var count: Int { columns * bytes }
    }

    private static func eachRow(
        _ first: Frame,
        _ second: Frame,
        _ target: Frame,
        _ body: (Row) -> Void
    ) {
        eachPlane(first, second, target) { plane in
            for row in 0..<plane.size.height {
                body(
                    Row(
                        first: plane.first + row * plane.firstStride,
                        second: plane.second + row * plane.secondStride,
                        target: plane.target + row * plane.stride,
                        columns: plane.size.width,
                        bytes: plane.bytes,
                        place: (Double(row) + 0.5) / Double(plane.size.height)
                    )
                )
            }
        }
    }

    /// A plane of each picture; strides are in bytes.
    struct Plane {
        var first: UnsafePointer<UInt8>
        var firstStride: Int
        var second: UnsafePointer<UInt8>
        var secondStride: Int
        var target: UnsafeMutablePointer<UInt8>
        var stride: Int
        var size: PixelSize
        /// Bytes of a sample.
        var bytes: Int
    }

    static func eachPlane(
        _ first: Frame,
        _ second: Frame,
        _ target: Frame,
        _ body: (Plane) -> Void
    ) {
        precondition(
            first.size == target.size && second.size == target.size,
            "Frames that are mixed have one size."
        )
        precondition(
            first.format == target.format && second.format == target.format
                && target.format != .yuv420p10,
            "Frames that are mixed have one format of 8 bits."
        )
        for plane in 0..<target.format.planeCount {
            first.withPlane(plane) { one, oneStride in
                second.withPlane(plane) { other, otherStride in
                    target.withMutablePlane(plane) { result, stride in
                        body(
                            Plane(
                                first: one,
                                firstStride: oneStride,
                                second: other,
                                secondStride: otherStride,
                                target: result,
                                stride: stride,
                                size: target.planeSize(plane),
                                bytes: target.format == .rgba8 ? 4 : 1
                            )
                        )
                    }
                }
            }
        }
    }
}
