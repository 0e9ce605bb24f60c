import Dispatch
import Foundation
import Glibc
import Synchronization

/// A text in the person's own editor, which has the terminal meanwhile.
final class ExternalEditor: Sendable {
    /// What is edited: a word for people, and how its file ends.
    struct Subject {
        let name: String
        let ending: String
    }

    /// The command, as `$VISUAL` and `$EDITOR` give it: a program and its options.
    let command: String
    /// The editor while it runs; not yet reaped, so that its number is no other's.
    private let process = Mutex<pid_t?>(nil)

    init(environment: [String: String]) {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
            .first { !$0.isEmpty }
        command = named ?? "vi"
    }

    /// Opens a text and waits for the editor to end.
    ///
    /// Call it away from the main loop, with the terminal given back.
    ///
    /// - Throws: ``Complaint`` when the editor could not be started or failed;
    ///   what was written is then kept in a file that the sentence names.
    func edit(_ text: String, of subject: Subject) throws -> String {
        let file = try write(text, of: subject)
        guard let status = run(file), status == 0 else {
            throw Complaint(
                "“\(command)” did not end well, and the \(subject.name) is as it was; what was "
                    + "written is in \(file). Set EDITOR to your editor."
            )
        }
        defer { unlink(file) }
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    /// Lets it go on after somebody stopped it; the program alone hears of that.
    func resume() {
        process.withLock { process in
            if let process { kill(process, SIGCONT) }
        }
    }

    private func write(_ text: String, of subject: Subject) throws -> String {
        var template = Array(
            FileManager.default.temporaryDirectory.appending(
                path: "kinema-\(subject.name)-XXXXXX\(subject.ending)"
            )
            .path.utf8CString
        )
        let descriptor = mkstemps(&template, CInt(subject.ending.utf8.count))
        guard descriptor >= 0 else {
            throw Complaint("No file for the editor can be made; see whether /tmp is full.")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        let bytes = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the editor's exit status; nil when it did not end by itself.
    ///
    /// It stays in the program's own group, so that it may read the terminal and
    /// is stopped and continued with it, and gets the signals back that the
    /// program heeds itself or blocks.
    private func run(_ file: String) -> Int32? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        )
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // What it has to say is for the terminal, not for the log.
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        let arguments = ["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", file]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", &actions, &attributes, &pointers, environ) == 0
        else { return nil }
        process.withLock { $0 = child }
        return wait(for: child)
    }

    private func wait(for child: pid_t) -> Int32? {
        var end = siginfo_t()
        while waitid(P_PID, id_t(child), &end, WEXITED | WNOWAIT) < 0 {
            guard errno == EINTR else { break }
        }
        return process.withLock { process in
            process = nil
            var status: CInt = 0
            while waitpid(child, &status, 0) < 0 {
                guard errno == EINTR else { return nil }
            }
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
        }
    }
}
