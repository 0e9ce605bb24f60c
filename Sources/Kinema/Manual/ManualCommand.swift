import ArgumentParser
import Editor

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page, as man reads it.",
        discussion: "For example: kinema manual | man -l -",
        shouldDisplay: false
    )

    func run() throws {
        print(try ManualPage(root: .of(KinemaCommand.self), keymap: .standard).text, terminator: "")
    }
}
