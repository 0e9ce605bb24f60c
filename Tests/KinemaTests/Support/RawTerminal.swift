import Foundation
import Glibc
import Testing

/// A terminal without a screen: the program runs in it for real, is answered what a terminal
/// answers, and every byte that it writes is looked at.
final class RawTerminal {
    private(set) var audit = OutputAudit()
    let process: pid_t
    private let descriptor: CInt
    private var status: CInt?
    private(set) var columns = 120
    private(set) var rows = 36
    /// Seconds until nothing more is to be hoped for: a debug build on a busy machine takes its
    /// time for the four thousand keys that a terminal holds ahead of it.
    private static let patience = 600.0

    /// Starts the program in a home of its own.
    init(_ program: Program, arguments: [String] = []) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        // posix_openpt and its kin are hidden from Swift; this is what they do.
        let unlock: UInt = 0x4004_5431
        let askNumber: UInt = 0x8004_5430
        var isLocked: CInt = 0
        var number: CInt = 0
        try #require(descriptor >= 0 && ioctl(descriptor, unlock, &isLocked) == 0)
        try #require(ioctl(descriptor, askNumber, &number) == 0)
        Self.size(descriptor, columns, rows)
        // What is typed while nobody reads would come back as if the program had written it.
        var modes = termios()
        tcgetattr(descriptor, &modes)
        modes.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(descriptor, TCSANOW, &modes)
        var environment = program.environment
        environment["TERM"] = "xterm-256color"
        environment["COLORTERM"] = "truecolor"
        environment["EDITOR"] = "true"
        for name in ["SSH_CONNECTION", "SSH_TTY", "STY", "VISUAL"] { environment[name] = nil }
        process = try Self.spawn(
            ["/usr/bin/env", "-C", program.home.path, try Program.executable] + arguments,
            environment: environment,
            on: "/dev/pts/\(number)"
        )
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, &ended, 0)
        }
        close(descriptor)
    }

    private var ended: CInt = 0

    /// The exit code, or 128 and the signal, once the program has ended.
    var exitCode: Int32? {
        guard let status else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    /// Types bytes; what the program writes meanwhile is taken, so that neither waits for the
    /// other for ever.
    func send(_ text: String) throws {
        var bytes = Array(text.utf8)[...]
        var deadline = Date(timeIntervalSinceNow: Self.patience)
        while !bytes.isEmpty, status == nil {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
                deadline = Date(timeIntervalSinceNow: Self.patience)
            }
            listen(milliseconds: count > 0 ? 0 : 5)
            // A key may have stopped it in the midst of what follows.
            if count <= 0, state == "T" { kill(process, SIGCONT) }
            try #require(Date() < deadline, "The program has read nothing for ten minutes.")
        }
    }

    func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        Self.size(descriptor, columns, rows)
    }

    /// Takes what the program writes until something holds.
    func wait(for what: String, _ holds: () -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while !holds() {
            listen(milliseconds: 20)
            try #require(Date() < deadline, "It never came to this: \(what)")
        }
    }

    /// Takes what is there by now, and answers what is asked.
    ///
    /// No more than half a megabyte: a program that writes faster than this
    /// reads would not be left.
    func listen(milliseconds: Int32) {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var patience = milliseconds
        for _ in 0..<8 {
            guard poll(&state, 1, patience) > 0 else { break }
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { break }
            audit.read(bytes[..<count])
            let answers = Array(audit.takeAnswers().utf8)
            // A program that reads nothing is not to be waited for.
            _ = write(descriptor, answers, answers.count)
            patience = 0
        }
        if status == nil, waitpid(process, &ended, WNOHANG) == process { status = ended }
    }

    /// Takes all that a program wrote before it ended, which the system may still be passing on.
    func drain() {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while poll(&state, 1, 2000) > 0 {
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { break }
            audit.read(bytes[..<count])
        }
    }

    /// Whether the terminal edits lines and makes signals of keys, as a shell's does.
    var isCooked: Bool {
        var modes = termios()
        tcgetattr(descriptor, &modes)
        let local = tcflag_t(ICANON | ISIG)
        return modes.c_lflag & local == local && modes.c_oflag & tcflag_t(OPOST) != 0
    }

    /// The state letter of the program, such as `T` for stopped.
    var state: Character? {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return nil }
        return line[end...].dropFirst(2).first
    }

    /// Megabytes that the program holds.
    var memory: Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    /// How many files the program has open.
    var openFiles: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count) ?? 0
    }

    private static func size(_ descriptor: CInt, _ columns: Int, _ rows: Int) {
        var window = winsize(
            ws_row: UInt16(rows),
            ws_col: UInt16(columns),
            ws_xpixel: UInt16(columns * 8),
            ws_ypixel: UInt16(rows * 16)
        )
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// Starts a process whose terminal is a device.
    private static func spawn(
        _ words: [String],
        environment: [String: String],
        on device: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSID of spawn.h, which Swift does not see.
        posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK))
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
        try #require(result == 0, "\(words) could not be started.")
        return child
    }
}
