import ArgumentParser
import Dispatch
import Foundation
import Input
import Media
import Terminal

struct PlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Play a film in the terminal.",
        discussion: """
            Space stops and goes on, left and right go five seconds, comma and full stop one \
            frame, q leaves. Written to a file or a pipe, it is the bytes that a terminal of the \
            kind asked for would be sent.
            """
    )

    @Argument(help: "The film.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "How pictures are drawn: \(GraphicsChoice.spellings).",
            valueName: "protocol"
        )
    )
    var graphics: String?

    @Option(help: ArgumentHelp("The most cells the picture takes.", valueName: "120x36"))
    var cells: String?

    @Flag(help: "Show every frame, as fast as the terminal takes them.")
    var noDelay = false

    @Flag(help: "Begin again at the end.")
    var loop = false

    func run() throws {
        let wiring = Wiring()
        let chosen = try wiring.graphics(asked: graphics)
        let options = PlayerOptions(
            name: (file as NSString).lastPathComponent.printable,
            cells: try cells.map(Self.cells),
            hasDelay: !noDelay,
            isLooping: loop
        )
        guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1 else {
            return try writeFrames(options, chosen ?? .half)
        }
        try MainActor.assumeIsolated {
            let session = try TerminalSession(
                options: TerminalOptions(graphics: chosen, environment: wiring.terminalEnvironment)
            )
            let program: PlayerProgram
            do {
                program = try PlayerProgram(
                    session: session,
                    renderer: PlayerRenderer(file, capabilities: session.capabilities),
                    options: options
                )
            } catch {
                session.close()
                throw error
            }
            program.start()
            // The program lives as long as the process: dispatchMain never returns.
            withExtendedLifetime(program) { dispatchMain() }
        }
    }

    private func writeFrames(_ options: PlayerOptions, _ graphics: GraphicsProtocol) throws {
        let capabilities = TerminalCapabilities(graphics: graphics, depth: .direct)
        let renderer = try PlayerRenderer(file, capabilities: capabilities)
        try HeadlessPlayer(renderer: renderer, options: options).run()
    }

    private static func cells(_ spelling: String) throws -> CellSize {
        let sides = spelling.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2, (1...1000).contains(sides[0]), (1...500).contains(sides[1]) else {
            throw Complaint(
                "“\(spelling)” is no extent in cells; write columns x rows, such as 120x36.",
                code: .usage
            )
        }
        return CellSize(columns: sides[0], rows: sides[1])
    }
}
