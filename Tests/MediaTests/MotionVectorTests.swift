import Editorial
import Foundation
import Media
import Testing

struct MotionVectorTests {
    /// Writes a film whose picture moves right and down by so many pixels a frame.
    private func film(
        _ scratch: Scratch,
        step: (x: Int, y: Int),
        size: PixelSize = PixelSize(width: 320, height: 192),
        frames: Int = 4
    ) throws -> String {
        let path = scratch["moving.mp4"]
        let writer = try FilmWriter(
            path,
            settings: FilmSettings(size: size, frameRate: FrameRate(25), quality: 12)
        )
        for index in 0..<frames {
            let frame = try Frame(width: size.width, height: size.height) { x, y in
                let (u, v) = (Double(x - step.x * index), Double(y - step.y * index))
                let wave = sin(u / 7) * cos(v / 9) + sin(u / 23 + v / 17) + cos(u / 5 - v / 11)
                let level = UInt8(128 + 40 * wave)
                return Pixel(level, level, level)
            }
            try writer.append(frame)
        }
        try writer.finish()
        return path
    }

    @Test func `Blocks of a moving picture come from where it was`() throws {
        let scratch = try Scratch()
        let reader = try MotionVectorReader(try film(scratch, step: (6, -4)))
        #expect(reader.size == PixelSize(width: 320, height: 192))
        #expect(try reader.next())
        #expect(reader.vectors.isEmpty)
        for index in 1..<4 {
            #expect(try reader.next())
            let across = reader.vectors.map(\.dx).sorted(), down = reader.vectors.map(\.dy).sorted()
            #expect(abs(across[across.count / 2] + 6) < 0.6)
            #expect(abs(down[down.count / 2] - 4) < 0.6)
            #expect(abs(reader.seconds - Double(index) / 25) < 1e-6)
        }
        #expect(try !reader.next())
    }

    @Test func `A large film is read small, and its picture can be looked at`() throws {
        let scratch = try Scratch()
        let size = PixelSize(width: 1280, height: 720)
        let reader = try MotionVectorReader(try film(scratch, step: (0, 0), size: size, frames: 1))
        #expect(reader.size == PixelSize(width: 640, height: 360))
        #expect(try reader.next())
        let (low, high) = reader.withPicture { base, stride in
            let row = UnsafeBufferPointer(start: base + 100 * stride, count: 640)
            return (row.min() ?? 0, row.max() ?? 0)
        }
        #expect(high > low + 80)
    }

    @Test func `A film that lies on its side is read upright`() throws {
        let scratch = try Scratch()
        let lying = try film(scratch, step: (6, 0)), path = scratch["turned.mp4"]
        try ffmpeg("-i", lying, "-c", "copy", "-metadata:s:v", "rotate=90", path)
        let reader = try MotionVectorReader(path)
        #expect(reader.size == PixelSize(width: 192, height: 320))
        _ = try reader.next()
        _ = try reader.next()
        let down = reader.vectors.map(\.dy).sorted()
        #expect(abs(abs(down[down.count / 2]) - 6) < 0.6)
    }

    @Test func `Time that runs backwards is said to`() throws {
        let scratch = try Scratch(), path = scratch["backwards.mkv"]
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=64x64:d=1:r=10",
            "-c:v",
            "mjpeg",
            "-bsf:v",
            "setts=pts='if(eq(N,5),PTS-300,PTS)':dts='DTS-1000'",
            path
        )
        let reader = try MotionVectorReader(path)
        #expect {
            while try reader.next() {}
        } throws: { error in
            "\(error)"
                == "The time stamps of “backwards.mkv” run backwards at frame 6, so its motion "
                + "cannot be told; export the clip again."
        }
    }

    @Test func `A picture has no motion`() throws {
        #expect {
            _ = try MotionVectorReader(rocket)
        } throws: { error in
            (error as? MediaError)?.kind == .unsupported
                && "\(error)".hasPrefix("“rocket.jpg” is a picture, and only a film has motion;")
        }
    }
}
