import Foundation
import Glibc
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

    /// How many moments a worker is killed at: one, or twenty where time does not matter.
    static var killRounds: Int {
        ProcessInfo.processInfo.environment["KINEMA_SOAK"] == nil ? 1 : 20
    }

    /// The top of the source tree.
    static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    static var photograph: String { root.appending(path: "Sources/Kinema/Demo/rocket.jpg").path }

    func path(_ name: String) -> String { home.appending(path: name).path }

    /// The first file below the home whose name begins so; others may come and go meanwhile.
    func file(named start: String) -> String? {
        let files = FileManager.default.enumerator(atPath: home.path)
        while let file = files?.nextObject() as? String {
            if URL(filePath: file).lastPathComponent.hasPrefix(start) { return path(file) }
        }
        return nil
    }

    func remove() { try? FileManager.default.removeItem(at: home) }

    /// Ends the workers that were started in this home.
    func endWorkers() {
        let home = Data("KINEMA_HOME=\(home.path)".utf8)
        let found = try? Outcome(running: "/usr/bin/env", ["pgrep", "-f", "kinema worker"])
        for line in (found?.output ?? "").split(separator: "\n") {
            guard let worker = Int32(line),
                let variables = FileManager.default.contents(atPath: "/proc/\(worker)/environ"),
                variables.range(of: home) != nil
            else { continue }
            kill(worker, SIGKILL)
        }
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["KINEMA_GRAPHICS", "KINEMA_THEME", "NO_COLOR", "SWIFT_BACKTRACE", "TMUX"] {
            environment[name] = nil
        }
        environment["KINEMA_HOME"] = home.path
        environment["LC_ALL"] = "C.UTF-8"
        return environment
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    func run(_ arguments: [String]) throws -> Outcome {
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
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "kinema-outcome-\(UUID().uuidString)").path
        let (output, complaint) = (scratch + ".out", scratch + ".err")
        defer {
            unlink(output)
            unlink(complaint)
        }
        code = try Self.spawn(
            // The directory is changed by env, which then becomes the program itself.
            ["/usr/bin/env", "-C", directory?.path ?? "/", executable] + arguments,
            environment: environment,
            output: output,
            complaint: complaint
        )
        self.output = try String(contentsOfFile: output, encoding: .utf8)
        self.complaint = try String(contentsOfFile: complaint, encoding: .utf8)
    }

    /// Runs a process to its end and returns its exit code, 128 and the signal for one that was
    /// killed.
    ///
    /// Not by Foundation's `Process`, whose wait ends only when every process
    /// that the command left behind has ended as well; and into files, which
    /// such a one cannot hold open as it would a pipe.
    private static func spawn(
        _ arguments: [String],
        environment: [String: String],
        output: String,
        complaint: String
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, complaint, writing, 0o600)
        // The threads that tests run on block all signals, and a child would go
        // on blocking them: a terminal multiplexer could then not be ended.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, arguments[0], &actions, &attributes, words, variables)
        try #require(result == 0, "\(arguments) could not be started.")
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { try #require(errno == EINTR) }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
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
    within seconds: Double = 120,
    _ holds: () throws -> Bool
) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !holds() {
        try #require(Date() < deadline, "It never came to this: \(what)")
        Thread.sleep(forTimeInterval: 0.05)
    }
}
