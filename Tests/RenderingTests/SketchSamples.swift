import Editorial
import Foundation
import Media
import Testing

@testable import Rendering

/// Writes pictures to look at into the directory that `SKETCH_SAMPLES` names.
///
/// `SKETCH_PROMPTS` holds them one a line, `SKETCH_STYLES` the styles and
/// `SKETCH_SIZE` the size; without the directory nothing is painted.
struct SketchSamples {
    private static let environment = ProcessInfo.processInfo.environment

    @Test(.enabled(if: environment["SKETCH_SAMPLES"] != nil))
    func `Every sample is painted and written`() throws {
        let directory = Self.environment["SKETCH_SAMPLES"] ?? "."
        let size =
            Self.environment["SKETCH_SIZE"].flatMap { PixelSize($0) }
            ?? PixelSize(width: 640, height: 360)
        let styles =
            Self.environment["SKETCH_STYLES"].map { $0.split(separator: " ").map(String.init) }
            ?? ["natural"]
        let prompts = (Self.environment["SKETCH_PROMPTS"] ?? "").split(separator: "\n")
        let seed = UInt32(Self.environment["SKETCH_SEED"] ?? "1") ?? 1
        for (index, prompt) in prompts.enumerated() {
            for style in styles.compactMap(Style.init) {
                let start = Date()
                let sketch = try #require(
                    try Sketch.paint(prompt: String(prompt), style: style, seed: seed, size: size)
                )
                print(prompt, style, Int(Date().timeIntervalSince(start) * 1_000), "ms")
                let name = "\(directory)/\(index)-\(style.rawValue)"
                try sketch.portablePixmap.write(to: URL(fileURLWithPath: name + ".ppm"))
                try sketch.portableGraymap.write(to: URL(fileURLWithPath: name + "-depth.pgm"))
            }
        }
    }
}

extension Sketch {
    /// The picture's bytes without the rows' padding, RGBA.
    var bytes: [UInt8] {
        picture.withPlane { base, stride in
            (0..<picture.size.height).flatMap { row in
                Array(
                    UnsafeBufferPointer(start: base + row * stride, count: picture.size.width * 4)
                )
            }
        }
    }

    fileprivate var portablePixmap: Data {
        var data = Data("P6 \(picture.size.width) \(picture.size.height) 255\n".utf8)
        let bytes = bytes
        for pixel in 0..<picture.size.area {
            data.append(contentsOf: bytes[pixel * 4..<pixel * 4 + 3])
        }
        return data
    }

    fileprivate var portableGraymap: Data {
        var data = Data("P5 \(depth.size.width) \(depth.size.height) 255\n".utf8)
        data.append(contentsOf: depth.nearness.map { UInt8($0 * 255) })
        return data
    }
}
