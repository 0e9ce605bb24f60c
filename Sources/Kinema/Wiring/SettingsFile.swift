import Editor
import Foundation
import PlainText

/// How the interface was left, in a file of the state directory.
struct SettingsFile: Sendable {
    let path: String

    private static let keys = ["theme", "presets", "prompt", "timeline"]
    private static let sizes = 1.0...1000.0

    /// Reads the file; what is not there is as usual.
    func read() throws(PlainTextError) -> InterfaceSettings {
        var settings = InterfaceSettings()
        guard FileManager.default.fileExists(atPath: path) else { return settings }
        let root = try PlainTextNode(path: path, of: "the interface’s settings")
        let values = try root.mapping("the interface’s settings", allowed: Self.keys)
        settings.theme = try values["theme"]?.text("the theme", limit: 40)
        for splitter in Splitter.allCases {
            guard let node = values[splitter.rawValue] else { continue }
            let size = try node.number("the size of \(splitter.rawValue)", in: Self.sizes)
            settings.sizes[splitter] = Int(size)
        }
        return settings
    }

    /// Writes the file anew, whole or not at all.
    func write(_ settings: InterfaceSettings) throws {
        var lines = ["# Written by Kinema when the theme or a panel's size is changed."]
        if let theme = settings.theme { lines.append("theme: \(theme)") }
        for splitter in Splitter.allCases {
            if let size = settings.sizes[splitter] { lines.append("\(splitter.rawValue): \(size)") }
        }
        // Nothing else may make an empty mapping of the file.
        if lines.count == 1 { lines.append("{}") }
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
    }
}
