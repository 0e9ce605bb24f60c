import Editorial
import Foundation
import Media
import Motion

/// Pictures to render from, and readings of what was rendered.
extension Frame {
    /// Paints every pixel by a function of its column and row.
    convenience init(
        _ width: Int,
        _ height: Int,
        _ colour: (_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8)
    ) throws {
        try self.init(size: PixelSize(width: width, height: height), format: .rgba8)
        withMutablePlane { pixels, stride in
            for y in 0..<height {
                for x in 0..<width {
                    let (red, green, blue) = colour(x, y)
                    let pixel = pixels + y * stride + x * 4
                    pixel[0] = red
                    pixel[1] = green
                    pixel[2] = blue
                    pixel[3] = 255
                }
            }
        }
    }

    /// A picture of every brightness and much detail, the same for a seed.
    static func noise(_ width: Int, _ height: Int, seed: UInt64 = 7) throws -> Frame {
        var state = seed
        return try Frame(width, height) { x, y in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let bits = state >> 33
            let wave = UInt8((sin(Double(x) / 40) * cos(Double(y) / 30) + 1) * 60)
            return (
                wave + UInt8(bits & 127), wave + UInt8((bits >> 7) & 127),
                wave + UInt8((bits >> 14) & 127)
            )
        }
    }

    /// Writes the codes of a plane of ten bits.
    func fill(_ plane: Int, with code: (Int, Int) -> UInt16) {
        let size = planeSize(plane)
        withMutablePlane(plane) { pixels, stride in
            for y in 0..<size.height {
                let row = UnsafeMutableRawPointer(pixels + y * stride)
                for x in 0..<size.width {
                    row.storeBytes(
                        of: code(x, y).littleEndian,
                        toByteOffset: x * 2,
                        as: UInt16.self
                    )
                }
            }
        }
    }

    /// A plane's bytes without the padding of its rows.
    func samples(_ plane: Int = 0) -> [UInt8] {
        let size = planeSize(plane)
        let width = size.width * (format == .rgba8 ? 4 : format == .yuv420p10 ? 2 : 1)
        return withPlane(plane) { pixels, stride in
            (0..<size.height).flatMap { row in
                Array(UnsafeBufferPointer(start: pixels + row * stride, count: width))
            }
        }
    }
}

extension CameraPath {
    /// A camera that stays in one pose for the whole shot.
    static func resting(_ values: [CameraChannel: Double]) -> CameraPath {
        let curves = values.mapValues { ChannelCurve.eased([CurveKey(0, $0)]) }
        return CameraPath([(preset: Preset(id: "pose", name: "Pose", curves: curves), strength: 1)])
    }

    static func moving(_ channel: CameraChannel, _ keys: [CurveKey]) -> CameraPath {
        let preset = Preset(id: "move", name: "Move", curves: [channel: .eased(keys)])
        return CameraPath([(preset: preset, strength: 1)])
    }
}

/// Linear light, 0…1, of an sRGB code.
func linear(_ code: UInt8) -> Double {
    let value = Double(code) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

/// The largest difference between two rows of samples.
func largestDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
    zip(a, b).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
}

extension Frame {
    /// A plane's samples of sixteen bits.
    func words(_ plane: Int) -> [UInt16] {
        let bytes = samples(plane)
        return stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
    }
}
