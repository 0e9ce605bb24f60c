import Dispatch
import Foundation
import Generation
import Glibc
import Synchronization

/// A program of this machine at work, ended when its task is.
struct ProgramRun {
    let path: String
    let arguments: [String]

    /// After which it is ended, in seconds.
    private static let patience = 1800.0

    /// Runs it, and returns with what it ended; `hear` is told each line of
    /// its standard error.
    ///
    /// - Throws: ``ProviderError`` of kind `cancelled` when the task is.
    func end(hear: @escaping @Sendable (Substring) -> Void) async throws(ProviderError) -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let words = Pipe()
        process.standardError = words
        let number = Mutex<pid_t?>(nil)
        let status = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Int32, Never>) in
                process.terminationHandler = { ended in
                    number.withLock { $0 = nil }
                    continuation.resume(returning: ended.terminationStatus)
                }
                guard (try? process.run()) != nil else {
                    process.terminationHandler = nil
                    return continuation.resume(returning: -1)
                }
                number.withLock { $0 = process.processIdentifier }
                if !process.isRunning { number.withLock { $0 = nil } }
                Self.listen(to: words.fileHandleForReading, hear)
                DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
                    [weak process] in process?.terminate()
                }
            }
        } onCancel: {
            number.withLock { if let number = $0 { kill(number, SIGKILL) } }
        }
        if Task.isCancelled { throw ProviderError(.cancelled, "The program was stopped.") }
        return status
    }

    /// Reads lines on a thread of their own until there are no more.
    private static func listen(
        to handle: FileHandle,
        _ hear: @escaping @Sendable (Substring) -> Void
    ) {
        let thread = Thread {
            var rest = Data()
            while true {
                let piece = handle.availableData
                if piece.isEmpty { return }
                // Of a line without end only the last of it counts.
                rest = Data((rest + piece).suffix(4096))
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    hear(line.trimmingCharacters(in: .whitespaces)[...])
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
        }
        thread.start()
    }
}
