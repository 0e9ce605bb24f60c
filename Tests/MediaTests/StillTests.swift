import Editorial
import Foundation
import Media
import Testing

struct StillTests {
    @Test func `A photograph is read as it is`() throws {
        let frame = try StillReader.read(rocket), info = try MediaInfo(probing: rocket)
        #expect(frame.size == PixelSize(width: 640, height: 427))
        #expect(frame.format == .rgba8)
        #expect((info.kind, info.size, info.container) == (.still, frame.size, "jpeg"))
        #expect(info.frameRate == nil && info.frameCount == nil && info.duration == nil)
    }

    @Test func `PNG keeps every bit`() throws {
        let scratch = try Scratch(), path = scratch["a.png"]
        let frame = try Frame(width: 37, height: 23) { x, y in
            Pixel(UInt8(x * 6), UInt8(y * 11), UInt8((x * y) & 255))
        }
        try StillWriter.write(frame, to: path)
        #expect(try StillReader.read(path).bytes == frame.bytes)
        #expect(try scratch.names == ["a.png"])
    }

    @Test func `JPEG keeps colours`() throws {
        let scratch = try Scratch(), path = scratch["a.JPG"]
        for colour in [
            Pixel(200, 50, 20), Pixel(0, 0, 255), Pixel(255, 255, 255), Pixel(7, 90, 30),
        ] {
            try StillWriter.write(Frame(width: 40, height: 24) { _, _ in colour }, to: path)
            #expect(try StillReader.read(path)[20, 12].distance(to: colour) <= 3)
        }
    }

    @Test func `A film's frame becomes a still of the same colour`() throws {
        let scratch = try Scratch(), size = PixelSize(width: 16, height: 16)
        let frame = try Frame(size: size, format: .yuv420p8)
        for plane in 0..<3 {
            frame.withMutablePlane(plane) { base, stride in
                let rows = frame.planeSize(plane).height
                base.update(repeating: [63, 102, 240][plane], count: stride * rows)
            }
        }
        for name in ["a.png", "a.jpg"] {
            try StillWriter.write(frame, to: scratch[name])
            #expect(try StillReader.read(scratch[name])[8, 8].distance(to: Pixel(255, 0, 0)) <= 3)
        }
    }

    @Test func `The same picture gives the same bytes`() throws {
        let scratch = try Scratch(), frame = try StillReader.read(rocket)
        for ending in ["png", "jpg"] {
            let files = try ["a.", "b."].map { name in
                try StillWriter.write(frame, to: scratch[name + ending])
                return try Data(contentsOf: URL(fileURLWithPath: scratch[name + ending]))
            }
            #expect(files[0] == files[1])
        }
    }

    @Test(arguments: [(1, 1), (1, 7), (7, 1), (2, 3)])
    func `The smallest pictures are pictures`(_ width: Int, _ height: Int) throws {
        let scratch = try Scratch(), colour = Pixel(90, 140, 200)
        for name in ["a.png", "a.jpg"] {
            try StillWriter.write(
                Frame(width: width, height: height) { _, _ in colour },
                to: scratch[name]
            )
            let frame = try StillReader.read(scratch[name])
            #expect(frame.size == PixelSize(width: width, height: height))
            #expect(frame[width - 1, height - 1].distance(to: colour) <= 3)
        }
    }

    @Test(arguments: [
        ("rgb48be", "png"), ("rgba64be", "png"), ("rgba", "png"), ("rgb24", "png"),
        ("pal8", "png"), ("rgb24", "bmp"), ("rgb48le", "tiff"), ("yuvj420p", "jpg"),
        ("yuvj422p", "jpg"), ("yuvj444p", "jpg"), ("bgra", "webp"), ("yuv420p", "webp"),
        ("rgb24", "ppm"), ("pal8", "gif"),
    ])
    func `Every pixel format gives the colour it stands for`(_ format: String, _ ending: String)
        throws
    {
        let scratch = try Scratch(), path = scratch["a." + ending]
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "color=0xC83214:size=32x32:duration=0.04",
            "-vf",
            format == "pal8" ? "split[a][b];[b]palettegen[p];[a][p]paletteuse" : "format=\(format)",
            "-q:v",
            ending == "webp" ? "100" : "1",
            "-frames:v",
            "1",
            path
        )
        let frame = try StillReader.read(path)
        #expect(frame.size == PixelSize(width: 32, height: 32))
        #expect(frame[16, 16].distance(to: Pixel(200, 50, 20)) <= 4)
        #expect(frame.alpha(16, 16) == 255)
    }

    @Test(arguments: ["gray", "gray16be", "ya8", "ya16be", "monob"])
    func `Grey pictures stay grey`(_ format: String) throws {
        let scratch = try Scratch(), path = scratch["a.png"]
        let level = format == "monob" ? 255 : 180
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "color=0xFFFFFF:size=32x32:duration=0.04,format=gray,lutyuv=y=\(level),format=\(format)",
            "-frames:v",
            "1",
            path
        )
        let grey = UInt8(level)
        #expect(try StillReader.read(path)[5, 5].distance(to: Pixel(grey, grey, grey)) <= 1)
    }

    @Test func `Transparency is laid over black`() throws {
        let scratch = try Scratch()
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "color=white@0.5:size=16x16,format=rgba",
            "-frames:v",
            "1",
            scratch["a.png"]
        )
        let frame = try StillReader.read(scratch["a.png"])
        #expect(frame[8, 8].distance(to: Pixel(128, 128, 128)) <= 2)
        #expect(frame.alpha(8, 8) == 255)
    }

    @Test(arguments: 1...8)
    func `A camera's turn is undone`(_ orientation: Int) throws {
        let scratch = try Scratch()
        // Red top left, green top right, blue bottom left, white bottom right.
        let upright = try Frame(width: 48, height: 32) { x, y in
            y < 16
                ? (x < 24 ? Pixel(255, 0, 0) : Pixel(0, 255, 0))
                : (x < 24 ? Pixel(0, 0, 255) : Pixel(255, 255, 255))
        }
        let stored = try turned(upright, orientation)
        try StillWriter.write(stored, to: scratch["plain.jpg"])
        let plain = try Data(contentsOf: URL(fileURLWithPath: scratch["plain.jpg"]))
        let path = try scratch.write(withOrientation(plain, orientation), to: "a.jpg")

        let frame = try StillReader.read(path)
        #expect(frame.size == upright.size)
        #expect(try MediaInfo(probing: path).size == upright.size)
        for (x, y) in [(6, 6), (42, 6), (6, 26), (42, 26)] where frame.size == upright.size {
            #expect(frame[x, y].distance(to: upright[x, y]) <= 6)
        }
    }

    @Test(arguments: ["a.tif", "a", "a.webp", ".png"])
    func `Other endings are refused before anything is written`(_ name: String) throws {
        let scratch = try Scratch()
        let error = #expect(throws: MediaError.self) {
            try StillWriter.write(
                Frame(width: 2, height: 2) { _, _ in Pixel(0, 0, 0) },
                to: scratch[name]
            )
        }
        #expect(error?.kind == .unsupported)
        #expect(try scratch.names == [])
    }

    @Test func `A still that cannot be written leaves nothing`() throws {
        let scratch = try Scratch()
        let error = #expect(throws: MediaError.self) {
            try StillWriter.write(
                Frame(width: 2, height: 2) { _, _ in Pixel(0, 0, 0) },
                to: scratch["nowhere/a.png"]
            )
        }
        #expect(error?.kind == .unwritable)
        #expect(try scratch.names == [])
    }

    /// Stores a picture the way a camera held at an Exif orientation does.
    private func turned(_ frame: Frame, _ orientation: Int) throws -> Frame {
        let (width, height) = (frame.size.width, frame.size.height)
        let isSideways = orientation >= 5
        return try Frame(
            width: isSideways ? height : width,
            height: isSideways ? width : height
        ) { x, y in
            switch orientation {
            case 2: frame[width - 1 - x, y]
            case 3: frame[width - 1 - x, height - 1 - y]
            case 4: frame[x, height - 1 - y]
            case 5: frame[y, x]
            case 6: frame[width - 1 - y, x]
            case 7: frame[width - 1 - y, height - 1 - x]
            case 8: frame[y, height - 1 - x]
            default: frame[x, y]
            }
        }
    }

    /// Puts an Exif segment with one tag right after a JPEG's start.
    private func withOrientation(_ jpeg: Data, _ orientation: Int) -> Data {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0,
        ]
        let body = Array("Exif".utf8) + [0, 0] + tiff
        let segment = [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
        return jpeg.prefix(2) + Data(segment) + jpeg.dropFirst(2)
    }
}
