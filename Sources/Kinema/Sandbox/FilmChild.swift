import CSandbox
import Editorial
import Foundation
import Glibc
import Media

/// A process that decodes a film, for as long as somebody wants its frames; one owner.
///
/// What it hands over is looked at as if anybody had made it.
final class FilmChild {
    /// What is told before the first frame.
    struct Head {
        let size: PixelSize
        let rate: FrameRate
        let frameCount: Int
        let hasSound: Bool
    }

    /// Where its frames come out.
    let descriptor: CInt
    /// Where its sound lies, once it is told that there is some.
    let sound: String
    private let path: String
    private let words: String
    private let isStopped: () -> Bool
    private var process: pid_t?

    /// More frames than a day has at any rate.
    private static let frameLimit = 24 * 3600 * 240

    /// Starts it; `stem` begins the names of its files, which are gone with this value.
    init(
        _ executable: URL,
        _ path: String,
        stem: String,
        isStopped: @escaping () -> Bool
    ) throws {
        var ends: [CInt] = [-1, -1]
        guard csandbox_pipe(&ends) == 0 else {
            throw MediaError(
                kind: .outOfMemory,
                message: "There are too many files open to decode another film; try again."
            )
        }
        defer { close(ends[1]) }
        descriptor = ends[0]
        self.path = path
        self.isStopped = isStopped
        sound = stem + ".sound"
        words = stem + ".words"
        process = try SandboxedDecoder(executable: executable)
            .start(["--film", "--sound", sound, "--", path], to: .pipe(ends[1]), words: words)
    }

    deinit {
        close(descriptor)
        if process != nil { _ = end(with: SIGKILL) }
        for file in [sound, sound + ".sound", words] { unlink(file) }
    }

    /// Reads what is told before the first frame.
    func head() throws -> Head {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), line.count < 100 {
            try wait()
            var byte: UInt8 = 0
            guard read(descriptor, &byte, 1) == 1 else { throw failure() }
            line.append(byte)
        }
        let parts = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let numbers = parts.dropFirst().compactMap { Int($0) }
        guard parts.first == Substring(DecodeCommand.filmMark), numbers.count == 6,
            numbers[..<4].allSatisfy({ (1...1_000_000).contains($0) }),
            (1...Self.frameLimit).contains(numbers[4]),
            let rate = FrameRate("\(numbers[2])/\(numbers[3])")
        else { throw SandboxedDecoder.failure(SIGKILL, path, said: words) }
        return Head(
            size: PixelSize(width: numbers[0], height: numbers[1]),
            rate: rate,
            frameCount: numbers[4],
            hasSound: numbers[5] == 1
        )
    }

    /// Waits until there is something to read, or nothing more to come.
    ///
    /// - Throws: `CancellationError` when it was stopped.
    func wait() throws {
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&question, 1, 50) <= 0 {
            if isStopped() { throw CancellationError() }
        }
    }

    /// Says why there are no more frames than came.
    func failure() -> any Error {
        // It closed its end, so it is about to end, or will never come to it.
        let status = process == nil ? SIGKILL : end(with: nil)
        return SandboxedDecoder.failure(status == 0 ? SIGKILL : status, path, said: words)
    }

    /// Waits for the end of the process, for five seconds where it is not killed before.
    private func end(with signal: CInt?) -> Int32 {
        guard let process else { return SIGKILL }
        self.process = nil
        if let signal { kill(process, signal) }
        var status: Int32 = 0
        for _ in 0..<500 where signal == nil {
            if waitpid(process, &status, WNOHANG) == process { return status }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
