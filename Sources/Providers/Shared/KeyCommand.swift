import Dispatch
import Foundation
import Generation
import Glibc
import Networking

/// A program of the person's that prints a key.
struct KeyCommand {
    let line: String

    /// Runs it; a program that takes longer than half a minute is ended.
    func run(for title: String) throws(ProviderError) -> Secret {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let program = words.first else {
            throw .noKey(title, "its command is empty; write one")
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--", program] + words.dropFirst()
        let output = Pipe()
        process.standardOutput = output
        // What it says on standard error may hold anything, and is not for us.
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else {
            throw .noKey(title, "“\(program)” could not be run; check the command")
        }
        let number = process.processIdentifier
        let alarm = DispatchWorkItem { kill(number, SIGTERM) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: alarm)
        let data = try? output.fileHandleForReading.read(upToCount: 16_384)
        process.waitUntilExit()
        alarm.cancel()
        guard process.terminationStatus == 0 else {
            throw .noKey(
                title,
                "“\(program)” ended with \(process.terminationStatus); run it by hand to see why"
            )
        }
        let first =
            String(decoding: data ?? Data(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard let key = Secret(first) else {
            throw .noKey(title, "“\(program)” printed none; check the command")
        }
        return key
    }
}
