import Editorial
import Foundation
import Media
import Testing

struct SoundTests {
    /// Writes a film of two seconds with a tone.
    private static func film(_ scratch: Scratch, tone: String = "sine=f=440:d=2") throws -> String {
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=64x48:r=25:d=2",
            "-f",
            "lavfi",
            "-i",
            tone,
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            scratch["film.mp4"]
        )
        return scratch["film.mp4"]
    }

    /// What ffmpeg's own meter reads.
    private static func loudness(_ path: String) throws -> Double {
        let text = try run(
            "bash",
            ["-c", "ffmpeg -nostats -i '\(path)' -map 0:a -af ebur128 -f null - 2>&1 | tail -12"]
        )
        let line = try #require(text.split(separator: "\n").first { $0.contains("I:") })
        return try #require(Double(line.split(separator: " ").dropFirst().first ?? ""))
    }

    private static func seconds(_ path: String) throws -> Double {
        let text = try run(
            "ffprobe",
            [
                "-v", "error", "-select_streams", "a", "-show_entries", "stream=duration", "-of",
                "csv=p=0", path,
            ]
        )
        return try #require(Double(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @Test(arguments: [-14.0, -23.0, -30.0])
    func `Sound is brought to a loudness within half a unit`(_ target: Double) throws {
        let scratch = try Scratch()
        var plan = SoundPlan(
            tracks: [.init(try Self.film(scratch))],
            length: RationalTime(2),
            codec: .aac
        )
        plan.loudness = target
        let mix = try SoundMix(plan, beside: scratch["out.mp4"])
        #expect(abs(try Self.loudness(mix.path) - target) <= 0.5)
    }

    @Test func `Sound too quiet to be only turned up is limited, not clipped`() throws {
        let scratch = try Scratch()
        let pulses = "aevalsrc=0.02*sin(2764*t)+0.9*lt(mod(t\\,0.5)\\,0.002):d=4"
        try ffmpeg("-f", "lavfi", "-i", pulses, "-c:a", "pcm_s16le", scratch["pulses.wav"])
        var plan = SoundPlan(
            tracks: [.init(scratch["pulses.wav"])],
            length: RationalTime(4),
            codec: .pcm
        )
        plan.loudness = -16
        let mix = try SoundMix(plan, beside: scratch["out.mov"])
        let after = try Loudness(
            of: SoundPlan(tracks: [.init(mix.path)], length: RationalTime(4))
        )
        #expect(after.peak <= -0.5)
        let measured = try #require(mix.measured)
        #expect(after.integrated > measured.integrated)
    }

    @Test func `Silence stays silence`() throws {
        let scratch = try Scratch()
        try ffmpeg("-f", "lavfi", "-i", "anullsrc=d=1", scratch["still.wav"])
        var plan = SoundPlan(tracks: [.init(scratch["still.wav"])], length: RationalTime(1))
        plan.loudness = -14
        let mix = try SoundMix(plan, beside: scratch["out.mp4"])
        #expect(mix.measured?.isSilence == true)
    }

    @Test func `A track is cut, placed, faded and filled up to the film's length`() throws {
        let scratch = try Scratch()
        let film = try Self.film(scratch)
        var track = SoundPlan.Track(film, start: RationalTime(1, 2), length: RationalTime(1))
        track.place = RationalTime(1)
        track.fadeIn = RationalTime(1, 4)
        let plan = SoundPlan(tracks: [track], length: RationalTime(3), codec: .pcm)
        let mix = try SoundMix(plan, beside: scratch["out.mov"])
        #expect(abs(try Self.seconds(mix.path) - 3) < 0.001)
        try ffmpeg("-i", mix.path, "-f", "s16le", scratch["raw"])
        let raw = try Data(contentsOf: URL(fileURLWithPath: scratch["raw"]))
        func peak(_ from: Double, _ to: Double) -> Int {
            let samples = (Int(from * 48_000)..<Int(to * 48_000)).map { frame in
                abs(
                    Int(
                        Int16(
                            truncatingIfNeeded: Int(raw[frame * 4]) | Int(raw[frame * 4 + 1]) << 8
                        )
                    )
                )
            }
            return samples.max() ?? 0
        }
        #expect(peak(0, 0.99) == 0)
        #expect(peak(2.01, 3) == 0)
        #expect(peak(1, 1.02) < peak(1.5, 1.6) / 3)
        #expect(peak(1.5, 1.6) > 1000)
    }

    @Test func `Tracks are mixed with their gains`() throws {
        let scratch = try Scratch()
        let film = try Self.film(scratch)
        func integrated(_ tracks: [SoundPlan.Track]) throws -> Double {
            try Loudness(of: SoundPlan(tracks: tracks, length: RationalTime(2))).integrated
        }
        let one = try integrated([.init(film)])
        #expect(abs(try integrated([.init(film), .init(film)]) - one - 6) < 0.2)
        #expect(abs(try integrated([.init(film, gain: -10)]) - one + 10) < 0.2)
    }

    @Test(arguments: [("a.mp4", SoundCodec.aac), ("a.webm", .opus), ("a.mov", .pcm)])
    func `A film takes mixed sound up in each container`(_ name: String, _ codec: SoundCodec) throws
    {
        let scratch = try Scratch()
        let film = try Self.film(scratch)
        let container = try #require(FilmContainer.ofFile(name))
        let mix = try SoundMix(
            SoundPlan(tracks: [.init(film)], length: RationalTime(2), codec: codec),
            beside: scratch[name]
        )
        let writer = try FilmWriter(
            scratch[name],
            settings: FilmSettings(
                size: PixelSize(width: 128, height: 64),
                frameRate: FrameRate(25),
                codec: container == .mov ? .h264 : container.codecs[0],
                container: container
            ),
            soundOf: mix.path
        )
        for number in 0..<50 { try writer.append(Frame.numbered(number)) }
        try writer.finish()
        let info = try MediaInfo(probing: scratch[name])
        #expect(info.audioCodec == codec.id)
        #expect(info.frameCount == 50)
        let heard = try Loudness(
            of: SoundPlan(tracks: [.init(scratch[name])], length: RationalTime(2))
        )
        let before = try Loudness(of: SoundPlan(tracks: [.init(film)], length: RationalTime(2)))
        #expect(abs(heard.integrated - before.integrated) < 0.6)
    }

    @Test func `The sound made beside a film goes with its owner`() throws {
        let scratch = try Scratch()
        let film = try Self.film(scratch)
        do {
            let mix = try SoundMix(
                SoundPlan(tracks: [.init(film)], length: RationalTime(1)),
                beside: scratch["out.mp4"]
            )
            #expect(try scratch.names == ["film.mp4", "out.mp4.sound"])
            withExtendedLifetime(mix) {}
        }
        #expect(try scratch.names == ["film.mp4"])
    }

    @Test func `A film without sound is told as such`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 3)
        let error = #expect(throws: MediaError.self) {
            try Loudness(
                of: SoundPlan(tracks: [.init(scratch["film.mp4"])], length: RationalTime(1))
            )
        }
        #expect(error?.message == "“film.mp4” holds no sound; choose a file that does.")
    }

    @Test func `A sound's shape is as long and as loud as the sound`() throws {
        let scratch = try Scratch()
        let path = try Self.film(scratch, tone: "sine=f=440:d=1")
        let shape = try SoundShape(of: path)
        // Of the film's two seconds the first has the tone.
        #expect((1.9...2.1).contains(shape.seconds))
        #expect((95...106).contains(shape.peaks.count))
        #expect((0.05...1).contains(shape.peak(from: 0.2, to: 0.8)))
        #expect(shape.peak(from: 1.3, to: 1.9) < 0.01)
        #expect(shape.peak(from: 50, to: 60) == 0)
    }
}
