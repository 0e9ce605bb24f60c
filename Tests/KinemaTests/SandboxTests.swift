import Foundation
import Testing

/// Pictures from outside are decoded by a process that can do nothing else.
struct SandboxTests {
    /// Runs the decoder as the worker does, with a file for its pixels.
    private func decode(_ path: String) throws -> Outcome {
        try Outcome(
            running: "/bin/sh",
            ["-c", "\"$0\" decode -- \"$1\" | head -c 200", try Program.executable, path]
        )
    }

    @Test func `A picture comes out as a mark, its size and its pixels`() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.path("grey.png")
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "color=gray:s=20x10,format=rgb24",
            "-frames:v",
            "1",
            path
        )
        let pixels = program.path("pixels")
        let outcome = try Outcome(
            running: "/bin/sh",
            ["-c", "\"$0\" decode -- \"$1\" > \"$2\"", try Program.executable, path, pixels]
        )
        #expect(outcome.complaint.isEmpty)
        let bytes = try Data(contentsOf: URL(filePath: pixels))
        let head = Data("kinema-picture-1 20 10\n".utf8)
        #expect(bytes.starts(with: head))
        #expect(bytes.count == head.count + 20 * 10 * 4)
        #expect(Set(bytes.dropFirst(head.count)).count == 2)
    }

    @Test func `A file that is no picture is refused in a sentence`() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.path("noise.png")
        try Data((0..<5000).map { _ in UInt8.random(in: 0...255) }).write(to: URL(filePath: path))
        let outcome = try decode(path)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.hasPrefix("kinema: "))
    }

    @Test func `A take from a damaged start frame fails alone, and the next one is made`() throws {
        let program = try Program()
        defer { program.remove() }
        // A picture that says it is whole, and ends in the middle.
        let whole = try Data(contentsOf: URL(filePath: Program.photograph))
        let damaged = program.path("damaged.jpg")
        try whole.prefix(whole.count / 3).write(to: URL(filePath: damaged))
        let words = ["--duration", "0.5", "--size", "160x90", "-o"]
        func generate(_ image: String, _ name: String) throws -> Outcome {
            try Outcome(
                running: try Program.executable,
                ["generate", "launch", "--image", image] + words + [program.path(name)],
                environment: program.environment,
                in: program.home
            )
        }
        _ = try generate(damaged, "a.mp4")
        #expect(try generate(Program.photograph, "b.mp4").code == 0)
        #expect(try FilmFacts(of: program.path("b.mp4")).frames == 12)
    }
}
