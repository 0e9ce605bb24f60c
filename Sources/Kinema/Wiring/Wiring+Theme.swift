import Foundation
import Panes

extension Wiring {
    /// Loads a theme by name from the person's own themes or the shipped ones.
    func loadTheme(named name: String?) throws -> Theme {
        guard let name else { return .standard }
        for directory in places.themeDirectories {
            let file = directory.appending(path: "\(name).yaml")
            if !name.contains("/"), FileManager.default.fileExists(atPath: file.path) {
                return try Theme.load(directory: directory.path, name: name)
            }
        }
        throw Complaint("There is no theme “\(name)”; dark, light and high-contrast are shipped.")
    }
}
