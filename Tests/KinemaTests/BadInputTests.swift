import Foundation
import Testing

/// Whatever is wrong gets one sentence, a code, and leaves nothing behind.
struct BadInputTests {
    @Test func `A file that is missing is named`() throws {
        try refuse(["render", "nowhere.jpg"], naming: "nowhere.jpg")
    }

    @Test func `Text that is called a film is no film`() throws {
        try refuse(["probe", "text.mp4"], naming: "text.mp4", output: false) { program in
            try Data("Dear diary".utf8).write(to: program.home.appending(path: "text.mp4"))
        }
    }

    @Test func `A film that was cut off is told as damaged`() throws {
        try refuse(["probe", "cut.mp4"], naming: "cut.mp4", output: false) { program in
            let whole = program.path("whole.mp4")
            _ = try Outcome.tool(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=d=1",
                whole
            )
            let bytes = try Data(contentsOf: URL(filePath: whole))
            try bytes.prefix(bytes.count / 2).write(to: program.home.appending(path: "cut.mp4"))
        }
    }

    @Test func `A picture with no bytes is told as empty`() throws {
        try refuse(["render", "zero.png"], naming: "zero.png") { program in
            try Data().write(to: program.home.appending(path: "zero.png"))
        }
    }

    @Test func `A picture of one pixel makes a film`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Outcome.tool("convert", "xc:red", program.path("dot.png"))
        let outcome = try program.run(
            "render",
            "dot.png",
            "--preset",
            "dolly-in",
            "--duration",
            "0.2",
            "--size",
            "64x64",
            "-o",
            "dot.mp4"
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try FilmFacts(of: program.path("dot.mp4")).frames == 5)
    }

    @Test func `A picture of 400 megapixels either works or is told, and stays in bounds`() throws {
        let program = try Program()
        defer { program.remove() }
        // One bit a pixel and all of it black, so that only its claim is large.
        let script = """
            import struct, sys, zlib
            def chunk(kind, body):
                end = struct.pack(">I", zlib.crc32(kind + body))
                return struct.pack(">I", len(body)) + kind + body + end
            head = struct.pack(">IIBBBBB", 20000, 20000, 1, 0, 0, 0, 0)
            rows = zlib.compress(bytes(2501) * 20000)
            with open(sys.argv[1], "wb") as file:
                file.write(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head))
                file.write(chunk(b"IDAT", rows) + chunk(b"IEND", b""))
            """
        _ = try Outcome.tool("python3", "-c", script, program.path("huge.png"))
        let outcome = try program.run(
            "render",
            "huge.png",
            "--duration",
            "0.1",
            "--size",
            "64x64",
            "-o",
            "huge.mp4"
        )
        if outcome.code != 0 {
            #expect(outcome.complaint.isOneSentence, "\(outcome.complaint)")
            #expect(outcome.complaint.contains("huge.png"))
            #expect(!FileManager.default.fileExists(atPath: program.path("huge.mp4")))
        } else {
            #expect(try FilmFacts(of: program.path("huge.mp4")).frames == 2)
        }
    }

    @Test func `A preset that is not there is answered with one that is`() throws {
        try refuse(
            ["render", Program.photograph, "--preset", "doly-in"],
            naming: "dolly-in"
        )
    }

    @Test(arguments: ["dolly-in:7", "dolly-in:-1", "dolly-in:much", "dolly-in:nan"])
    func `A strength outside 0 to 1 is refused`(preset: String) throws {
        try refuse(["render", Program.photograph, "--preset", preset], naming: "0 to 1")
    }

    @Test(arguments: ["0", "1e9", "-3", "nan", "soon"])
    func `A duration that is none is refused`(duration: String) throws {
        try refuse(
            ["render", Program.photograph, "--duration=\(duration)"],
            naming: duration
        )
        try refuse(["generate", "a boat", "--duration=\(duration)"], naming: duration)
    }

    @Test(arguments: ["0x0", "13x13", "20000x20000", "wide", "1280"])
    func `A size that is none is refused`(size: String) throws {
        try refuse(["render", Program.photograph, "--size", size], naming: size)
    }

    @Test func `An output that cannot be written is told before any work`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(
            "render",
            Program.photograph,
            "--duration",
            "0.2",
            "-o",
            "/proc/kinema/out.mp4"
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.isOneSentence, "\(outcome.complaint)")
        #expect(outcome.complaint.contains("/proc/kinema"))
    }

    @Test func `A full disk is told, and no half film keeps the name`() throws {
        let program = try Program()
        defer { program.remove() }
        let script = """
            set -e
            mkdir "$1/small"
            mount -t tmpfs -o size=64k none "$1/small"
            code=0
            "$2" render "$3" --duration 2 --size 1280x720 -o "$1/small/out.mp4" || code=$?
            ls -A "$1/small" >&2
            exit $code
            """
        let outcome = try Outcome(
            running: "/usr/bin/env",
            [
                "unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh",
                program.home.path, try Program.executable, Program.photograph,
            ],
            environment: program.environment
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.isOneSentence, "\(outcome.complaint)")
        #expect(outcome.complaint.contains("full"), "\(outcome.complaint)")
        #expect(outcome.complaint.contains("out.mp4"))
    }

    @Test func `A preset file with a mistake is told by line and key`() throws {
        let program = try Program()
        defer { program.remove() }
        let shipped = Program.root.appending(path: "Presets/camera/dolly-in.yaml")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        try (text + "\nspeling: 3\n").write(
            to: program.home.appending(path: "mine.yaml"),
            atomically: true,
            encoding: .utf8
        )
        let outcome = try program.run("presets", "validate", "mine.yaml")
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains("mine.yaml:"))
        #expect(outcome.complaint.contains("speling"))
    }

    /// Runs a command that must be refused in one sentence naming something,
    /// and must leave neither a film nor a partial one.
    private func refuse(
        _ arguments: [String],
        naming name: String,
        output: Bool = true,
        preparing: (Program) throws -> Void = { _ in }
    ) throws {
        let program = try Program()
        defer { program.remove() }
        try preparing(program)
        let outcome = try Outcome(
            running: try Program.executable,
            arguments + (output ? ["-o", "out.mp4"] : []),
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code != 0)
        #expect(outcome.complaint.isOneSentence, "\(outcome.complaint)")
        #expect(outcome.complaint.contains(name), "\(outcome.complaint)")
        let left = try FileManager.default.contentsOfDirectory(atPath: program.home.path)
        #expect(!left.contains { $0.hasPrefix("out.mp4") }, "\(left)")
    }
}
