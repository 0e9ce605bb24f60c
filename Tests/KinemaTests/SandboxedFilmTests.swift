import Foundation
import Loopback
import Testing
import VendorStands

/// Films from outside are decoded by a process that can do nothing else.
struct SandboxedFilmTests {
    /// A film of twelve frames with a tone.
    private func film(_ program: Program) throws -> String {
        let path = program.path("source.mp4")
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=64x36:r=12:d=1",
            "-f",
            "lavfi",
            "-i",
            "sine=d=1",
            "-pix_fmt",
            "yuv420p",
            path
        )
        return path
    }

    /// Runs the decoder as the worker does, with a pipe for the frames.
    private func decode(_ program: Program, _ path: String) throws -> (Outcome, Data) {
        let frames = program.path("frames")
        let outcome = try Outcome(
            running: "/bin/sh",
            [
                "-c", "\"$0\" decode --film --sound \"$1\" -- \"$2\" | cat > \"$3\"",
                try Program.executable, program.path("sound"), path, frames,
            ]
        )
        return (outcome, FileManager.default.contents(atPath: frames) ?? Data())
    }

    @Test func `A film comes out as a line, its frames, and its sound beside them`() throws {
        let program = try Program()
        defer { program.remove() }
        let (outcome, bytes) = try decode(program, film(program))
        #expect(outcome.complaint.isEmpty)
        let head = Data("kinema-film-1 64 36 12 1 12 1\n".utf8)
        #expect(bytes.starts(with: head))
        #expect(bytes.count == head.count + 12 * 64 * 36 * 4)
        let sound = try Outcome.tool(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name",
            "-of",
            "csv=p=0",
            program.path("sound")
        )
        #expect(sound.contains("pcm_s16le"))
    }

    @Test func `A picture is no film`() throws {
        let program = try Program()
        defer { program.remove() }
        let (outcome, bytes) = try decode(program, Program.photograph)
        #expect(bytes.isEmpty)
        #expect(outcome.complaint.contains("not a film"))
    }

    @Test func `A film from a service becomes a take, and a damaged one fails alone`() throws {
        let program = try Program()
        defer { program.remove() }
        let whole = try Data(contentsOf: URL(filePath: film(program)))
        // Its beginning promises more than there is.
        var broken = StandServer.Script()
        broken.results = [
            LoopbackAnswer(body: .data(whole.prefix(whole.count / 2)))
        ]
        let stand = try #require(Stands.named("replicate"))
        for (script, code) in [(broken, Int32(1)), (StandServer.Script(), 0)] {
            let server = try StandServer(stand, script, result: whole)
            defer { server.stop() }
            let settings = program.path(".config/providers.yaml")
            try FileManager.default.createDirectory(
                atPath: program.path(".config"),
                withIntermediateDirectories: true
            )
            try Data("replicate:\n  address: \(server.address)\n".utf8)
                .write(to: URL(filePath: settings))
            var environment = program.environment
            environment["REPLICATE_API_TOKEN"] = stand.key
            let outcome = try Outcome(
                running: try Program.executable,
                [
                    "generate", "a lighthouse", "--model", stand.model, "--duration", "1",
                    "--size", "128x72", "-o", program.path("take.mp4"),
                ],
                environment: environment,
                in: program.home
            )
            #expect((outcome.code == 0) == (code == 0), "\(outcome.complaint)")
            program.endWorkers()
        }
        let facts = try FilmFacts(of: program.path("take.mp4"))
        #expect(facts.frames == 24)
        let sound = try Outcome.tool(
            "ffprobe",
            "-v",
            "error",
            "-select_streams",
            "a",
            "-show_entries",
            "stream=codec_name",
            "-of",
            "csv=p=0",
            program.path("take.mp4")
        )
        #expect(sound.contains("aac"))
    }
}
