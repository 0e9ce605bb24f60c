import Foundation
import Networking

/// The built `kinema-server`, run for real over a directory of a test's own.
final class ServerProcess {
    let directory: String
    let address: String
    private let place: String
    private var process: Process?
    private let database: String

    init(database: String = "sqlite") throws {
        self.database = database
        directory = NSTemporaryDirectory() + "kinema-server-" + UUID().uuidString
        // An address of its own: between two runs nobody else is given what it listens on.
        let host = (0..<3).map { _ in "\(Int.random(in: 1...254))" }.joined(separator: ".")
        place = "127.\(host):8480"
        address = "http://" + place
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
    }

    deinit {
        if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Beside the program under test, or where the tests were built.
    static var executable: String {
        if let named = ProcessInfo.processInfo.environment["KINEMA_BIN"] {
            return named + "-server"
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: ".build/debug/kinema-server").path
    }

    /// Starts it, with further flags, and returns once it answers.
    func start(_ flags: String...) async throws {
        let process = try launch(
            [
                "serve", "--data", directory + "/data", "--listen", place,
                "--database", database, "--log", "error",
            ] + flags
        )
        self.process = process
        let client = HTTPClient(rules: RetryRules(attempts: 1))
        guard let ready = WebAddress(address + "/ready") else { return }
        let deadline = ContinuousClock.now + .seconds(600)
        while (try? await client.reply(to: HTTPRequest(.get, ready)).head.status) != 200 {
            guard process.isRunning, ContinuousClock.now < deadline else {
                throw CocoaError(.featureUnsupported)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Starts a worker beside it, whose log is a file of its own.
    func startWorker(_ flags: String...) throws -> Process {
        try launch(
            ["worker", "--data", directory + "/data", "--database", database] + flags,
            log: "worker-\(UUID().uuidString).log"
        )
    }

    /// Everything that it and its workers have logged.
    var logs: String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix("log") }.compactMap {
            try? String(contentsOfFile: directory + "/" + $0, encoding: .utf8)
        }.joined()
    }

    var identifier: Int32 { process?.processIdentifier ?? 0 }

    /// Sends it a signal and returns its exit code; the signal where that ended it.
    func end(_ signal: Int32) -> Int32 {
        guard let process else { return -1 }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs a command to its end and returns what it said.
    func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let pipe = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: Self.executable)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func launch(_ arguments: [String], log name: String = "log") throws -> Process {
        let log = directory + "/" + name
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: Self.executable)
        process.arguments = arguments
        process.standardOutput = FileHandle(forWritingAtPath: log)
        process.standardError = FileHandle(forWritingAtPath: log)
        try process.run()
        return process
    }

    /// The letters that it would have sent, the newest last.
    var letters: [String] {
        let directory = self.directory + "/data/mail/new"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.sorted().compactMap {
            try? String(contentsOfFile: directory + "/" + $0, encoding: .utf8)
        }
    }
}
