import Foundation
import Testing

/// The queue as the command line shows and steers it.
struct JobsCommandTests {
    private struct Row: Decodable {
        let id: String
        let kind: String
        let state: String
        let attempt: Int
    }

    private struct Listing: Decodable { let jobs: [Row] }

    private func list(_ program: Program) throws -> [Row] {
        let outcome = try program.run("jobs", "--json")
        try #require(outcome.code == 0, "\(outcome.complaint)")
        return try JSONDecoder().decode(Listing.self, from: Data(outcome.output.utf8)).jobs
    }

    private func generate(_ program: Program) throws {
        let outcome = try program.run(
            "generate",
            "dunes",
            "--duration",
            "0.5",
            "--size",
            "160x90",
            "-o",
            program.path("a.mp4")
        )
        try #require(outcome.code == 0, "\(outcome.complaint)")
    }

    @Test func `What was done is listed, shown with its attempts, and has an empty future`() throws
    {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("jobs").output.contains("Nothing is queued."))
        try generate(program)
        let rows = try list(program)
        #expect(Set(rows.map(\.kind)).isSuperset(of: ["take.image", "take.video", "take.post"]))
        try eventually("the smaller pictures are made as well") {
            try list(program).allSatisfy { $0.state == "completed" }
        }
        let video = try #require(rows.first { $0.kind == "take.video" })
        let sheet = try program.run("jobs", "show", String(video.id.suffix(12)))
        #expect(sheet.code == 0)
        #expect(sheet.output.contains(video.id))
        #expect(sheet.output.contains("Attempt 1"))
        #expect(sheet.output.contains("completed after"))
        #expect(try program.run("jobs", "watch").code == 0)
    }

    @Test func `A paused queue holds what is asked for until it goes on`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("jobs", "pause", "video-synthesis").code == 0)
        let waiting = try Waiting(
            program,
            [
                "generate", "dunes", "--duration", "0.5", "--size", "160x90", "-o",
                program.path("a.mp4"),
            ]
        )
        try eventually("the picture is made and the video waits") {
            let rows = try list(program)
            return rows.contains { $0.kind == "take.image" && $0.state == "completed" }
                && rows.contains { $0.kind == "take.video" && $0.state == "available" }
        }
        #expect(try program.run("jobs").output.contains("The queue video-synthesis is paused"))
        #expect(try program.run("jobs", "resume").code == 0)
        #expect(waiting.finish() == 0)
        #expect(FileManager.default.fileExists(atPath: program.path("a.mp4")))
    }

    @Test func `A cancelled job is retried to its end`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("jobs", "pause").code == 0)
        let waiting = try Waiting(
            program,
            [
                "generate", "dunes", "--duration", "0.5", "--size", "160x90", "-o",
                program.path("a.mp4"),
            ]
        )
        try eventually("the job is queued") { try !list(program).isEmpty }
        #expect(try program.run("jobs", "cancel", "--all").code == 0)
        #expect(waiting.finish() == 130)
        #expect(try list(program).allSatisfy { $0.state == "cancelled" })
        #expect(try program.run("jobs", "resume").code == 0)
        #expect(try program.run("jobs", "retry", "--all").code == 0)
        #expect(try program.run("jobs", "watch").code == 0)
        #expect(try list(program).allSatisfy { $0.state == "completed" })
    }

    @Test(arguments: [
        ["show", "4711"], ["cancel"], ["move", "0", "--first"], ["limit", "nonsense"],
        ["list", "--state", "odd"],
    ])
    func `What cannot be meant is refused in a sentence`(words: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try Outcome(
            running: try Program.executable,
            ["jobs"] + words,
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code == 2)
        #expect(outcome.complaint.hasPrefix("kinema: "))
    }

    @Test func `A worker that is asked to leave finishes what it is at`() throws {
        let program = try Program()
        defer { program.remove() }
        try generate(program)
        let worker = try Waiting(program, ["worker", "--idle", "600", "--concurrency", "2"])
        try eventually("the worker listens") { worker.isListening }
        #expect(worker.niceness >= 5, "A worker takes a place behind the editor.")
        worker.ask(SIGTERM)
        #expect(worker.finish() == 0)
    }
}

/// A command that runs beside the test.
private final class Waiting {
    private let process = Process()

    init(_ program: Program, _ arguments: [String]) throws {
        process.executableURL = URL(filePath: try Program.executable)
        process.arguments = arguments
        process.environment = program.environment
        process.currentDirectoryURL = program.home
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Whether it has taken SIGTERM into its own hands, in whichever way.
    var isListening: Bool {
        let path = "/proc/\(process.processIdentifier)/status"
        let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return status.split(separator: "\n").contains { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 2, ["SigIgn:", "SigCgt:"].contains(words[0]),
                let mask = UInt64(words[1], radix: 16)
            else { return false }
            return mask & (1 << UInt64(SIGTERM - 1)) != 0
        }
    }

    /// How far it gives way to others, -20…19.
    var niceness: CInt {
        getpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process.processIdentifier))
    }

    func ask(_ signal: CInt) { kill(process.processIdentifier, signal) }

    func finish() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
