import Foundation
import Panes

extension Wiring {
    /// The signs to draw with: plain ones on a console, which has no others,
    /// and where the locale names another character set than UTF-8.
    var glyphs: Glyphs {
        let term = environment["TERM"] ?? ""
        if ["linux", "vt", "ansi", "dumb"].contains(where: { term.hasPrefix($0) }),
            !term.hasPrefix("vte")
        {
            return .ascii
        }
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        let characters = named?.split(separator: ".").dropFirst().first?.lowercased()
        return characters.map { $0.hasPrefix("utf") } ?? true ? .unicode : .ascii
    }

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
