import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print every setting as a file of settings, and where each came from."
    )

    @OptionGroup var options: ServerOptions

    func run() throws {
        let settings = try options.settings()
        _ = try (settings.address, settings.trustsProxy, settings.logLevel)
        _ = try (settings.logsJSON, settings.mailServer)
        _ = try settings.storage
        _ = try settings.service(port: settings.address.port)
        for setting in ServerSetting.table {
            print("# \(setting.help)")
            print(
                "# From \(settings.entries[setting.name]?.source ?? "usual"); also \(setting.variable)."
            )
            let value = settings.shown(setting)
            print("\(setting.name): \(Self.quoted(value))\n")
        }
    }

    /// The text as YAML takes it for nothing but text.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
