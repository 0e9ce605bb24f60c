import Editorial
import Foundation
import Testing

@testable import Media

struct FilmCodecTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var codec: FilmCodec
        var container: FilmContainer
        var pixels: String
        var format = FrameFormat.yuv420p8

        var testDescription: String { "\(codec.title) in \(container.title), \(pixels)" }

        static let yuv: [Case] = [
            Case(name: "a.mp4", codec: .h264, container: .mp4, pixels: "yuv420p"),
            Case(name: "a.mp4", codec: .h265, container: .mp4, pixels: "yuv420p"),
            Case(name: "a.mp4", codec: .av1, container: .mp4, pixels: "yuv420p"),
            Case(name: "a.mov", codec: .h264, container: .mov, pixels: "yuv420p"),
            Case(name: "a.webm", codec: .vp9, container: .webm, pixels: "yuv420p"),
            Case(name: "a.mkv", codec: .h265, container: .matroska, pixels: "yuv420p"),
            Case(
                name: "a.mov",
                codec: .prores,
                container: .mov,
                pixels: "yuv422p10le",
                format: .yuv420p10
            ),
            Case(
                name: "a.mp4",
                codec: .h265,
                container: .mp4,
                pixels: "yuv420p10le",
                format: .yuv420p10
            ),
            Case(
                name: "a.mp4",
                codec: .av1,
                container: .mp4,
                pixels: "yuv420p10le",
                format: .yuv420p10
            ),
            Case(
                name: "a.webm",
                codec: .vp9,
                container: .webm,
                pixels: "yuv420p10le",
                format: .yuv420p10
            ),
        ]
        static let rgb: [Case] = [
            Case(name: "a.gif", codec: .gif, container: .gif, pixels: "bgra"),
            Case(name: "a.apng", codec: .apng, container: .apng, pixels: "rgb24"),
        ]
    }

    static let size = PixelSize(width: 128, height: 64)

    static func write(_ one: Case, to path: String, frames: Int = 12) throws {
        let writer = try FilmWriter(
            path,
            settings: FilmSettings(
                size: size,
                frameRate: FrameRate(25),
                codec: one.codec,
                container: one.container,
                metadata: ["comment": "a recipe: “été” <&>"],
                threads: 2,
                format: one.format
            )
        )
        let frame = try Frame(size: size, format: .rgba8)
        // One frame, painted over: encoders that still look at it would show it.
        for number in 0..<frames {
            let numbered = try Frame.numbered(number)
            numbered.withPlane { source, stride in
                frame.withMutablePlane { target, targetStride in
                    for row in 0..<size.height {
                        (target + row * targetStride).update(
                            from: source + row * stride,
                            count: size.width * 4
                        )
                    }
                }
            }
            try writer.append(frame)
        }
        try writer.finish()
    }

    @Test(arguments: Case.yuv + Case.rgb)
    func `Every codec writes each frame, at its rate, and the recipe comes back`(
        _ one: Case
    ) throws {
        let scratch = try Scratch()
        try Self.write(one, to: scratch[one.name])
        #expect(try scratch.names == [one.name])
        let info = try MediaInfo(probing: scratch[one.name])
        #expect(info.videoCodec == one.codec.id)
        #expect(info.frameCount == 12)
        #expect(info.frameRate == FrameRate(25))
        let comment = info.metadata["comment"] ?? info.metadata["COMMENT"]
        #expect(comment == "a recipe: “été” <&>")
        let reader = try VideoReader(scratch[one.name])
        for number in [0, 5, 11] {
            #expect(try reader.frame(at: FrameIndex(number)).number == number)
        }
    }

    @Test(arguments: Case.yuv)
    func `Every codec says what its colours mean`(_ one: Case) throws {
        let scratch = try Scratch()
        try Self.write(one, to: scratch[one.name], frames: 3)
        let facts = try ffprobe(
            "stream=pix_fmt,color_range,color_space,color_transfer,color_primaries",
            scratch[one.name]
        )
        #expect(facts["pix_fmt"] == one.pixels)
        #expect(facts["color_range"] == "tv")
        #expect(facts["color_space"] == "bt709")
        #expect(facts["color_transfer"] == "bt709")
        #expect(facts["color_primaries"] == "bt709")
    }

    @Test(arguments: Case.yuv + Case.rgb)
    func `Every codec keeps colours`(_ one: Case) throws {
        let scratch = try Scratch(), colour = Pixel(200, 60, 30)
        let writer = try FilmWriter(
            scratch[one.name],
            settings: FilmSettings(
                size: Self.size,
                frameRate: FrameRate(25),
                codec: one.codec,
                container: one.container,
                threads: 2,
                format: one.format
            )
        )
        let frame = try Frame(width: 128, height: 64) { _, _ in colour }
        for _ in 0..<3 { try writer.append(frame) }
        try writer.finish()
        let seen = try VideoReader(scratch[one.name]).frame(at: FrameIndex(1))
        #expect(seen[64, 32].distance(to: colour) <= 5)
    }

    @Test func `An animated WebP has its frames, and shows them for ever`() throws {
        let scratch = try Scratch()
        let one = Case(name: "a.webp", codec: .webp, container: .webp, pixels: "bgra")
        try Self.write(one, to: scratch["a.webp"])
        let frames = try run("identify", [scratch["a.webp"]]).split(separator: "\n")
        #expect(frames.count == 12)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch["a.webp"]))
        let length = bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == bytes.count - 8)
        #expect(bytes.range(of: Data("été” &lt;&amp;&gt;".utf8)) != nil)
        let chunk = try #require(bytes.range(of: Data("ANIM".utf8)))
        let loops = bytes[(chunk.upperBound + 8)..<(chunk.upperBound + 10)]
        #expect(loops.allSatisfy { $0 == 0 })
    }

    @Test func `A palette of the whole film serves every frame of a GIF`() throws {
        let scratch = try Scratch(), size = Self.size
        let frames = try (0..<6).map { number in
            try Frame(width: 128, height: 64) { x, y in
                Pixel(UInt8(x * 2), UInt8(y * 4), UInt8(number * 40))
            }
        }
        func write(_ name: String, _ dither: GIFDither) throws -> Int {
            let palette = try GIFPalette(size: size, for: name)
            for frame in frames { try palette.add(frame) }
            var settings = FilmSettings(
                size: size,
                frameRate: FrameRate(25),
                codec: .gif,
                container: .gif
            )
            settings.dither = dither
            let writer = try FilmWriter(scratch[name], settings: settings, palette: palette)
            for frame in frames { try writer.append(frame) }
            try writer.finish()
            let reader = try VideoReader(scratch[name])
            var worst = 0
            for (number, frame) in frames.enumerated() {
                let seen = try reader.frame(at: FrameIndex(number))
                for (x, y) in [(10, 10), (64, 32), (120, 60)] {
                    worst = max(worst, seen[x, y].distance(to: frame[x, y]))
                }
            }
            return worst
        }
        #expect(try write("none.gif", .none) <= 24)
        #expect(try write("diffused.gif", .diffused) <= 64)
        #expect(try write("ordered.gif", .ordered) <= 64)
    }

    @Test func `What a container cannot hold is refused before anything is written`() throws {
        let scratch = try Scratch()
        let settings: [(FilmSettings, String)] = [
            (
                FilmSettings(
                    size: Self.size,
                    frameRate: FrameRate(25),
                    codec: .h264,
                    container: .webm
                ), "WebM holds VP9, AV1, not H.264"
            ),
            (
                FilmSettings(
                    size: Self.size,
                    frameRate: FrameRate(25),
                    codec: .gif,
                    container: .gif,
                    format: .yuv420p10
                ), "no pictures of 10 bits"
            ),
            (
                FilmSettings(
                    size: Self.size,
                    frameRate: FrameRate(60),
                    codec: .gif,
                    container: .gif
                ), "at most 50 frames a second"
            ),
            (
                FilmSettings(
                    size: Self.size,
                    frameRate: FrameRate(25),
                    codec: .av1,
                    quality: 64
                ), "the crf is 0 to 63, not 64"
            ),
        ]
        for (settings, words) in settings {
            let error = #expect(throws: MediaError.self) {
                try FilmWriter(scratch["a.mp4"], settings: settings)
            }
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
        #expect(try scratch.names == [])
    }

    @Test func `A codec that this build lacks is told with the package that has it`() throws {
        let scratch = try Scratch()
        let lacking = FilmCodec(
            id: "vvc",
            title: "VVC",
            encoders: [FilmCodec.EncoderRow(name: "libvvenc", samples: "yuv420p")]
        )
        var container = FilmContainer.mp4
        container.codecs.append(lacking)
        let settings = FilmSettings(
            size: Self.size,
            frameRate: FrameRate(25),
            codec: lacking,
            container: container
        )
        let error = #expect(throws: MediaError.self) {
            try FilmWriter(scratch["a.mp4"], settings: settings)
        }
        #expect(error?.kind == .unsupported)
        #expect(
            error?.message.contains(
                "this libav cannot write VVC, which takes libvvenc; install libavcodec"
            )
                == true
        )
        #expect(try scratch.names == [])
    }

    @Test func `Encoders of graphics cards are tried and passed over where there is no card`()
        throws
    {
        let scratch = try Scratch()
        var settings = FilmSettings(size: Self.size, frameRate: FrameRate(25))
        settings.prefersHardware = true
        let writer = try FilmWriter(scratch["a.mp4"], settings: settings)
        try writer.append(Frame.numbered(3))
        try writer.finish()
        let known = ["libx264", "h264_nvenc", "h264_qsv", "h264_v4l2m2m"]
        #expect(known.contains(writer.encoderName))
        #expect(try VideoReader(scratch["a.mp4"]).frame(at: .first).number == 3)
    }

    @Test func `A sequence takes its names one by one and goes when discarded`() throws {
        let scratch = try Scratch()
        let pattern = try #require(PictureSequence.Pattern(scratch["f-%04d.png"]))
        let sequence = PictureSequence(pattern, comment: "a recipe")
        for number in 0..<3 { try sequence.append(Frame.numbered(number)) }
        #expect(try scratch.names == ["f-0001.png", "f-0002.png", "f-0003.png"])
        let info = try MediaInfo(probing: scratch["f-0002.png"])
        #expect(info.metadata["comment"] == "a recipe")
        sequence.discard()
        #expect(try scratch.names == [])
        for text in ["f.png", "f-%d-%d.png", "f-%s.png", "f-%99999d.png", "%"] {
            #expect(PictureSequence.Pattern(text) == nil)
        }
    }
}
