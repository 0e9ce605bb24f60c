import Foundation
import Glibc
import Media

/// Starts `kinema decode`, and reads what its end means.
struct SandboxedDecoder {
    /// Where what is decoded goes.
    enum Output {
        case newFile(String)
        /// The writing end of a pipe, which stays the caller's.
        case pipe(CInt)
    }

    let executable: URL

    /// Starts the process; what it says on standard error is left in a new file.
    ///
    /// - Throws: ``MediaError`` when there is no room for another process.
    func start(_ arguments: [String], to output: Output, words: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_EXCL
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        switch output {
        case .newFile(let path):
            posix_spawn_file_actions_addopen(&actions, 1, path, writing, 0o600)
        case .pipe(let descriptor):
            posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
        }
        posix_spawn_file_actions_addopen(&actions, 2, words, writing, 0o600)
        let list: [String] = [executable.path, "decode"] + arguments
        let arguments = list.map { strdup($0) } + [nil]
        // Nothing of the worker's environment is any of its business.
        let variables = [strdup("LC_ALL=C.UTF-8"), strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, executable.path, &actions, nil, arguments, variables)
        guard result == 0 else {
            throw MediaError(
                kind: .outOfMemory,
                message: "No process could be started to decode what came from outside "
                    + "(\(String(cString: strerror(result)))); try again."
            )
        }
        return child
    }

    /// Returns what a process that ended with this status could not do, and why.
    static func failure(_ status: Int32, _ path: String, said words: String) -> MediaError {
        let name = (path as NSString).lastPathComponent
        guard status & 0x7F == 0, let text = try? String(contentsOfFile: words, encoding: .utf8)
        else {
            return MediaError(
                kind: .damaged,
                message: "“\(name)” broke the decoder or took too much of it, and was given up; "
                    + "choose another, or save it anew with another program."
            )
        }
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let sentence = line.hasPrefix("kinema: ") ? String(line.dropFirst(8)) : line
        return MediaError(kind: .damaged, message: String(sentence.prefix(500)))
    }
}
