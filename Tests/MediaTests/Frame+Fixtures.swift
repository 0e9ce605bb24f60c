import Editorial
import Media

struct Pixel: Hashable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The largest difference of a channel.
    func distance(to other: Pixel) -> Int {
        zip([red, green, blue], [other.red, other.green, other.blue])
            .map { abs(Int($0) - Int($1)) }.max() ?? 0
    }
}

extension Frame {
    /// Makes an opaque rgba8 frame.
    convenience init(
        width: Int,
        height: Int,
        _ colour: (_ x: Int, _ y: Int) -> Pixel
    ) throws(MediaError) {
        try self.init(size: PixelSize(width: width, height: height), format: .rgba8)
        withMutablePlane { base, stride in
            for y in 0..<height {
                for x in 0..<width {
                    let pixel = colour(x, y), place = base + y * stride + x * 4
                    (place[0], place[1], place[2], place[3]) =
                        (pixel.red, pixel.green, pixel.blue, 255)
                }
            }
        }
    }

    subscript(x: Int, y: Int) -> Pixel {
        withPlane { base, stride in
            let place = base + y * stride + x * 4
            return Pixel(place[0], place[1], place[2])
        }
    }

    func alpha(_ x: Int, _ y: Int) -> UInt8 {
        withPlane { base, stride in base[y * stride + x * 4 + 3] }
    }

    /// The pixels, row by row, without padding.
    var bytes: [UInt8] {
        withPlane { base, stride in
            (0..<size.height).flatMap { row in
                UnsafeBufferPointer(start: base + row * stride, count: size.width * 4)
            }
        }
    }

    /// A frame that carries its number as eight black or white bars.
    static func numbered(_ number: Int, width: Int = 128, height: Int = 64) throws -> Frame {
        try Frame(width: width, height: height) { x, _ in
            number >> (x * 8 / width) & 1 == 1 ? Pixel(235, 235, 235) : Pixel(20, 20, 20)
        }
    }

    /// The number such a frame carries.
    var number: Int {
        (0..<8).reduce(0) { sum, bit in
            let x = (2 * bit + 1) * size.width / 16
            return sum | (self[x, size.height / 2].green > 128 ? 1 << bit : 0)
        }
    }
}

/// Writes a film whose frames carry their numbers.
func writeNumbered(
    _ path: String,
    frames: Int,
    rate: FrameRate = FrameRate(24),
    metadata: [String: String] = [:]
) throws {
    let writer = try FilmWriter(
        path,
        settings: FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: rate,
            metadata: metadata,
            threads: 2
        )
    )
    for number in 0..<frames { try writer.append(Frame.numbered(number)) }
    try writer.finish()
}
