import Editor
import Foundation
import PlainText

extension Wiring {
    /// The file of the person's own keys.
    var keymapFile: URL { places.configuration.appending(path: "keymap.yaml") }

    /// Loads the built-in keys with the person's own over them.
    ///
    /// - Returns: Everything that is right, and an error for each line that is not.
    func loadKeymap() -> (keymap: Keymap, errors: [PlainTextError]) {
        let path = keymapFile.path
        guard FileManager.default.fileExists(atPath: path) else { return (.standard, []) }
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(bytes: data, encoding: .utf8)
        else {
            let message = "The file cannot be read as UTF-8 text; the built-in keys are used."
            return (.standard, [PlainTextError(file: path, message: message)])
        }
        return Keymap.standard.merging(text, file: path)
    }
}
