import Foundation
import Testing

/// The built program, run for real in a home of its own.
struct Program: Sendable {
    let home: URL

    /// Makes a fresh home below the temporary directory.
    init() throws {
        home = URL(filePath: NSTemporaryDirectory())
            .appending(path: "kinema-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    /// Where the program under test lies: `KINEMA_BIN`, or beside the tests.
    static var executable: String {
        get throws {
            if let named = ProcessInfo.processInfo.environment["KINEMA_BIN"] { return named }
            let beside = root.appending(path: ".build/debug/kinema").path
            return try #require(
                FileManager.default.isExecutableFile(atPath: beside) ? beside : nil,
                "Set KINEMA_BIN to the program under test."
            )
        }
    }

    /// The top of the source tree.
    static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    static var photograph: String { root.appending(path: "Sources/Kinema/Demo/rocket.jpg").path }

    func path(_ name: String) -> String { home.appending(path: name).path }

    func remove() { try? FileManager.default.removeItem(at: home) }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["KINEMA_GRAPHICS", "KINEMA_THEME", "NO_COLOR", "TMUX"] {
            environment[name] = nil
        }
        environment["KINEMA_HOME"] = home.path
        environment["LC_ALL"] = "C.UTF-8"
        return environment
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) throws -> Outcome {
        try Outcome(running: try Self.executable, arguments, environment: environment, in: home)
    }
}

/// What a finished process has said.
struct Outcome {
    let code: Int32
    let output: String
    let complaint: String

    init(
        running executable: String,
        _ arguments: [String],
        environment: [String: String] = ProcessInfo.processInfo.environment,
        in directory: URL? = nil
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.environment = environment
        if let directory { process.currentDirectoryURL = directory }
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "kinema-outcome-\(UUID().uuidString)")
        let (output, complaint) = (scratch.path + ".out", scratch.path + ".err")
        defer {
            try? FileManager.default.removeItem(atPath: output)
            try? FileManager.default.removeItem(atPath: complaint)
        }
        // Files and not pipes: a worker that outlives the command would hold a pipe open.
        try Data().write(to: URL(filePath: output))
        try Data().write(to: URL(filePath: complaint))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: complaint)
        try process.run()
        process.waitUntilExit()
        code = process.terminationStatus
        self.output = try String(contentsOfFile: output, encoding: .utf8)
        self.complaint = try String(contentsOfFile: complaint, encoding: .utf8)
    }

    /// Runs a tool found on the path, which must succeed.
    static func tool(_ name: String, _ arguments: String...) throws -> String {
        let outcome = try Outcome(running: "/usr/bin/env", [name] + arguments)
        try #require(outcome.code == 0, "\(name) failed: \(outcome.complaint)")
        return outcome.output
    }
}

/// Waits until something holds, which it must within a generous time.
func eventually(
    _ what: String,
    within seconds: Double = 60,
    _ holds: () throws -> Bool
) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !holds() {
        try #require(Date() < deadline, "It never came to this: \(what)")
        Thread.sleep(forTimeInterval: 0.05)
    }
}
