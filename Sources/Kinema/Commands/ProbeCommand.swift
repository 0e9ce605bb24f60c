import ArgumentParser
import Editorial
import Foundation
import Media
import Terminal

struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Say what is in a picture or film."
    )

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let info = try MediaInfo(probing: file)
        if json {
            try JSONOutput.print(Answer(info, path: file))
        } else {
            for (label, value) in rows(info) {
                print(label.padding(toLength: 10, withPad: " ", startingAt: 0) + value.printable)
            }
        }
    }

    private func rows(_ info: MediaInfo) -> [(String, String)] {
        var rows = [
            ("kind", info.kind == .still ? "picture" : "film"),
            ("size", info.size.description),
            ("codec", "\(info.videoCodec), \(info.pixelFormat), in \(info.container)"),
        ]
        if let rate = info.frameRate { rows.append(("fps", rate.description)) }
        if let count = info.frameCount { rows.append(("frames", "\(count)")) }
        if let duration = info.duration { rows.append(("length", "\(duration.seconds) s")) }
        let colour = [
            info.colour.primaries, info.colour.transfer, info.colour.matrix, info.colour.range,
        ].compactMap(\.self)
        if !colour.isEmpty { rows.append(("colour", colour.joined(separator: ", "))) }
        if info.kind == .video { rows.append(("audio", info.hasAudio ? "yes" : "no")) }
        rows.append(("bytes", "\(info.byteCount)"))
        for (key, value) in info.metadata.sorted(by: { $0.key < $1.key }) {
            rows.append((key, value))
        }
        return rows
    }
}

extension ProbeCommand {
    /// The answer for machines.
    private struct Answer: Encodable {
        let path: String
        let kind: String
        let width: Int
        let height: Int
        let codec: String
        let pixelFormat: String
        let container: String
        let fps: Double?
        let frames: Int?
        let seconds: Double?
        let colour: [String: String]
        let audio: Bool
        let bytes: Int
        let metadata: [String: String]

        init(_ info: MediaInfo, path: String) {
            self.path = path
            kind = info.kind == .still ? "still" : "video"
            width = info.size.width
            height = info.size.height
            codec = info.videoCodec
            pixelFormat = info.pixelFormat
            container = info.container
            fps = info.frameRate?.framesPerSecond
            frames = info.frameCount
            seconds = info.duration?.seconds
            let named: [(String, String?)] = [
                ("primaries", info.colour.primaries), ("transfer", info.colour.transfer),
                ("matrix", info.colour.matrix), ("range", info.colour.range),
            ]
            colour = Dictionary(
                uniqueKeysWithValues: named.compactMap { name, value in value.map { (name, $0) } }
            )
            audio = info.hasAudio
            bytes = info.byteCount
            metadata = info.metadata
        }
    }
}
