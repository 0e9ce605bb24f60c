import Editorial
import Foundation
import Media
import Testing

struct FilmWriterTests {
    @Test(arguments: FilmCodecTests.Case.yuv, [0, 1, 30])
    func `A film that is given up is closed, however far it came`(
        _ one: FilmCodecTests.Case,
        frames: Int
    ) throws {
        let scratch = try Scratch()
        do {
            let writer = try FilmWriter(
                scratch[one.name],
                settings: FilmSettings(
                    size: FilmCodecTests.size,
                    frameRate: FrameRate(25),
                    codec: one.codec,
                    container: one.container,
                    threads: 2,
                    format: one.format
                )
            )
            let frame = try Frame.numbered(0)
            for _ in 0..<frames { try writer.append(frame) }
            writer.discard()
        }
        #expect(try scratch.names == [])
    }

    @Test(arguments: [FrameRate(24), FrameRate(25), FrameRate(30000, 1001), FrameRate(60)])
    func `Count, rate, length and colour are exact in the file`(_ rate: FrameRate) throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        try writeNumbered(path, frames: 53, rate: rate)

        let info = try MediaInfo(probing: path)
        #expect(info.kind == .video)
        #expect(info.frameCount == 53)
        #expect(info.frameRate == rate)
        #expect(info.duration == RationalTime(53 * rate.denominator, rate.numerator))
        #expect(
            info.colour
                == .init(primaries: "bt709", transfer: "bt709", matrix: "bt709", range: "tv")
        )
        #expect(info.size == PixelSize(width: 128, height: 64))
        #expect((info.videoCodec, info.pixelFormat, info.container) == ("h264", "yuv420p", "mp4"))

        let facts = try ffprobe(
            "stream=nb_read_frames,nb_frames,r_frame_rate,avg_frame_rate,time_base,start_time,"
                + "duration_ts,color_range,color_space,color_transfer,color_primaries",
            path
        )
        #expect(facts["nb_read_frames"] == "53" && facts["nb_frames"] == "53")
        #expect(facts["avg_frame_rate"] == "\(rate.numerator)/\(rate.denominator)")
        #expect(facts["r_frame_rate"] == facts["avg_frame_rate"])
        #expect(facts["time_base"] == "1/\(rate.numerator)")
        #expect(facts["duration_ts"] == "\(53 * rate.denominator)")
        #expect(facts["start_time"] == "0.000000")
        #expect(facts["color_space"] == "bt709" && facts["color_range"] == "tv")
        #expect(facts["color_transfer"] == "bt709" && facts["color_primaries"] == "bt709")
    }

    @Test func `A film may have ten bits`() throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        let size = PixelSize(width: 64, height: 48)
        let settings = FilmSettings(size: size, frameRate: FrameRate(24), format: .yuv420p10)
        let writer = try FilmWriter(path, settings: settings)
        let deep = try Frame(size: size, format: .yuv420p10)
        for plane in 0..<3 {
            let side = deep.planeSize(plane)
            deep.withMutablePlane(plane) { bytes, stride in
                for row in 0..<side.height {
                    for column in 0..<side.width {
                        // 513 of 1023: what eight bits cannot tell from 512.
                        bytes[row * stride + column * 2] = 1
                        bytes[row * stride + column * 2 + 1] = 2
                    }
                }
            }
        }
        for _ in 0..<3 { try writer.append(deep) }
        // What is shown on the screen may be written too.
        try writer.append(Frame.numbered(1, width: size.width, height: size.height))
        try writer.finish()
        let info = try MediaInfo(probing: path)
        #expect((info.videoCodec, info.pixelFormat) == ("h264", "yuv420p10le"))
        #expect(info.frameCount == 4)
        #expect(try ffprobe("stream=profile", path)["profile"] == "High 10")
    }

    @Test func `The whole file lasts as long as its frames`() throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        try writeNumbered(path, frames: 24 * 2 + 1)
        #expect(try ffprobe("format=duration", path)["duration"] == "2.041667")
    }

    @Test func `The index lies before the pictures`() throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        try writeNumbered(path, frames: 10)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let index = try #require(bytes.range(of: Data("moov".utf8)))
        let pictures = try #require(bytes.range(of: Data("mdat".utf8)))
        #expect(index.lowerBound < pictures.lowerBound)
    }

    @Test func `The same frames give the same bytes`() throws {
        let scratch = try Scratch()
        for name in ["a.mp4", "b.mp4"] {
            try writeNumbered(scratch[name], frames: 40, metadata: ["title": "One"])
        }
        let files = try ["a.mp4", "b.mp4"].map {
            try Data(contentsOf: URL(fileURLWithPath: scratch[$0]))
        }
        #expect(files[0] == files[1])
        #expect(files[0].range(of: Data("Lavf".utf8)) == nil)
    }

    @Test(arguments: [
        Pixel(0, 0, 0), Pixel(255, 255, 255), Pixel(128, 128, 128), Pixel(200, 50, 20),
        Pixel(20, 180, 60), Pixel(30, 60, 220), Pixel(255, 0, 0), Pixel(0, 255, 0),
        Pixel(0, 0, 255), Pixel(240, 220, 10),
    ])
    func `Colours survive the way there and back`(_ colour: Pixel) throws {
        let scratch = try Scratch(), size = PixelSize(width: 64, height: 32)
        let settings = FilmSettings(size: size, frameRate: FrameRate(24), quality: 0)
        let writer = try FilmWriter(scratch["film.mp4"], settings: settings)
        try writer.append(Frame(width: 64, height: 32) { _, _ in colour })
        try writer.finish()

        let frame = try VideoReader(scratch["film.mp4"]).frame(at: .first)
        for (x, y) in [(0, 0), (63, 31), (32, 16)] {
            #expect(frame[x, y].distance(to: colour) <= 3)
        }
    }

    @Test func `Limited-range frames go in as they are`() throws {
        let scratch = try Scratch(), size = PixelSize(width: 64, height: 32)
        let settings = FilmSettings(size: size, frameRate: FrameRate(24), quality: 0)
        let writer = try FilmWriter(scratch["film.mp4"], settings: settings)
        let frame = try Frame(size: size, format: .yuv420p8)
        for plane in 0..<3 {
            frame.withMutablePlane(plane) { base, stride in
                for row in 0..<frame.planeSize(plane).height {
                    (base + row * stride).update(repeating: [63, 102, 240][plane], count: stride)
                }
            }
        }
        try writer.append(frame)
        try writer.finish()
        #expect(
            try VideoReader(scratch["film.mp4"]).frame(at: .first)[32, 16]
                .distance(to: Pixel(255, 0, 0)) <= 2
        )
    }

    @Test func `A frame may be painted over as soon as it is appended`() throws {
        let scratch = try Scratch(), size = PixelSize(width: 64, height: 32)
        let settings = FilmSettings(size: size, frameRate: FrameRate(24), threads: 4)
        let writer = try FilmWriter(scratch["film.mp4"], settings: settings)
        let frame = try Frame(size: size, format: .yuv420p8)
        for number in 0..<30 {
            frame.withMutablePlane(0) { base, stride in
                base.update(repeating: UInt8(20 + number * 7), count: stride * size.height)
            }
            for plane in 1...2 {
                frame.withMutablePlane(plane) { base, stride in
                    base.update(repeating: 128, count: stride * size.height / 2)
                }
            }
            try writer.append(frame)
        }
        try writer.finish()

        let reader = try VideoReader(scratch["film.mp4"])
        for number in 0..<30 {
            let level = (Double(20 + number * 7) - 16) * 255 / 219
            let green = try reader.frame(at: FrameIndex(number))[30, 15].green
            #expect(abs(Double(green) - level) <= 4)
        }
    }

    @Test func `The final name is absent until the end`() throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        let settings = FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: FrameRate(24)
        )
        let writer = try FilmWriter(path, settings: settings)
        for number in 0..<30 { try writer.append(Frame.numbered(number)) }
        #expect(try scratch.names == ["film.mp4.partial"])
        try writer.finish()
        #expect(try scratch.names == ["film.mp4"])
    }

    @Test func `An older film keeps its name until a newer one is complete`() throws {
        let scratch = try Scratch(), path = scratch["film.mp4"]
        try writeNumbered(path, frames: 3)
        let settings = FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: FrameRate(24)
        )
        let writer = try FilmWriter(path, settings: settings)
        try writer.append(Frame.numbered(0))
        writer.discard()
        #expect(try MediaInfo(probing: path).frameCount == 3)
        #expect(try scratch.names == ["film.mp4"])
    }

    @Test func `Nothing is left after discarding or forgetting a film`() throws {
        let scratch = try Scratch()
        let settings = FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: FrameRate(24)
        )
        do {
            let writer = try FilmWriter(scratch["a.mp4"], settings: settings)
            try writer.append(Frame.numbered(0))
            writer.discard()
            writer.discard()
            try FilmWriter(scratch["b.mp4"], settings: settings).append(Frame.numbered(0))
        }
        #expect(try scratch.names == [])
    }

    @Test func `A film without frames is refused and leaves nothing`() throws {
        let scratch = try Scratch()
        let settings = FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: FrameRate(24)
        )
        let writer = try FilmWriter(scratch["film.mp4"], settings: settings)
        let error = #expect(throws: MediaError.self) { try writer.finish() }
        #expect(error?.message.contains("no frames") == true)
        #expect(try scratch.names == [])
    }

    @Test func `Odd sides are refused before anything is written`() throws {
        let scratch = try Scratch()
        let error = #expect(throws: MediaError.self) {
            try FilmWriter(
                scratch["film.mp4"],
                settings: FilmSettings(
                    size: PixelSize(width: 641, height: 360),
                    frameRate: FrameRate(24)
                )
            )
        }
        #expect(error?.kind == .unsupported)
        #expect(
            error?.message
                == "“film.mp4” was not begun: H.264 needs even sides, not 641×360; use 640×360."
        )
        #expect(try scratch.names == [])
    }

    @Test func `A place that takes no files is said to be unwritable`() throws {
        let scratch = try Scratch()
        let settings = FilmSettings(
            size: PixelSize(width: 128, height: 64),
            frameRate: FrameRate(24)
        )
        try FileManager.default.createDirectory(
            atPath: scratch["film.mp4"],
            withIntermediateDirectories: true
        )
        for name in ["nowhere/film.mp4", "film.mp4"] {
            let error = #expect(throws: MediaError.self) {
                try FilmWriter(scratch[name], settings: settings)
            }
            #expect(error?.kind == .unwritable)
            #expect(error?.message.contains("“film.mp4”") == true)
        }
        #expect(try scratch.names == ["film.mp4"])
    }

    @Test func `A partial film left by a killed program is replaced, not followed`() throws {
        let scratch = try Scratch()
        try scratch.write(Data("precious".utf8), to: "precious")
        try FileManager.default.createSymbolicLink(
            atPath: scratch["film.mp4.partial"],
            withDestinationPath: scratch["precious"]
        )
        try writeNumbered(scratch["film.mp4"], frames: 2)
        #expect(try String(contentsOfFile: scratch["precious"], encoding: .utf8) == "precious")
        #expect(try scratch.names == ["film.mp4", "precious"])
    }

    @Test func `Tags of every name come back`() throws {
        let scratch = try Scratch()
        let tags = ["title": "A boat: “été”", "kinema.seed": "42"]
        try writeNumbered(scratch["film.mp4"], frames: 2, metadata: tags)
        let metadata = try MediaInfo(probing: scratch["film.mp4"]).metadata
        #expect(metadata.filter { tags.keys.contains($0.key) } == tags)
        #expect(metadata["creation_time"] == nil)
    }

    @Test(arguments: [
        "-film.mp4", "a:b.mp4", "pipe:1.mp4", "100%d.mp4", "new\nline.mp4", "été.mp4",
    ])
    func `Any name a file can have is a file's name`(_ name: String) throws {
        let scratch = try Scratch()
        try writeNumbered(scratch[name], frames: 2)
        #expect(try VideoReader(scratch[name]).frame(at: FrameIndex(1)).number == 1)
    }
}
