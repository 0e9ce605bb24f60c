import Foundation
import Testing

/// Films written as other kinds of file.
struct ExportTests {
    /// A second of film with a tone, and a recipe.
    static func film(
        _ program: Program,
        name: String = "film.mp4",
        size: String = "128x72",
        rate: Int = 12,
        seconds: Double = 1,
        tone: Int = 440
    ) throws -> String {
        let path = program.path(name)
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=\(size):r=\(rate):d=\(seconds)",
            "-f",
            "lavfi",
            "-i",
            "sine=f=\(tone):d=\(seconds)",
            "-pix_fmt",
            "yuv420p",
            "-color_range",
            "tv",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-c:a",
            "aac",
            "-metadata",
            "comment=kinema-recipe-1:{}",
            path
        )
        return path
    }

    static func facts(_ path: String, _ entries: String, _ streams: String = "v:0") throws -> String
    {
        try Outcome.tool(
            "ffprobe",
            "-v",
            "error",
            "-select_streams",
            streams,
            "-show_entries",
            entries,
            "-of",
            "csv=p=0",
            path
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(arguments: [
        ("out.webm", "vp9", "opus"), ("out.mov", "prores", "aac"), ("out.mkv", "h264", "aac"),
        ("out.gif", "gif", ""), ("out.apng", "apng", ""),
    ])
    func `The name's ending says what is written`(
        name: String,
        codec: String,
        sound: String
    ) throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run("export", try Self.film(program), "-o", program.path(name))
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try Self.facts(program.path(name), "stream=codec_name") == codec)
        #expect(try Self.facts(program.path(name), "stream=codec_name", "a") == sound)
        let left = try FileManager.default.contentsOfDirectory(atPath: program.home.path).sorted()
        #expect(left == ["film.mp4", name].sorted())
        #expect(try program.run("probe", program.path(name)).output.contains("kinema-recipe-1:{}"))
    }

    @Test func `A preset for posting brings the frame, the rate and the loudness`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "export",
            try Self.film(program, seconds: 0.5),
            "--preset",
            "vertical",
            "--speed",
            "ultrafast",
            "-o",
            program.path("reel.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let found = try FilmFacts(of: program.path("reel.mp4"))
        #expect(found == FilmFacts(frames: 6, rate: "12/1", width: 1080, height: 1920))
    }

    @Test func `Ten bits are written where they are asked for`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "export",
            try Self.film(program),
            "--ten-bit",
            "-o",
            program.path("deep.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try Self.facts(program.path("deep.mp4"), "stream=pix_fmt") == "yuv420p10le")
    }

    @Test func `Streams that need no change are copied`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try Self.film(program)
        let outcome = try program.run("export", film, "-o", program.path("same.mkv"))
        #expect(outcome.code == 0, "\(outcome.complaint)")
        for stream in ["0:v", "0:a"] {
            let hashes = try [film, program.path("same.mkv")].map {
                try Outcome.tool(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-i",
                    $0,
                    "-map",
                    stream,
                    "-c",
                    "copy",
                    "-f",
                    "md5",
                    "-"
                )
            }
            #expect(hashes[0] == hashes[1])
        }
    }

    @Test func `A part of a film has its frames and its sound`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try Self.film(program, seconds: 3)
        let outcome = try program.run(
            "export",
            film,
            "--start",
            "1",
            "--length",
            "1.5",
            "-o",
            program.path("part.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try FilmFacts(of: program.path("part.mp4")).frames == 18)
        let seconds = try #require(
            Double(try Self.facts(program.path("part.mp4"), "stream=duration", "a"))
        )
        #expect(abs(seconds - 1.5) < 0.03)
    }

    @Test func `A sequence, a frame and a contact sheet are pictures`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try Self.film(program)
        let sequence = try program.run("export", film, "-o", program.path("f-%03d.png"))
        #expect(sequence.code == 0, "\(sequence.complaint)")
        let still = try program.run("export", film, "--frame", "11", "-o", program.path("last.jpg"))
        #expect(still.code == 0, "\(still.complaint)")
        let sheet = try program.run(
            "contact-sheet",
            film,
            "--columns",
            "3",
            "--rows",
            "2",
            "--width",
            "400",
            "-o",
            program.path("sheet.png")
        )
        #expect(sheet.code == 0, "\(sheet.complaint)")
        let names = try FileManager.default.contentsOfDirectory(atPath: program.home.path)
        #expect(names.filter { $0.hasPrefix("f-") }.sorted().first == "f-001.png")
        #expect(names.filter { $0.hasPrefix("f-") }.count == 12)
        #expect(names.contains("last.jpg"))
        let size = try Self.facts(program.path("sheet.png"), "stream=width,height")
        #expect(size == "398,152" || size.split(separator: ",").count == 2)
    }

    @Test func `A film goes through pipes and comes back with its pixels`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try Self.film(program)
        let script = """
            set -e -o pipefail
            "$1" export "$2" -o - | "$1" export - --quality 0 -o "$3/y4m.mp4"
            ffmpeg -v error -i "$2" -f rawvideo -pix_fmt yuv420p - |
                "$1" export - --pix-fmt yuv420p --size 128x72 --fps 12 --quality 0 -o "$3/raw.mp4"
            "$1" export "$2" -o - | "$1" export - --fps 30 --quality 0 -o "$3/faster.mp4"
            "$1" export "$2" --fps 30 --quality 0 -o "$3/whole.mp4"
            "$1" export "$2" -o - --pix-fmt rgb24 | wc -c
            """
        let outcome = try Outcome(
            running: "/usr/bin/env",
            ["bash", "-c", script, "bash", try Program.executable, film, program.home.path],
            environment: program.environment
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("\(128 * 72 * 3 * 12)"))
        let want = try FilmFacts.pixelHash(of: film)
        for name in ["y4m.mp4", "raw.mp4"] {
            #expect(try FilmFacts.pixelHash(of: program.path(name)) == want)
        }
        #expect(
            try FilmFacts.pixelHash(of: program.path("faster.mp4"))
                == FilmFacts.pixelHash(of: program.path("whole.mp4"))
        )
    }

    @Test func `A picture moves, gets a look and is made smaller in one line of pipes`() throws {
        let program = try Program()
        defer { program.remove() }
        let script = """
            set -e -o pipefail
            "$1" render "$2" --preset dolly-in --duration 0.5 --fps 12 --size 128x72 -o - |
                "$1" post - --look noir -o - |
                "$1" export - --size 64x36 -o "$3/out.mp4"
            "$1" export "$3/out.mp4" -o - | "$1" post - --upscale 2 -o "$3/larger.webm"
            """
        let outcome = try Outcome(
            running: "/usr/bin/env",
            [
                "bash", "-c", script, "bash", try Program.executable, Program.photograph,
                program.home.path,
            ],
            environment: program.environment
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 6, rate: "12/1", width: 64, height: 36)
        )
        let larger = try FilmFacts(of: program.path("larger.webm"))
        #expect((larger.frames, larger.width) == (6, 128))
    }

    @Test(arguments: [["--fps", "60"], ["--stabilise", "0.5"], ["--loudness", "-14"]])
    func `What a pipe cannot be given is said before anything is read`(option: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(["post", "-", "-o", program.path("out.mp4")] + option)
        #expect(outcome.code == 2)
        #expect(outcome.complaint.contains("pipe"), "\(outcome.complaint)")
    }

    @Test func `Progress and the result are JSON, an object a line`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "export",
            try Self.film(program),
            "--json",
            "-o",
            program.path("out.gif")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let lines = outcome.output.split(separator: "\n")
        let events = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require((object as? [String: Any])?["event"] as? String)
        }
        #expect(events.last == "done")
        #expect(events.dropLast().allSatisfy { $0 == "progress" })
        #expect(events.count >= 2)
    }

    @Test(arguments: [
        ["export", "film.mp4", "--preset", "4k"],
        ["render", Program.photograph, "--preset", "dolly-in"],
        ["post", "film.mp4", "--fps", "24", "--loudness", "-14"],
        ["assemble", "film.mp4", "film.mp4", "--join", "dissolve"], ["contact-sheet", "film.mp4"],
    ])
    func `A dry run prints the plan and writes nothing`(arguments: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Self.film(program)
        let name = arguments[0] == "contact-sheet" ? "out.png" : "out.mp4"
        let outcome = try Outcome(
            running: try Program.executable,
            arguments + ["--dry-run", "--json", "-o", name],
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let plan = try #require(object as? [String: Any])
        #expect(plan["event"] as? String == "plan")
        #expect((plan["frames"] as? Int ?? 0) > 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: program.home.path) == ["film.mp4"]
        )
    }

    @Test(arguments: [
        ["export", "film.mp4"], ["render", Program.photograph],
        ["post", "film.mp4", "--exposure", "1"],
        ["assemble", "film.mp4"],
    ])
    func `What is there already is not replaced unasked`(arguments: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Self.film(program)
        try Data("precious".utf8).write(to: URL(filePath: program.path("out.mp4")))
        let outcome = try Outcome(
            running: try Program.executable,
            arguments + ["-o", "out.mp4"],
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code == 1)
        #expect(outcome.complaint.contains("out.mp4 is there already; add -y"))
        let kept = try String(contentsOfFile: program.path("out.mp4"), encoding: .utf8)
        #expect(kept == "precious")
    }

    /// Arguments, and some of the one sentence that answers them.
    @Test(arguments: [
        (["--preset", "tiktok"], "There is no preset “tiktok”"),
        (["--codec", "divx"], "There is no codec “divx”"),
        (["--codec", "prores"], "MP4 holds H.264, H.265, AV1, VP9, not ProRes"),
        (["--size", "641x360"], "H.264 needs even sides, not 641×360; use 640×360"),
        (["--quality", "52"], "the crf is 0 to 51, not 52"),
        (["--start", "7"], "before the part that is wanted"),
        (["--preset", "gif", "--ten-bit"], "The preset gif writes GIF"),
        (["--mix", "nowhere.wav"], "There is no file"),
        (["--loudness", "3"], "A loudness of 3.0 LUFS is not possible"),
        (["--frame", "99", "-o", "a.png"], "has frames 0 to 11, not 99"),
    ])
    func `What cannot be exported is told in one sentence and nothing is written`(
        arguments: [String],
        words: String
    ) throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Self.film(program)
        let outcome = try Outcome(
            running: try Program.executable,
            ["export", "film.mp4"] + (arguments.contains("-o") ? [] : ["-o", "out.mp4"])
                + arguments,
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        #expect(outcome.complaint.split(separator: "\n").count == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: program.home.path) == ["film.mp4"]
        )
    }
}
