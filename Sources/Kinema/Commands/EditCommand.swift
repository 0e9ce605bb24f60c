import ArgumentParser
import Dispatch
import Editor
import Editorial
import Foundation
import Input
import Motion
import Panes
import Terminal
import Workspace

struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Open the editor."
    )

    @Option(
        help: ArgumentHelp(
            "How pictures are drawn: auto, kitty, iterm2, sixel, half, quad, symbols, ascii, none.",
            valueName: "protocol"
        )
    )
    var graphics: String?

    @Option(help: "The theme, such as dark, light or high-contrast.")
    var theme: String?

    func run() throws {
        let wiring = Wiring()
        let presets = try wiring.requirePresets()
        let workspace = try wiring.openWorkspace()
        let theme = try wiring.loadTheme(named: theme ?? wiring.environment["KINEMA_THEME"])
        let opening = try Opening(workspace: workspace, places: wiring.places).load()
        let options = TerminalOptions(
            graphics: try GraphicsChoice(graphics ?? wiring.environment["KINEMA_GRAPHICS"]).value,
            environment: wiring.environment
        )
        try MainActor.assumeIsolated {
            let session = try TerminalSession(options: options)
            let program = EditorProgram(
                wiring: wiring,
                workspace: workspace,
                presets: presets,
                theme: theme,
                state: try opening.state(
                    presets: presets,
                    favourites: workspace.favourites(),
                    size: session.size
                ),
                session: session
            )
            program.start()
            // The program lives as long as the process: dispatchMain never returns.
            withExtendedLifetime(program) { dispatchMain() }
        }
    }
}

/// A choice of graphics as it is spelled; nil means to find out.
struct GraphicsChoice {
    let value: GraphicsProtocol?

    init(_ spelling: String?) throws {
        guard let spelling, spelling != "auto" else {
            value = nil
            return
        }
        guard let chosen = GraphicsProtocol(rawValue: spelling) else {
            let names = GraphicsProtocol.allCases.map(\.rawValue).joined(separator: ", ")
            throw Complaint(
                "Pictures cannot be drawn as “\(spelling)”; choose auto, \(names).",
                code: .usage
            )
        }
        value = chosen
    }
}
