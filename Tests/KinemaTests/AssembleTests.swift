import Foundation
import Testing

/// Shots joined into films.
struct AssembleTests {
    @Test func `Films of one kind are cut together without encoding`() throws {
        let program = try Program()
        defer { program.remove() }
        let one = try ExportTests.film(program, name: "one.mp4")
        let two = try ExportTests.film(program, name: "two.mp4", seconds: 2)
        let outcome = try program.run("assemble", one, two, "-o", program.path("out.mp4"))
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try FilmFacts(of: program.path("out.mp4")).frames == 36)
        func hashes(_ path: String) throws -> [Substring] {
            try Outcome.tool(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                path,
                "-map",
                "0:v",
                "-f",
                "framemd5",
                "-"
            ).split(separator: "\n").filter { !$0.hasPrefix("#") }
                .compactMap { $0.split(separator: ",").last }
        }
        #expect(try hashes(program.path("out.mp4")) == hashes(one) + hashes(two))
        let dry = try program.run("assemble", one, two, "--dry-run", "-o", program.path("x.mp4"))
        #expect(dry.output.contains("copy       all streams, untouched"))
    }

    @Test func `Shots of other sizes and rates are brought to the first one's`() throws {
        let program = try Program()
        defer { program.remove() }
        let one = try ExportTests.film(program, name: "one.mp4")
        let two = try ExportTests.film(program, name: "two.mp4", size: "96x96", rate: 25)
        let three = try ExportTests.film(program, name: "three.mp4", size: "256x144", rate: 24)
        let outcome = try program.run(
            "assemble",
            one,
            two,
            three,
            "--join",
            "wipe-left",
            "--seconds",
            "0.25",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        // Three seconds of twelve, less two joins of three frames.
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 30, rate: "12/1", width: 128, height: 72)
        )
        let seconds = try #require(
            Double(try ExportTests.facts(program.path("out.mp4"), "stream=duration", "a"))
        )
        #expect(abs(seconds - 2.5) < 0.03)
    }

    @Test func `A list says more of each shot, and music goes with it`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try ExportTests.film(program, name: "one.mp4", seconds: 2)
        _ = try ExportTests.film(program, name: "two.mp4", seconds: 2)
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "sine=d=9",
            program.path("music.wav")
        )
        let list = """
            size: 64x64
            fps: 24
            fit: crop
            music: {file: music.wav, gain: -6}
            shots:
              - {file: one.mp4, start: 0.5, length: 1}
              - {file: two.mp4, join: dip, seconds: 0.5, colour: white}
            """
        try Data(list.utf8).write(to: URL(filePath: program.path("cut.yaml")))
        let outcome = try program.run(
            "assemble",
            program.path("cut.yaml"),
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 72, rate: "24/1", width: 64, height: 64)
        )
    }

    @Test(arguments: [
        ("shots: []", "has 0 elements"), ("shots:\n  - {fil: one.mp4}", "did you mean `file`"),
        ("shots:\n  - {file: one.mp4, join: melt}", "is not a join"),
        ("shots:\n  - {file: one.mp4, start: 9}", "choose an earlier start"),
        ("shots:\n  - {file: none.mp4}", "There is no file"),
        (
            "shots:\n  - {file: one.mp4}\n  - {file: one.mp4, join: dissolve, seconds: 5}",
            "make it shorter"
        ),
    ])
    func `A list that cannot be joined is told in one sentence`(list: String, words: String) throws
    {
        let program = try Program()
        defer { program.remove() }
        _ = try ExportTests.film(program, name: "one.mp4")
        try Data(list.utf8).write(to: URL(filePath: program.path("cut.yaml")))
        let outcome = try program.run("assemble", "cut.yaml", "-o", program.path("out.mp4"))
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        #expect(outcome.complaint.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: program.path("out.mp4")))
    }
}
