import Foundation
import Testing

struct CommandLineTests {
    @Test func `A photograph becomes a film with exactly the frames that were asked`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "render",
            Program.photograph,
            "--preset",
            "dolly-in",
            "--duration",
            "5",
            "--fps",
            "30",
            "--size",
            "1280x720",
            "-o",
            program.path("out.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(
            try FilmFacts(of: program.path("out.mp4"))
                == FilmFacts(frames: 150, rate: "30/1", width: 1280, height: 720)
        )
    }

    @Test func `The same picture and seed give the same pixels`() throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["a.mp4", "b.mp4"] {
            let outcome = try program.run(
                "render",
                Program.photograph,
                "--preset",
                "orbit-left:0.8",
                "--duration",
                "0.5",
                "--size",
                "320x180",
                "-o",
                program.path(name)
            )
            #expect(outcome.code == 0, "\(outcome.complaint)")
        }
        #expect(
            try FilmFacts.pixelHash(of: program.path("a.mp4"))
                == FilmFacts.pixelHash(of: program.path("b.mp4"))
        )
    }

    @Test func `Depth comes from a file, from a guess, or not at all`() throws {
        let program = try Program()
        defer { program.remove() }
        let (picture, map) = try painted("320x180", by: program)
        func hash(_ depth: String, _ more: String...) throws -> String {
            let path = program.path(UUID().uuidString + ".mp4")
            let outcome = try program.run(
                [
                    "render", picture, "--preset", "orbit-left", "--duration", "0.5",
                    "--size", "320x180", "--depth", depth, "-o", path,
                ] + more
            )
            #expect(outcome.code == 0, "\(outcome.complaint)")
            return try FilmFacts.pixelHash(of: path)
        }
        let near = try hash(map, "--depth-near", "bright")
        let far = try hash(map, "--depth-near", "dark")
        let found = try hash(map)
        #expect(found == near)
        #expect(try Set([near, far, hash("none")]).count == 3)
        #expect(try hash("guess") != near)
    }

    @Test func `A depth map of another shape is refused with a sentence`() throws {
        let program = try Program()
        defer { program.remove() }
        let (_, other) = try painted("200x300", by: program)
        let outcome = try program.run(
            ["render", Program.photograph, "--preset", "orbit-left"]
                + ["--depth", other, "-o", program.path("out.mp4")]
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains("which is another shape than its picture"))
    }

    /// Paints a picture and its depth.
    private func painted(
        _ size: String,
        by program: Program
    ) throws -> (picture: String, depth: String) {
        let paths = (program.path("\(size).png"), program.path("\(size)-depth.png"))
        let outcome = try program.run(
            ["sketch", "a cabin before mountains", "--size", size]
                + ["-o", paths.0, "--depth", paths.1]
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        return paths
    }

    @Test func `A prompt becomes a film through the queue`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "generate",
            "a lighthouse at dawn, low mist",
            "--preset",
            "dolly-in:0.5",
            "--duration",
            "1",
            "--size",
            "320x180",
            "--json",
            "-o",
            program.path("dawn.mp4")
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("\"frames\" : 24"))
        #expect(
            try FilmFacts(of: program.path("dawn.mp4"))
                == FilmFacts(frames: 24, rate: "24/1", width: 320, height: 180)
        )
    }

    @Test func `The list of presets is an array of objects with id, name and category`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run("presets", "list", "--json")
        let list = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        )
        #expect(list.count >= 10)
        let dolly = try #require(list.first { $0["id"] as? String == "dolly-in" })
        #expect(dolly["name"] as? String == "Dolly In")
        #expect(dolly["category"] as? String == "camera")
    }

    @Test func `Nothing but the answer is written when output is piped`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "render",
            Program.photograph,
            "--duration",
            "0.2",
            "--size",
            "64x64",
            "-o",
            program.path("o.mp4")
        )
        #expect(outcome.complaint.isEmpty)
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test(arguments: [
        "", "generate", "render", "post", "presets", "probe", "doctor", "worker", "edit",
    ])
    func `Every command has help`(command: String) throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try Outcome(
            running: try Program.executable,
            [command, "--help"].filter { !$0.isEmpty },
            environment: program.environment
        )
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("USAGE"))
    }

    @Test func `The editor without a terminal says so`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try Outcome(
            running: "/usr/bin/env",
            ["setsid", "--wait", try Program.executable],
            environment: program.environment
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.isOneSentence, "\(outcome.complaint)")
        #expect(outcome.complaint.contains("terminal"))
    }
}

extension String {
    /// Whether it is one line of words, and no trace of a program's inside.
    var isOneSentence: Bool {
        let lines = split(separator: "\n")
        return lines.count == 1 && !contains("Fatal error") && !contains("Stack")
            && !contains("Error Domain") && count > 20
    }
}
