import Foundation
import Testing

/// What `kinema post` does to frames in time, upon them, and to the sound.
struct BurnInTests {
    /// A grey second, on which anything drawn stands out.
    private static func grey(_ program: Program) throws -> String {
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "color=gray:s=320x180:r=12:d=1",
            "-pix_fmt",
            "yuv420p",
            program.path("grey.mp4")
        )
        return program.path("grey.mp4")
    }

    /// How much of a frame's lower half differs from its upper.
    private static func brightest(_ path: String, frame: Int, crop: String) throws -> Int {
        let text = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            path,
            "-vf",
            "select=eq(n\\,\(frame)),crop=\(crop),signalstats,metadata=print:key=lavfi.signalstats.YMAX:file=-",
            "-f",
            "null",
            "-"
        )
        let line = text.split(separator: "\n").first { $0.contains("YMAX") }
        return try #require(line.flatMap { Int($0.split(separator: "=").last ?? "") })
    }

    @Test func `Subtitles are drawn when they are spoken`() throws {
        let program = try Program()
        defer { program.remove() }
        let text = "1\n00:00:00,500 --> 00:00:01,000\nA paper boat\n"
        try Data(text.utf8).write(to: URL(filePath: program.path("words [a],b:c'.srt")))
        let outcome = try program.run(
            "post",
            try Self.grey(program),
            "--subtitles",
            program.path("words [a],b:c'.srt"),
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try Self.brightest(program.path("out.mp4"), frame: 2, crop: "320:90:0:90") < 150)
        #expect(try Self.brightest(program.path("out.mp4"), frame: 9, crop: "320:90:0:90") > 180)
    }

    @Test func `A timecode and a watermark lie where they should`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Outcome.tool("convert", "-size", "40x40", "xc:white", program.path("mark.png"))
        let outcome = try program.run(
            "post",
            try Self.grey(program),
            "--timecode",
            "01:00:00:00",
            "--watermark",
            program.path("mark.png"),
            "--watermark-place",
            "top-left",
            "--watermark-opacity",
            "1",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let path = program.path("out.mp4")
        #expect(try Self.brightest(path, frame: 3, crop: "60:60:0:0") > 180)
        #expect(try Self.brightest(path, frame: 3, crop: "60:60:200:0") < 150)
        #expect(try Self.brightest(path, frame: 3, crop: "160:60:80:120") > 180)
    }

    @Test func `A film is steadied and shown at another rate, with its sound`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, size: "320x180", rate: 12, seconds: 2)
        let outcome = try program.run(
            "post",
            film,
            "--stabilise",
            "0.8",
            "--fps",
            "24",
            "--interpolate",
            "blend",
            "--json",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 48, rate: "24/1", width: 320, height: 180)
        )
        #expect(try ExportTests.facts(program.path("out.mp4"), "stream=codec_name", "a") == "aac")
    }

    @Test func `Sound is replaced, left out, or turned to a loudness`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, seconds: 2)
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "sine=f=880:d=5",
            program.path("new.wav")
        )
        for (name, arguments) in [
            ("silent.mp4", ["--no-sound"]),
            ("new.mp4", ["--sound", program.path("new.wav"), "--fade-out", "0.5"]),
            ("loud.mp4", ["--loudness", "-14", "--volume", "-6"]),
        ] {
            let outcome = try Outcome(
                running: try Program.executable,
                ["post", film] + arguments + ["-o", program.path(name)],
                environment: program.environment,
                in: program.home
            )
            #expect(outcome.code == 0, "\(outcome.complaint)")
        }
        #expect(try ExportTests.facts(program.path("silent.mp4"), "stream=codec_name", "a").isEmpty)
        #expect(try ExportTests.facts(program.path("new.mp4"), "stream=codec_name", "a") == "aac")
        let seconds = try #require(
            Double(try ExportTests.facts(program.path("new.mp4"), "stream=duration", "a"))
        )
        #expect(abs(seconds - 2) < 0.03)
    }

    @Test(arguments: [
        (["--timecode", "1h"], "is no timecode"),
        (["--subtitles", "film.mp4"], "holds no subtitles"),
        (["--subtitles", "none.srt"], "There is no file"),
        (["--watermark", "none.png"], "There is no file"),
        (["--watermark-opacity", "2", "--watermark", "film.mp4"], "An opacity of 2.0"),
        (["--stabilise", "2"], "A steadiness of 2.0"), (["--fps", "0"], "A frame rate of “0”"),
        (["--sound", "none.wav"], "There is no file"),
    ])
    func `What cannot be burnt in is told in one sentence`(arguments: [String], words: String)
        throws
    {
        let program = try Program()
        defer { program.remove() }
        _ = try ExportTests.film(program)
        let outcome = try Outcome(
            running: try Program.executable,
            ["post", "film.mp4", "-o", "out.mp4"] + arguments,
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        #expect(outcome.complaint.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: program.path("out.mp4")))
    }
}
