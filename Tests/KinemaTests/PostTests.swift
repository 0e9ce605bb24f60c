import Foundation
import Testing

struct PostTests {
    /// Runs ffmpeg or ffprobe.
    @discardableResult
    private static func tool(_ name: String, _ arguments: String...) throws -> String {
        let outcome = try Outcome(running: "/usr/bin/env", [name, "-v", "error"] + arguments)
        #expect(outcome.code == 0, "\(outcome.complaint)")
        return outcome.output
    }

    /// A second of film with a tone.
    private static func film(_ program: Program) throws -> String {
        let path = program.path("film.mp4")
        try tool(
            "ffmpeg",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=128x72:r=12:d=1",
            "-f",
            "lavfi",
            "-i",
            "sine=d=1",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            path
        )
        return path
    }

    private static func soundHash(_ path: String) throws -> String {
        try tool("ffmpeg", "-i", path, "-map", "0:a", "-c", "copy", "-f", "md5", "-")
    }

    @Test func `A film gets a look and keeps its sound, its length and its colour tags`() throws {
        let program = try Program()
        defer { program.remove() }
        let source = try Self.film(program)
        let outcome = try program.run(
            "post",
            source,
            "--look",
            "super-8:0.7",
            "--json",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 12, rate: "12/1", width: 128, height: 72)
        )
        #expect(try Self.soundHash(source) == Self.soundHash(program.path("out.mp4")))
        let tags = try Self.tool(
            "ffprobe",
            "-select_streams",
            "v",
            "-show_entries",
            "stream=color_space,color_range,color_transfer",
            "-of",
            "csv=p=0",
            program.path("out.mp4")
        )
        #expect(tags.contains("bt709"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.path).count == 2)
    }

    @Test func `A film that nothing is done to keeps every stream as it was`() throws {
        let program = try Program()
        defer { program.remove() }
        let source = try Self.film(program)
        let outcome = try program.run(
            "post",
            source,
            "--exposure",
            "0",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        for stream in ["0:v", "0:a"] {
            let hashes = try [source, program.path("out.mp4")].map {
                try Self.tool("ffmpeg", "-i", $0, "-map", stream, "-c", "copy", "-f", "md5", "-")
            }
            #expect(hashes[0] == hashes[1])
        }
    }

    @Test func `A film is enlarged and graded without leaving its format`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "post",
            try Self.film(program),
            "--upscale",
            "2",
            "--exposure",
            "0.5",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 12, rate: "12/1", width: 256, height: 144)
        )
    }

    @Test func `A picture gets a look`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "post",
            Program.photograph,
            "--look",
            "noir",
            "-o",
            program.path("noir.png")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(FileManager.default.fileExists(atPath: program.path("noir.png")))
    }

    @Test func `A dry run tells the stages and writes nothing`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "post",
            Program.photograph,
            "--look",
            "noir:0.5",
            "--grain",
            "0.02",
            "--upscale",
            "2",
            "--dry-run",
            "--json",
            "-o",
            program.path("out.png")
        )
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let stages = try #require((object as? [String: Any])?["stages"] as? [String])
        #expect(stages.count == 3)
        #expect(stages[0].contains("noir:0.5"))
        #expect(stages[2].contains("×2"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.path).isEmpty)
    }

    /// Arguments, and some of the one sentence that answers them.
    @Test(arguments: [
        (["--look", "noire"], "did you mean noir"),
        (["--look", "noir:2"], "choose one from 0 to 1"),
        (["--look", "dolly-in"], "There is no look"),
        (["--exposure", "99"], "choose -8.0 to 8.0"),
        (["--lift", "1,2"], "A lift of “1,2” is not possible"),
        (["--upscale", "9"], "1 to 4 times larger"),
        (["--lut", "short.cube"], "has 31 of the 32768 rows"),
        (["--lut", "none.cube"], "cannot be read"),
    ])
    func `What cannot be done is told in one sentence and nothing is written`(
        arguments: [String],
        words: String
    ) throws {
        let program = try Program()
        defer { program.remove() }
        let rows = String(repeating: "0.5 0.5 0.5\n", count: 31)
        try Data("LUT_3D_SIZE 32\n\(rows)".utf8)
            .write(to: URL(filePath: program.path("short.cube")))
        let outcome = try Outcome(
            running: try Program.executable,
            ["post", Program.photograph] + arguments + ["-o", program.path("out.png")],
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        #expect(outcome.complaint.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: program.path("out.png")))
    }
}
