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
        let words = pixels + ".words"
        let child = try SandboxedDecoder(executable: executable)
            .start(["--", path], to: .newFile(pixels), words: words)
        let status = try wait(for: child, isStopped: isStopped)
        guard status == 0 else { throw SandboxedDecoder.failure(status, path, said: words) }
        return try frame(in: pixels, of: path)
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

    /// What the process wrote is looked at as if anybody had.
    private func frame(in pixels: String, of path: String) throws -> Frame {
        let broken = SandboxedDecoder.failure(SIGKILL, path, said: "")
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
