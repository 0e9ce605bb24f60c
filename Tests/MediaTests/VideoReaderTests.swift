import Editorial
import Media
import Testing

struct VideoReaderTests {
    @Test func `Frames asked for in any order are the ones asked for`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 120)
        let reader = try VideoReader(scratch["film.mp4"])

        for index in shuffled(120) {
            #expect(try reader.frame(at: FrameIndex(index)).number == index)
        }
    }

    @Test func `Forwards and backwards give the same frames`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 60, rate: FrameRate(30000, 1001))
        let reader = try VideoReader(scratch["film.mp4"])

        let forwards = try (0..<60).map { try reader.frame(at: FrameIndex($0)).bytes }
        let backwards = try (0..<60).reversed().map { try reader.frame(at: FrameIndex($0)).bytes }
        #expect(forwards == backwards.reversed())
    }

    @Test func `Playing on gives every frame once and then nothing`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 50)
        let reader = try VideoReader(scratch["film.mp4"])

        var numbers: [Int] = []
        while let frame = try reader.next() { numbers.append(frame.number) }
        #expect(numbers == Array(0..<50))
        #expect(try reader.next() == nil)
    }

    @Test func `Playing on goes from the frame asked for last`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 90)
        let reader = try VideoReader(scratch["film.mp4"])

        #expect(try reader.frame(at: FrameIndex(70)).number == 70)
        #expect(try reader.next()?.number == 71)
        #expect(try reader.frame(at: FrameIndex(3)).number == 3)
        #expect(try reader.next()?.number == 4)
    }

    @Test func `Past the end is the last frame`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 30)
        let reader = try VideoReader(scratch["film.mp4"])

        #expect(try reader.frame(at: FrameIndex(1000)).number == 29)
        #expect(try reader.frame(at: FrameIndex(0)).number == 0)
    }

    @Test func `A frame stays as it was while later ones are read`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 40)
        let reader = try VideoReader(scratch["film.mp4"])

        let kept = try (0..<10).map { try reader.frame(at: FrameIndex($0)) }
        while try reader.next() != nil {}
        #expect(kept.map(\.number) == Array(0..<10))
    }

    @Test(arguments: [
        ["-c", "copy", "offset.ts"],
        ["-c", "copy", "film.mkv"],
        ["-c:v", "mpeg2video", "-bf", "2", "-q:v", "2", "open.ts"],
        ["-c:v", "libx264", "-bf", "4", "-g", "30", "-x264-params", "open-gop=1", "open.mp4"],
        ["-c:v", "libx264", "-bf", "3", "-g", "250", "long.mp4"],
        [
            "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "2M",
            "film.webm",
        ],
        ["-c:v", "mjpeg", "-q:v", "2", "film.avi"],
        ["-c:v", "mpeg4", "-bf", "2", "-q:v", "2", "-g", "20", "asp.mov"],
        ["-c:v", "gif", "film.gif"],
    ])
    func `Every container is exact, with B-frames and a late start`(_ recipe: [String]) throws {
        let scratch = try Scratch(), name = recipe[recipe.count - 1]
        try writeNumbered(scratch["source.mp4"], frames: 100, rate: FrameRate(25))
        let shift = ["-output_ts_offset", "7.4"]
        try run(
            "ffmpeg",
            ["-loglevel", "error", "-i", scratch["source.mp4"]] + recipe.dropLast()
                + (name.hasSuffix(".ts") ? shift : []) + [scratch[name]]
        )
        let reader = try VideoReader(scratch[name])

        #expect(reader.info.frameCount == 100)
        #expect(reader.info.frameRate == FrameRate(25))
        for index in shuffled(100).prefix(40) {
            let number = try reader.frame(at: FrameIndex(index)).number
            #expect(number == index)
        }
        #expect(try reader.frame(at: FrameIndex(0)).number == 0)
        var numbers = [0]
        while let frame = try reader.next() { numbers.append(frame.number) }
        #expect(numbers == Array(0..<100))
    }

    @Test func `A varying rate lies on the grid of its average`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["source.mp4"], frames: 40, rate: FrameRate(20))
        // Frames 10…19 are shown twice as long.
        try ffmpeg(
            "-i",
            scratch["source.mp4"],
            "-vf",
            "setpts='(if(lt(N,10),N,if(lt(N,20),10+(N-10)*2,N+10)))/20/TB'",
            "-vsync",
            "vfr",
            "-video_track_timescale",
            "20000",
            scratch["varying.mp4"]
        )
        let reader = try VideoReader(scratch["varying.mp4"])
        let rate = try #require(reader.info.frameRate)

        for index in shuffled(40) {
            let time = rate.time(of: FrameIndex(index)).seconds
            let number = try reader.frame(at: FrameIndex(index)).number
            let start =
                Double(number < 10 ? number : number < 20 ? 2 * number - 10 : number + 10) / 20
            #expect(abs(start - time) <= 0.1)
        }
        #expect(reader.info.frameCount == 40)
    }

    @Test func `Frames come in the size asked for`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 5)
        let size = PixelSize(width: 57, height: 31)
        let frame = try VideoReader(scratch["film.mp4"], size: size).frame(at: FrameIndex(3))

        #expect(frame.size == size)
        #expect(frame.number == 3)
    }

    @Test func `A turned film is shown upright`() throws {
        let scratch = try Scratch()
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "color=red:size=64x32:rate=25:duration=0.2,"
                + "drawbox=0:0:32:32:lime:fill",
            scratch["plain.mp4"]
        )
        try ffmpeg(
            "-i",
            scratch["plain.mp4"],
            "-c",
            "copy",
            "-metadata:s:v",
            "rotate=90",
            scratch["turned.mp4"]
        )
        try ffmpeg(
            "-i",
            scratch["turned.mp4"],
            "-frames:v",
            "1",
            "-update",
            "1",
            scratch["upright.png"]
        )
        let reader = try VideoReader(scratch["turned.mp4"])
        let expected = try StillReader.read(scratch["upright.png"])
        let frame = try reader.frame(at: .first)

        #expect(reader.info.size == PixelSize(width: 32, height: 64))
        #expect(frame.size == expected.size)
        for y in [8, 56] { #expect(frame[16, y].distance(to: expected[16, y]) <= 4) }
    }

    @Test(arguments: [(1280, 720, "bt709"), (640, 480, "smpte170m"), (640, 480, "bt709")])
    func `Colours come back by tag, and by size without one`(
        _ width: Int,
        _ height: Int,
        _ matrix: String
    ) throws {
        let scratch = try Scratch()
        let isDefault = (height >= 720) == (matrix == "bt709")
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "color=0xC83214:size=\(width)x\(height):rate=25:duration=0.1",
            "-vf",
            "scale=out_color_matrix=\(matrix):out_range=tv,format=yuv420p",
            "-colorspace",
            isDefault ? "unknown" : matrix,
            "-qp",
            "1",
            scratch["film.mp4"]
        )
        let frame = try VideoReader(scratch["film.mp4"]).frame(at: .first)
        #expect(frame[width / 2, height / 2].distance(to: Pixel(200, 50, 20)) <= 3)
    }

    /// The numbers below `count`, in an order that is the same in every run.
    private func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count), state: UInt64 = 42
        for index in order.indices.reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int(state >> 33) % (index + 1))
        }
        return order
    }
}
