import Foundation
import Motion
import PlainText
import Testing

/// The looks that come with the editor.
enum ShippedLooks {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Presets/look").path(percentEncoded: false)

    static let all = PresetLibrary.load(directory: directory).library.presets
}

struct ShippedLookTests {
    @Test func `Forty-six looks are on file, each under the name of its id`() {
        let (library, errors) = PresetLibrary.load(directory: ShippedLooks.directory)
        #expect(errors == [])
        #expect(library.presets.count == 46)
        for preset in library.presets {
            let file = ShippedLooks.directory + "/\(preset.id).yaml"
            #expect(FileManager.default.fileExists(atPath: file))
            #expect(preset.category == .look)
            #expect(preset.summary.hasSuffix("."))
            #expect(preset.words["text"]?.isEmpty == false)
            #expect(preset.look?.parameters.isEmpty == false || preset.look?.tone != nil)
        }
    }

    @Test func `Cameras and looks live in one library`() {
        let all = PresetLibrary.load(directory: ShippedPresets.directory)
        #expect(all.errors == [])
        #expect(all.library.presets.contains { $0.category == .camera })
        #expect(all.library.find("Super 8")?.look != nil)
        #expect(all.library.suggestions(for: "noire").contains("noir"))
    }
}
