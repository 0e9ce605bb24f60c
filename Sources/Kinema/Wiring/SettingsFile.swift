import Editor
import Editorial
import Foundation
import Media
import PlainText

/// How the interface was left, in a file of the state directory.
struct SettingsFile: Sendable {
    let path: String

    private static let keys = [
        "theme", "presets", "prompt", "timeline", "motion", "graphics", "model", "size", "rate",
        "advanced", "grids",
    ]
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
        if let motion = values["motion"] {
            settings.reducesMotion =
                try motion.choice("motion", among: ["full", "reduced"]) == "reduced"
        }
        if let fold = values["advanced"] {
            settings.showsAdvanced =
                try fold.choice("advanced", among: ["open", "folded"]) == "open"
        }
        if let node = values["grids"] {
            let words = try node.text("the grids", limit: 80).split(separator: " ")
            settings.grids = Set(words.compactMap { EditorScreen(rawValue: String($0)) })
        }
        settings.graphics = try values["graphics"]?.text("the graphics", limit: 20)
        settings.newShots.model = try values["model"]?.text("the model", limit: 80)
        if let node = values["size"] {
            settings.newShots.shortSide = Int(try node.number("the size", in: 16...4320))
        }
        if let node = values["rate"] {
            guard let rate = FrameRate(node.word ?? "") else {
                throw node.error("A frame rate is 1 to 240, such as `24` or `30000/1001`.")
            }
            settings.newShots.frameRate = rate
        }
        return settings
    }

    /// Writes the file anew, whole or not at all.
    func write(_ settings: InterfaceSettings) throws {
        var lines = ["# Written by Kinema when a setting or a panel's size is changed."]
        if let theme = settings.theme { lines.append("theme: \(theme)") }
        for splitter in Splitter.allCases {
            if let size = settings.sizes[splitter] { lines.append("\(splitter.rawValue): \(size)") }
        }
        if let reduces = settings.reducesMotion {
            lines.append("motion: \(reduces ? "reduced" : "full")")
        }
        if settings.showsAdvanced { lines.append("advanced: open") }
        if !settings.grids.isEmpty {
            lines.append("grids: \(settings.grids.map(\.rawValue).sorted().joined(separator: " "))")
        }
        if let graphics = settings.graphics { lines.append("graphics: \(graphics)") }
        if let model = settings.newShots.model { lines.append("model: \(model)") }
        if let size = settings.newShots.shortSide { lines.append("size: \(size)") }
        if let rate = settings.newShots.frameRate {
            lines.append("rate: \(rate.numerator)/\(rate.denominator)")
        }
        // Nothing else may make an empty mapping of the file.
        if lines.count == 1 { lines.append("{}") }
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try WholeFile.write(lines.joined(separator: "\n") + "\n", to: path)
    }
}
