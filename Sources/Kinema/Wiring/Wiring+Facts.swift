import Editor
import Foundation
import Terminal

extension Wiring {
    /// What the screen of settings tells of this machine.
    func facts(theme: String?, ownKeys: Int?) -> SettingsFacts {
        var facts = SettingsFacts()
        facts.themeOrigin = theme
        facts.motionOrigin =
            environment["KINEMA_REDUCED_MOTION"]?.isEmpty == false ? "KINEMA_REDUCED_MOTION" : nil
        facts.graphicsOrigin = graphicsOrigin
        facts.graphics = ["auto"] + GraphicsProtocol.allCases.map(\.rawValue)
        facts.keymapPath = shortened(keymapFile.path)
        facts.ownKeys = ownKeys
        facts.places = [
            place("Workspace", places.workspace, "XDG_DATA_HOME", "Projects, takes and media."),
            place(
                "Configuration",
                places.configuration,
                "XDG_CONFIG_HOME",
                "Your keys, themes and presets."
            ),
            place("State", places.state, "XDG_STATE_HOME", "Logs, and how the screen was left."),
        ]
        if let shared = places.shared {
            let origin = environment["KINEMA_SHARE"] == nil ? "beside the program" : "KINEMA_SHARE"
            facts.places.append(
                SettingsFacts.Place(
                    name: "Program",
                    path: shortened(shared.path),
                    origin: origin,
                    help: "The presets and themes that Kinema came with."
                )
            )
        }
        return facts
    }

    private func place(
        _ name: String,
        _ url: URL,
        _ variable: String,
        _ help: String
    ) -> SettingsFacts.Place {
        let isOwn = environment["KINEMA_HOME"]?.hasPrefix("/") == true
        let isNamed = environment[variable]?.hasPrefix("/") == true
        return SettingsFacts.Place(
            name: name,
            path: shortened(url.path),
            origin: isOwn ? "KINEMA_HOME" : isNamed ? variable : "usual",
            help: help
        )
    }

    /// A path as people write it.
    private func shortened(_ path: String) -> String {
        guard let home = environment["HOME"], home.count > 1, path.hasPrefix(home + "/") else {
            return path
        }
        return "~" + path.dropFirst(home.count)
    }
}
