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
            "How pictures are drawn: \(GraphicsChoice.spellings).",
            valueName: "protocol"
        )
    )
    var graphics: String?

    @Option(help: "The theme, such as dark, light or nord; auto follows the terminal.")
    var theme: String?

    @Option(
        name: .customLong("cmd"),
        help: ArgumentHelp(
            "A line for the command line at the start, such as “seed 7”; may be given again.",
            valueName: "line"
        )
    )
    var lines: [String] = []

    @Flag(help: "A session of plain lines, for a screen reader or a script: no screen is drawn.")
    var plain = false

    func run() throws {
        let wiring = Wiring()
        let (workspace, notice) = try wiring.openWorkspaceForEditing()
        if !plain { wiring.describeTerminal() }
        let opening = try Opening(workspace: workspace, places: wiring.places)
            .load(isWhole: plain)
        if plain {
            return try runPlain(wiring, workspace, wiring.requirePresets(), opening, notice)
        }
        let presets = try wiring.requirePresets(named: opening.firstPresets)
        let options = TerminalOptions(
            graphics: try wiring.graphics(asked: graphics),
            environment: wiring.terminalEnvironment
        )
        try MainActor.assumeIsolated {
            let session = try TerminalSession(options: options)
            let themes = ThemeKeeper(directories: wiring.places.themeDirectories.map(\.path))
            var state = try opening.state(
                presets: presets,
                favourites: workspace.favourites(),
                size: session.size
            )
            state.isReadingPresets = true
            try wiring.setUp(&state, themes, asked: theme)
            if let panels = opening.panels { state.panelLayout = panels }
            if let notice { state.warn(notice) }
            let program = EditorProgram(
                wiring: wiring,
                workspace: workspace,
                presets: presets,
                themes: themes,
                state: state,
                session: session
            )
            program.lines = lines
            program.start()
            // The program lives as long as the process: dispatchMain never returns.
            withExtendedLifetime(program) { dispatchMain() }
        }
    }

    private func runPlain(
        _ wiring: Wiring,
        _ workspace: LocalWorkspace,
        _ presets: PresetLibrary,
        _ opening: OpenedProject,
        _ notice: String?
    ) throws {
        try MainActor.assumeIsolated {
            let themes = ThemeKeeper(directories: wiring.places.themeDirectories.map(\.path))
            var state = try opening.state(
                presets: presets,
                favourites: workspace.favourites(),
                size: CellSize(columns: 80, rows: 24)
            )
            try wiring.setUp(&state, themes, asked: theme)
            if let notice { state.warn(notice) }
            let program = PlainProgram(
                wiring: wiring,
                workspace: workspace,
                presets: presets,
                state: state
            )
            program.start(lines: lines)
            withExtendedLifetime(program) { dispatchMain() }
        }
    }
}

/// A choice of graphics as it is spelled; nil means to find out.
struct GraphicsChoice {
    let value: GraphicsProtocol?

    /// What can be chosen, in words.
    static let spellings =
        (["auto"] + GraphicsProtocol.allCases.map(\.rawValue)).joined(separator: ", ")

    init(_ spelling: String?) throws {
        guard let spelling, spelling != "auto" else {
            value = nil
            return
        }
        guard let chosen = GraphicsProtocol(rawValue: spelling) else {
            throw Complaint(
                "Pictures cannot be drawn as “\(spelling)”; choose \(Self.spellings).",
                code: .usage
            )
        }
        value = chosen
    }
}

extension EditorState {
    /// Says something that was found before the editor was there.
    fileprivate mutating func warn(_ sentence: String) {
        _ = reduce(&self, .noticed(Notice(sentence, severity: .warning, at: Wiring.timestamp)))
    }
}
