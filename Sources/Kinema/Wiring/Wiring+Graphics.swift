import Foundation
import Terminal

extension Wiring {
    /// Returns the reader's choice of graphics: by a flag, else by
    /// `KINEMA_GRAPHICS`, else by the line `graphics: …` of their
    /// `terminal.yaml`; nil where it is to be found out.
    func graphics(asked flag: String?) throws -> GraphicsProtocol? {
        try GraphicsChoice(flag ?? environment["KINEMA_GRAPHICS"] ?? settings["graphics"]).value
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
