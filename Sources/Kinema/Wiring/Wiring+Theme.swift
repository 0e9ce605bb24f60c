import Editor
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

    /// Returns a theme's id when there is such a theme, or says which there are.
    ///
    /// `auto`, which is nil here, follows the terminal.
    func requireTheme(_ id: String, among known: [ThemeSetting.Entry]) throws -> String? {
        if id == ThemeSetting.automatic { return nil }
        guard known.contains(where: { $0.id == id }) else {
            let names = known.map(\.id).joined(separator: ", ")
            throw Complaint("There is no theme “\(id)”; there are auto, \(names).", code: .usage)
        }
        return id
    }
}
