import Editorial
import Foundation
import Glibc
import Media

/// Has pictures from outside decoded by a process of their own, so that a
/// hostile one costs its job and not the worker.
struct StillSandbox: Sendable {
    let executable: URL
    /// Where the pixels are handed over.
    let directory: String

    /// Returns the picture; `isStopped` is asked while the process works.
    ///
    /// - Throws: ``MediaError``; `CancellationError` when it was stopped.
    func read(_ path: String, isStopped: () -> Bool) throws -> Frame {
        let pixels = "\(directory)/decoded-\(UUID().uuidString)"
        defer {
            unlink(pixels)
            unlink(pixels + ".words")
        }
        let status = try wait(for: try start(path, pixels), isStopped: isStopped)
        guard status == 0 else { throw failure(status, path, said: pixels + ".words") }
        return try frame(in: pixels, of: path)
    }

    private func start(_ path: String, _ pixels: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_EXCL
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, pixels, writing, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, pixels + ".words", writing, 0o600)
        let words: [String] = [executable.path, "decode", "--", path]
        let arguments = words.map { strdup($0) } + [nil]
        // Nothing of the worker's environment is any of its business.
        let variables = [strdup("LC_ALL=C.UTF-8"), strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, executable.path, &actions, nil, arguments, variables)
        guard result == 0 else {
            throw MediaError(
                kind: .outOfMemory,
                message: "No process could be started to decode the picture "
                    + "(\(String(cString: strerror(result)))); try again."
            )
        }
        return child
    }

    /// Returns what waitpid tells.
    private func wait(for child: pid_t, isStopped: () -> Bool) throws -> Int32 {
        var status: Int32 = 0
        var isKilled = false
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { break }
            if found < 0, errno != EINTR { return -1 }
            if !isKilled, isStopped() {
                kill(child, SIGKILL)
                isKilled = true
            }
            usleep(3000)
        }
        if isKilled { throw CancellationError() }
        return status
    }

    private func failure(_ status: Int32, _ path: String, said words: String) -> MediaError {
        let name = (path as NSString).lastPathComponent
        guard status & 0x7F == 0, let text = try? String(contentsOfFile: words, encoding: .utf8)
        else {
            return MediaError(
                kind: .damaged,
                message: "“\(name)” broke the decoder or took too much of it, and was given up; "
                    + "choose another picture, or save it anew with another program."
            )
        }
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let sentence = line.hasPrefix("kinema: ") ? String(line.dropFirst(8)) : line
        return MediaError(kind: .damaged, message: String(sentence.prefix(500)))
    }

    /// What the process wrote is looked at as if anybody had.
    private func frame(in pixels: String, of path: String) throws -> Frame {
        let broken = failure(SIGKILL, path, said: "")
        guard let file = fopen(pixels, "r") else { throw broken }
        defer { fclose(file) }
        var head = [CChar](repeating: 0, count: 64)
        guard fgets(&head, CInt(head.count), file) != nil else { throw broken }
        let words = String(
            decoding: head.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        .split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == DecodeCommand.mark,
            let width = Int(words[1]), let height = Int(words[2]),
            (1...32_768).contains(width), (1...32_768).contains(height),
            UInt64(width) * UInt64(height) * 4 <= DecodeCommand.output
        else { throw broken }
        let frame = try Frame(size: PixelSize(width: width, height: height), format: .rgba8)
        let isWhole = frame.withMutablePlane { base, stride in
            (0..<height).allSatisfy { fread(base + $0 * stride, 4, width, file) == width }
        }
        guard isWhole else { throw broken }
        return frame
    }
}
