import Foundation
import Testing

/// The motion of a clip, recovered by the program.
struct MotionCommandTests {
    /// A short film of the photograph under a moving camera.
    private func clip(_ program: Program, _ preset: String, seconds: String = "0.8") throws
        -> String
    {
        let path = program.path("walk.mp4")
        let outcome = try program.run(
            "render",
            Program.photograph,
            "--preset",
            preset,
            "--duration",
            seconds,
            "--size",
            "320x180",
            "-o",
            path
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        return path
    }

    @Test func `A preset that is left to the queue is the one that is made here`() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try clip(program, "pan-right")
        let (here, there) = (program.path("here.yaml"), program.path("there.yaml"))
        #expect(try program.run("motion", "extract", path, "-o", here).code == 0)
        let queued = try program.run("motion", "extract", path, "-o", there, "--queued")
        #expect(queued.code == 0, "\(queued.complaint)")
        try eventually("the preset is there") { FileManager.default.fileExists(atPath: there) }
        #expect(
            try String(contentsOfFile: there, encoding: .utf8)
                == String(contentsOfFile: here, encoding: .utf8)
        )
        #expect(try program.run("jobs", "--json").output.contains("motion-transfer"))
        program.endWorkers()
    }

    @Test func `A clip's motion becomes a preset that moves another picture`() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try clip(program, "pan-right")
        let preset = program.path("walk.yaml")
        let found = try program.run("motion", "extract", path, "-o", preset, "--json")
        #expect(found.code == 0, "\(found.complaint)")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(found.output.utf8))
        #expect(answer.frames == 19)
        #expect(answer.scenes == [[0, 19]])
        #expect(answer.sureness > 0.8)
        #expect((answer.steps.last?.pan ?? 0) > 1)
        #expect(abs(answer.steps.last?.tilt ?? 9) < 0.3)
        let check = try program.run("presets", "validate", preset)
        #expect(check.code == 0, "\(check.complaint)")
        let render = try program.run(
            "render",
            Program.photograph,
            "--motion-from",
            path,
            "--duration",
            "0.5",
            "--size",
            "320x180",
            "-o",
            program.path("again.mp4")
        )
        #expect(render.code == 0, "\(render.complaint)")
    }

    @Test func `The motion is told in curves`() throws {
        let program = try Program()
        defer { program.remove() }
        let found = try program.run("motion", "extract", try clip(program, "pan-right"))
        #expect(found.code == 0, "\(found.complaint)")
        for part in ["walk.mp4  320×180  19 frames  no cuts", "pan   ", "roll  ", "parallax"] {
            #expect(found.output.contains(part), "\(part)\n\(found.output)")
        }
    }

    @Test func `A clip that cannot be followed is refused in one sentence`() throws {
        let program = try Program()
        defer { program.remove() }
        let short = try clip(program, "static", seconds: "0.01")
        for (path, reason) in [
            (short, "has a single frame, and motion takes two at least; choose a longer clip."),
            (Program.photograph, "is a picture, and only a film has motion;"),
            (program.path("none.mp4"), "There is no file"),
        ] {
            let outcome = try program.run("motion", "extract", path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.complaint.contains(reason), "\(outcome.complaint)")
            #expect(outcome.complaint.split(separator: "\n").count == 1)
        }
    }

    @Test(arguments: [
        (["-o", "walk.txt"], "does not end in .yaml"),
        (["--smooth", "3"], "choose one from 0 to 1"),
        (["--scene", "7"], "There is no scene 7"),
    ])
    func `What was asked wrongly is said`(options: [String], reason: String) throws {
        let program = try Program()
        defer { program.remove() }
        let path = try clip(program, "pan-right", seconds: "0.2")
        let outcome = try Outcome(
            running: try Program.executable,
            ["motion", "extract", path] + options,
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code == 2)
        #expect(outcome.complaint.contains(reason), "\(outcome.complaint)")
        #expect(!FileManager.default.fileExists(atPath: program.path("walk.txt")))
    }

    private struct Answer: Decodable {
        struct Step: Decodable {
            let pan: Double
            let tilt: Double
        }

        let frames: Int
        let scenes: [[Int]]
        let sureness: Double
        let steps: [Step]
    }
}
