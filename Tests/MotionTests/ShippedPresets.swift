import Foundation
import Motion
import Testing

/// The presets that come with the editor.
enum ShippedPresets {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Presets").path(percentEncoded: false)

    static let library = PresetLibrary.load(directory: directory).library

    static func path(_ id: String, strength: Double = 1) throws -> CameraPath {
        CameraPath([(preset: try #require(library[id]), strength: strength)])
    }
}
