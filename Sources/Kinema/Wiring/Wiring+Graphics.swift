import Editor
import Foundation
import Terminal

extension Wiring {
    /// Returns the reader's choice of graphics: by a flag, else by
    /// `KINEMA_GRAPHICS`, else by the line `graphics: …` of their
    /// `terminal.yaml`; nil where it is to be found out.
    func graphics(asked flag: String?) throws -> GraphicsProtocol? {
        // What is wrong in the file of the interface is told when that is read in full.
        let chosen = (try? places.settings.read())?.graphics
        return try GraphicsChoice(
            flag ?? environment["KINEMA_GRAPHICS"] ?? settings["graphics"] ?? chosen
        ).value
    }

    /// Who says how pictures are drawn, when it is not the choice of the screen of settings.
    var graphicsOrigin: String? {
        if Swift.CommandLine.arguments.contains(where: { $0.hasPrefix("--graphics") }) {
            return "--graphics"
        }
        if environment["KINEMA_GRAPHICS"] != nil { return "KINEMA_GRAPHICS" }
        return settings["graphics"].map { _ in "terminal.yaml" }
    }

    /// The terminal's environment, in which the reader's `terminal.yaml` may
    /// say how many colours there are.
    var terminalEnvironment: [String: String] {
        var environment = environment
        switch settings["colours"] {
        case "direct": environment["COLORTERM"] = "truecolor"
        case "none": environment["NO_COLOR"] = "1"
        default: break
        }
        return environment
    }

    /// The lines `name: value` of the person's `terminal.yaml`; others and
    /// comments are passed over.
    private var settings: [String: String] {
        let file = places.configuration.appending(path: "terminal.yaml")
        // No file is the usual case, and an answer.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        var settings: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline).prefix(100) {
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            settings[name] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return settings
    }
}
