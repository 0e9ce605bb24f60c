import Editorial
import Foundation
import Media
import Motion

/// The looks that come with the editor.
enum ShippedLookFiles {
    static let all: [Preset] = {
        let directory = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Presets/look").path(percentEncoded: false)
        return PresetLibrary.load(directory: directory).library.presets
    }()
}

extension Frame {
    /// An rgba8 frame of many colours, with a bright spot.
    static func colours(width: Int, height: Int) throws -> Frame {
        let frame = try Frame(size: PixelSize(width: width, height: height), format: .rgba8)
        frame.withMutablePlane { base, stride in
            for y in 0..<height {
                for x in 0..<width {
                    let at = base + y * stride + x * 4
                    let isLight =
                        abs(x - width / 3) < width / 12 && abs(y - height / 3) < height / 10
                    at[0] = isLight ? 255 : UInt8((x * 7 + y * 3) % 256)
                    at[1] = isLight ? 250 : UInt8((x * 2 + y * 11) % 256)
                    at[2] = isLight ? 235 : UInt8((x * 5 + y * 5 + 40) % 256)
                    at[3] = 255
                }
            }
        }
        return frame
    }

    /// An rgba8 frame of one grey.
    static func grey(_ level: UInt8, width: Int, height: Int) throws -> Frame {
        let frame = try Frame(size: PixelSize(width: width, height: height), format: .rgba8)
        frame.withMutablePlane { base, stride in
            for y in 0..<height {
                for x in 0..<width * 4 { base[y * stride + x] = x % 4 == 3 ? 255 : level }
            }
        }
        return frame
    }

    /// The bytes of an rgba8 frame, without padding.
    var rgba: [UInt8] {
        withPlane { base, stride in
            (0..<size.height).flatMap { row in
                UnsafeBufferPointer(start: base + row * stride, count: size.width * 4)
            }
        }
    }
}
