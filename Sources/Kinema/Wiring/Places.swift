import Foundation
import Sync

/// Where everything lies on this machine, decided once from the environment.
struct Places: Sendable {
    /// Presets, themes and the demo picture that came with the program.
    let shared: URL?
    /// The person's own presets and themes.
    let configuration: URL
    /// The workspace: database and assets.
    let workspace: URL
    /// Logs.
    let state: URL

    /// Follows the XDG base directories; `KINEMA_HOME` puts everything below
    /// one directory and `KINEMA_SHARE` names the shared one.
    init(environment: [String: String], executable: URL) {
        let home = URL(filePath: environment["HOME"] ?? "/")
        func base(_ variable: String, _ fallback: String) -> URL {
            if let root = environment["KINEMA_HOME"], root.hasPrefix("/") {
                return URL(filePath: root).appending(path: fallback)
            }
            // The specification says that a relative path is to be ignored.
            let chosen = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
            return (chosen.map { URL(filePath: $0) } ?? home.appending(path: fallback))
                .appending(path: "kinema")
        }
        configuration = base("XDG_CONFIG_HOME", ".config")
        workspace = base("XDG_DATA_HOME", ".local/share")
        state = base("XDG_STATE_HOME", ".local/state")
        shared = Self.findShared(environment: environment, executable: executable)
    }

    var presetDirectories: [URL] {
        [shippedPresets, ownPresets].compactMap(\.self)
    }

    /// Each in a file that is called as its id.
    var shippedPresets: URL? { shared?.appending(path: "Presets") }

    /// The person's pieces of prompts.
    var snippets: SnippetFile {
        SnippetFile(path: configuration.appending(path: "snippets.yaml").path)
    }

    /// The presets that the person made.
    var ownPresets: URL { configuration.appending(path: "presets") }

    var themeDirectories: [URL] {
        [configuration.appending(path: "themes"), shared?.appending(path: "Themes")]
            .compactMap(\.self)
    }

    var settings: SettingsFile { SettingsFile(path: state.appending(path: "interface.yaml").path) }

    /// What of the person's files is the same on all their machines; of these a
    /// team sees the presets alone.
    var sharedSources: [any SharedSource] {
        [
            SharedSettings(settings),
            SharedFolder(kind: "preset", directory: ownPresets.path, ending: ".yaml"),
            SharedFolder(
                kind: "theme",
                directory: configuration.appending(path: "themes").path,
                ending: ".yaml",
                isPersonal: true
            ),
            SharedFolder(
                kind: "setting",
                directory: configuration.path,
                ending: ".yaml",
                names: ["keymap", "snippets"],
                isPersonal: true
            ),
        ]
    }

    /// The person's tokens at the account service.
    var credentials: URL { state.appending(path: "account.json") }

    var editorLog: EditorLog { EditorLog(path: state.appending(path: "editor.log").path) }

    /// Where other programs find a running editor.
    var editorSocket: String { state.appending(path: "editor.sock").path }

    /// Terminal descriptions of Kinema's own.
    var terminfo: URL { state.appending(path: "terminfo") }

    /// The picture of the demo project, installed or in the source tree.
    var demoPicture: URL? {
        guard let shared else { return nil }
        return [
            shared.appending(path: "Demo/rocket.jpg"),
            shared.appending(path: "Sources/Kinema/Demo/rocket.jpg"),
        ].first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// Returns the installed share directory, or the source tree that the
    /// program was built in.
    private static func findShared(environment: [String: String], executable: URL) -> URL? {
        var candidates: [URL] = []
        if let named = environment["KINEMA_SHARE"] { candidates.append(URL(filePath: named)) }
        let directory = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        candidates.append(directory.deletingLastPathComponent().appending(path: "share/kinema"))
        var ancestor = directory
        for _ in 0..<6 {
            ancestor = ancestor.deletingLastPathComponent()
            candidates.append(ancestor)
        }
        return candidates.first { candidate in
            ["Presets", "Themes"].allSatisfy { name in
                FileManager.default.fileExists(atPath: candidate.appending(path: name).path)
            }
        }
    }
}
