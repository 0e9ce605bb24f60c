import ArgumentParser
import Foundation
import Motion
import PlainText
import Terminal

struct PresetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presets",
        abstract: "List, show and check motion presets.",
        subcommands: [List.self, Show.self, Validate.self],
        defaultSubcommand: List.self
    )
}

extension PresetsCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List every preset."
        )

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let (library, errors) = Wiring().loadPresets()
            for error in errors {
                FileHandle.standardError.write(
                    Data("kinema: \(error.description.printable)\n".utf8)
                )
            }
            if json { return try JSONOutput.print(library.presets.map(PresetRow.init)) }
            let width = library.presets.map(\.id.count).max() ?? 0
            for preset in library.presets {
                let id = preset.id.padding(toLength: width + 2, withPad: " ", startingAt: 0)
                let mark = preset.needsModel ? " (limited)" : ""
                print("\(id)\(preset.name.printable)\(mark)  –  \(preset.summary.printable)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Say what one preset does."
        )

        @Argument(help: "Its id or name.")
        var name: String

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let library = try Wiring().requirePresets()
            guard let preset = library.find(name) else {
                throw Complaint("There is no preset “\(name)”; “kinema presets” lists them.")
            }
            if json { return try JSONOutput.print(PresetRow(preset)) }
            for line in PresetSheet(preset).lines { print(line) }
        }
    }

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "validate",
            abstract: "Check a preset file, and name file, line and key of what is wrong."
        )

        @Argument(help: "The YAML file.")
        var file: String

        func run() throws {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Complaint("\(file) could not be read; check its name and your rights.")
            }
            guard let text = String(data: data, encoding: .utf8) else {
                throw Complaint("\(file) is not text in UTF-8; save it as such.")
            }
            let preset = try PresetLibrary.decode(text, file: file)
            print("\(file) is a good preset: \(preset.name.printable) (\(preset.id)).")
        }
    }
}
