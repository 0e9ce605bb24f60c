import Foundation
package import PlainText
package import Terminal

/// The themes there are, read from directories of YAML files.
package struct ThemeLibrary: Sendable {
    /// Every theme that can be drawn with, by name; the standard one is always among them.
    package let themes: [Theme]
    /// What is wrong in the others, one error a file.
    package let errors: [PlainTextError]

    /// The most files that are looked at in a directory.
    private static let fileLimit = 500

    /// Reads every `*.yaml` of some directories; of files with one name the
    /// first directory's counts, so that a person's own theme takes the place
    /// of a shipped one.
    package static func load(directories: [String]) -> ThemeLibrary {
        var paths: [String: String] = [:]
        for directory in directories.reversed() {
            // A directory that is not there has no themes.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            for name in names.sorted().prefix(fileLimit) where name.hasSuffix(".yaml") {
                paths[String(name.dropLast(5))] = "\(directory)/\(name)"
            }
        }
        var sources: [String: Result<ThemeFile, PlainTextError>] = [:]
        for (id, path) in paths {
            sources[id] = Result { () throws(PlainTextError) -> ThemeFile in
                try ThemeFile(PlainTextNode(path: path, name: "\(id).yaml", of: "a theme"))
            }
        }
        return ThemeLibrary(sources)
    }

    /// Reads themes from the texts of their files, by id.
    package init(texts: [String: String]) {
        var sources: [String: Result<ThemeFile, PlainTextError>] = [:]
        for (id, text) in texts {
            sources[id] = Result { () throws(PlainTextError) -> ThemeFile in
                try ThemeFile(PlainTextNode(text, file: "\(id).yaml", of: "a theme"))
            }
        }
        self.init(sources)
    }

    private init(_ sources: [String: Result<ThemeFile, PlainTextError>]) {
        var themes: [String: Theme] = [Theme.standard.id: .standard]
        var errors: [PlainTextError] = []
        for (id, source) in sources {
            do throws(PlainTextError) {
                themes[id] = try ThemeFamily(sources: sources).theme(id, source.get())
            } catch {
                errors.append(error)
            }
        }
        self.themes = themes.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        self.errors = errors.sorted { $0.file < $1.file }
    }

    private init(themes: [Theme], errors: [PlainTextError]) {
        self.themes = themes
        self.errors = errors
    }

    /// Returns the library with the themes of an older one that have errors now.
    package func keeping(_ older: ThemeLibrary) -> ThemeLibrary {
        let wrong = Set(errors.map(\.file))
        let kept = older.themes.filter { self[$0.id] == nil && wrong.contains("\($0.id).yaml") }
        let all = (themes + kept).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        return ThemeLibrary(themes: all, errors: errors)
    }

    package subscript(id: String) -> Theme? { themes.first { $0.id == id } }

    /// Returns the theme for a terminal when nobody has chosen one.
    ///
    /// - Parameters:
    ///   - depth: Without colours it is weight and reverse alone, with 16 the
    ///     terminal's own.
    ///   - isLight: Whether the terminal's background is light.
    /// - Returns: A theme in any case.
    package func automatic(depth: ColourDepth, isLight: Bool) -> Theme {
        switch depth {
        case .none: .plain
        case .indexed16: self["terminal"] ?? .standard
        case .direct, .indexed256: self[isLight ? "light" : "dark"] ?? .standard
        }
    }
}

/// Finds what a theme inherits.
private struct ThemeFamily {
    let sources: [String: Result<ThemeFile, PlainTextError>]

    func theme(_ id: String, _ file: ThemeFile) throws(PlainTextError) -> Theme {
        // The theme itself first, then its parents.
        var line = [(id: id, file: file)]
        while let parent = line[line.count - 1].file.parent {
            guard !line.contains(where: { $0.id == parent.id }) else {
                throw parent.place.error(
                    "The theme `\(parent.id.excerpt)` inherits from this one as well; "
                        + "take one of the two lines out."
                )
            }
            guard let source = sources[parent.id] else {
                throw parent.place.unknown(
                    parent.id,
                    "a theme",
                    among: sources.keys.filter { $0 != id }.sorted()
                )
            }
            line.append((parent.id, try source.get()))
        }
        var palette: [String: Colour] = [:]
        var paints: [Theme.Role: Theme.Paint] = [:]
        for member in line.reversed() {
            palette.merge(member.file.palette) { $1 }
        }
        for member in line.reversed() {
            for role in Theme.Role.allCases {
                if let paint = try member.file.paint(of: role, palette: palette) {
                    paints[role] = paint
                }
            }
        }
        paints[.onAccent] = paints[.onAccent] ?? paints[.background]
        let missing = Theme.Role.allCases.filter { paints[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            throw file.root.error(
                "The theme lacks \(missing.spelledOut); add them under colours, or `inherits: dark`."
            )
        }
        return Theme(id: id, name: file.name, paints: paints)
    }
}
