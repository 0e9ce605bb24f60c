import ArgumentParser
import Editor
import Foundation
import Input
import PlainText
import Terminal

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List the keys as a keymap file, the person's own among them.",
        discussion: """
            What is printed can be a keymap.yaml; a file needs only the keys that differ. What is \
            wrong in the person's own file is told by line and column, and the exit code is not 0.
            """
    )

    func run() throws {
        let wiring = Wiring()
        let (keymap, errors) = wiring.loadKeymap()
        print(
            "# Yours to change in \(wiring.keymapFile.path.printable); `none` takes a key's meaning away."
        )
        for context in Keymap.Context.allCases {
            let lines = keymap.bindings.filter { $0.context == context }.map(Self.line)
            guard !lines.isEmpty else { continue }
            print("\n# \(context.title)\n\(context.rawValue):")
            print(lines.map(\.printable).joined(separator: "\n"))
        }
        for error in errors {
            FileHandle.standardError.write(Data("kinema: \(error.description.printable)\n".utf8))
        }
        if !errors.isEmpty { throw ExitCode(Complaint.Code.failure.rawValue) }
    }

    private static func line(_ binding: Keymap.Binding) -> String {
        let keys = "  \"\(quoted(binding.keys.description))\":"
        let help = Command[binding.command].map { "  # \($0.help)" } ?? ""
        guard let condition = binding.condition else {
            return "\(keys) \(binding.command)\(help)"
        }
        return "\(keys) { command: \(binding.command), when: \(condition) }\(help)"
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
