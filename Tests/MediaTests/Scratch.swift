import Editorial
import Foundation
import Media

/// A directory of one test's own, gone with it.
final class Scratch {
    let path: String

    init() throws {
        MediaLog.silence()
        path = NSTemporaryDirectory() + "kinema-media-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(name: String) -> String { path + "/" + name }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    @discardableResult
    func write(_ bytes: Data, to name: String) throws -> String {
        try bytes.write(to: URL(fileURLWithPath: self[name]))
        return self[name]
    }

    /// Writes the first part of another file.
    func truncate(_ source: String, to count: Int, as name: String) throws -> String {
        try write(Data(contentsOf: URL(fileURLWithPath: source)).prefix(count), to: name)
    }
}

struct ToolFailure: Error, CustomStringConvertible {
    var description: String
}

/// Runs one of FFmpeg's tools, for a minute at most, and returns what it
/// printed.
@discardableResult
func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "--signal=KILL", "60", tool] + arguments
    let output = Pipe(), complaints = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw ToolFailure(description: "\(tool): " + String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: printed, as: UTF8.self)
}

@discardableResult
func ffmpeg(_ arguments: String...) throws -> String {
    try run("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y"] + arguments)
}

func ffprobe(_ entries: String, _ path: String) throws -> [String: String] {
    let printed = try run(
        "ffprobe",
        [
            "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", entries,
            "-of", "default=noprint_wrappers=1", path,
        ]
    )
    var facts: [String: String] = [:]
    for line in printed.split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1)
        if parts.count == 2 { facts[String(parts[0])] = String(parts[1]) }
    }
    return facts
}

/// The small photograph the demonstration starts from.
let rocket = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Kinema/Demo/rocket.jpg").standardized.path
