import Foundation
import Testing

/// A server whose certificate nobody vouches for, by `openssl s_server`.
struct TLSServer {
    let port: Int
    private let process: Process
    private let directory: String

    init() async throws {
        directory = NSTemporaryDirectory() + "tls-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        let key = directory + "/key.pem"
        let certificate = directory + "/certificate.pem"
        try await Self.finish([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
            "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
        ])
        let output = Pipe()
        process = try Self.run(
            ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"],
            output: output
        )
        // `ACCEPT 127.0.0.1:41235` tells that it listens, and where.
        var line = ""
        while !line.contains("ACCEPT") || line.last != "\n" {
            let data = output.fileHandleForReading.readData(ofLength: 1)
            try #require(!data.isEmpty)
            line += String(decoding: data, as: UTF8.self)
        }
        let accept = try #require(line.split(separator: "\n").first { $0.hasPrefix("ACCEPT") })
        port = try #require(accept.split(separator: ":").last.flatMap { Int($0) })
    }

    func stop() {
        process.terminate()
        // What is left behind is a directory of the system's own for such things.
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Runs to the end without keeping a thread of the tests from its work.
    private static func finish(_ arguments: [String]) async throws {
        let process = make(arguments)
        let status = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        try #require(status == 0)
    }

    private static func run(_ arguments: [String], output: Pipe? = nil) throws -> Process {
        let process = make(arguments, output: output)
        try process.run()
        return process
    }

    private static func make(_ arguments: [String], output: Pipe? = nil) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
