import Input
import Testing

@testable import Terminal

struct TerminalCapabilitiesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let environment: [String: String]
        let replies: [TerminalReply]
        let graphics: GraphicsProtocol
        let depth: ColourDepth

        init(
            _ name: String,
            _ environment: [String: String],
            _ replies: [TerminalReply],
            _ graphics: GraphicsProtocol,
            _ depth: ColourDepth
        ) {
            testDescription = name
            self.environment = environment
            self.replies = replies
            self.graphics = graphics
            self.depth = depth
        }
    }

    private static let xterm = ["TERM": "xterm-256color"]
    private static let kitty = ["TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"]

    static let cases = [
        Case("xterm, silent", xterm, [], .half, .indexed256),
        Case(
            "xterm as a VT340",
            xterm,
            [.version("XTerm(379)"), .colourRegisters(1024), .primaryAttributes([63, 1, 4, 22])],
            .sixel,
            .direct
        ),
        Case(
            "xterm with 16 registers",
            xterm,
            [.version("XTerm(300)"), .colourRegisters(16), .primaryAttributes([63, 4])],
            .half,
            .indexed256
        ),
        Case(
            "42 is not 4",
            xterm,
            [.primaryAttributes([64, 42])],
            .half,
            .indexed256
        ),
        Case(
            "the first number is a level, not a feature",
            xterm,
            [.primaryAttributes([4])],
            .half,
            .indexed256
        ),
        Case("kitty, silent", kitty, [], .kitty, .direct),
        Case(
            "kitty that answers",
            kitty,
            [.version("kitty(0.40)"), .kittyGraphics(31, isOK: true), .primaryAttributes([62])],
            .kitty,
            .direct
        ),
        Case(
            "a terminal that only says it is kitty",
            kitty,
            [.primaryAttributes([62])],
            .half,
            .direct
        ),
        Case(
            "Ghostty by its answer",
            xterm,
            [
                .version("ghostty 1.1"), .kittyGraphics(31, isOK: true),
                .primaryAttributes([62, 22]),
            ],
            .kitty,
            .direct
        ),
        Case(
            "iTerm2",
            ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"],
            [],
            .iterm2,
            .direct
        ),
        Case(
            "WezTerm, which answers kitty's question too",
            xterm,
            [
                .version("WezTerm 2024"), .kittyGraphics(31, isOK: true),
                .primaryAttributes([65, 4]),
            ],
            .iterm2,
            .direct
        ),
        Case("foot, silent", ["TERM": "foot"], [], .sixel, .direct),
        Case(
            "tmux 3.3a",
            ["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"],
            [.version("tmux 3.3a"), .primaryAttributes([1, 2])],
            .half,
            .indexed256
        ),
        Case(
            "tmux in kitty",
            kitty.merging(["TMUX": "x", "TERM": "screen-256color"]) { $1 },
            [.version("tmux 3.3a"), .kittyGraphics(31, isOK: true), .primaryAttributes([1, 2])],
            .half,
            .indexed256
        ),
        Case(
            "tmux that hands kitty's question on",
            ["TERM": "tmux-256color", "TMUX": "x"],
            [
                .version("tmux 3.3a"), .primaryAttributes([1, 2]), .kittyGraphics(32, isOK: true),
            ],
            .kitty,
            .indexed256
        ),
        Case(
            "a terminal that took a colour as it was",
            xterm,
            [.pen("0;48:2::1:2:3"), .primaryAttributes([62])],
            .half,
            .direct
        ),
        Case(
            "a terminal that made its own of a colour",
            xterm,
            [.pen("0;48:5:16"), .primaryAttributes([62])],
            .half,
            .indexed256
        ),
        Case(
            "tmux that knows sixel",
            ["TERM": "tmux-256color", "TMUX": "x", "COLORTERM": "truecolor"],
            [.version("tmux 3.5"), .primaryAttributes([1, 2, 4])],
            .sixel,
            .direct
        ),
        Case("screen", ["TERM": "screen", "STY": "1.x"], [], .ascii, .indexed16),
        Case("the Linux console", ["TERM": "linux"], [.primaryAttributes([6])], .ascii, .indexed16),
        Case("a VT220", ["TERM": "vt220"], [.primaryAttributes([62, 1])], .ascii, .none),
        Case(
            "NO_COLOR",
            ["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"],
            [],
            .ascii,
            .none
        ),
        Case("COLORTERM", ["TERM": "xterm", "COLORTERM": "24bit"], [], .half, .direct),
        Case("vte", ["TERM": "vte-256color"], [], .half, .indexed256),
        Case("nothing at all", [:], [], .half, .indexed256),
    ]

    @Test(arguments: cases)
    func `A terminal gets the best it can show`(_ terminal: Case) {
        let found = TerminalCapabilities.resolve(
            environment: terminal.environment,
            replies: terminal.replies,
            override: nil
        )
        #expect(found.graphics == terminal.graphics)
        #expect(found.depth == terminal.depth)
        #expect(found.reasons.count == 3)
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `The reader's choice stands`(_ graphics: GraphicsProtocol) {
        for terminal in Self.cases {
            let found = TerminalCapabilities.resolve(
                environment: terminal.environment,
                replies: terminal.replies,
                override: graphics
            )
            #expect(found.graphics == graphics)
        }
    }

    private func cell(_ replies: [TerminalReply], _ width: Int, _ height: Int) -> CellPixels {
        let window = TerminalWindow(
            cells: CellSize(columns: 100, rows: 40),
            pixelWidth: width,
            pixelHeight: height
        )
        return TerminalCapabilities.resolve(
            environment: Self.xterm,
            replies: replies,
            override: nil,
            window: window
        ).cell
    }

    @Test func `The extent of a cell comes from the best witness`() {
        let said = TerminalReply.cellPixels(CellPixels(width: 9, height: 18))
        let area = TerminalReply.windowPixels(width: 1000, height: 800)
        #expect(cell([area, said], 704, 644) == CellPixels(width: 9, height: 18))
        #expect(cell([area], 704, 644) == CellPixels(width: 10, height: 20))
        #expect(cell([], 704, 644) == CellPixels(width: 7, height: 16))
        let sixel = TerminalReply.sixelSize(width: 600, height: 600)
        #expect(cell([sixel], 704, 644) == CellPixels(width: 6, height: 15))
        let huge = TerminalReply.sixelSize(width: 10_000, height: 10_000)
        #expect(cell([huge], 704, 644) == CellPixels(width: 7, height: 16))
        #expect(cell([], 0, 0) == .assumed)
    }

    @Test func `An extent that cannot be is not believed`() {
        let absurd = TerminalReply.cellPixels(CellPixels(width: 9_999_999, height: 1))
        #expect(cell([absurd], 700, 640) == CellPixels(width: 7, height: 16))
        #expect(cell([absurd], 65_535, 65_535) == .assumed)
    }

    @Test(arguments: [(0, false), (1, true), (2, true), (3, false), (4, false)])
    func `An answer about a mode is not yet a yes`(_ state: Int, _ isKnown: Bool) {
        let found = TerminalCapabilities.resolve(
            environment: Self.xterm,
            replies: [.mode(2026, state: state), .mode(1, state: 1)],
            override: nil
        )
        #expect(found.synchronizedOutput == isKnown)
    }

    @Test(arguments: [(0x000000, false), (0xFFFFFF, true), (0x1E1E2E, false), (0xFDF6E3, true)])
    func `A background is light or dark`(_ colour: UInt32, _ isLight: Bool) {
        let found = TerminalCapabilities.resolve(
            environment: Self.xterm,
            replies: [.background(Colour(colour))],
            override: nil
        )
        #expect(found.isLight == isLight)
    }

    @Test func `Shared memory is used only where the terminal read it`() {
        func shares(_ replies: [TerminalReply]) -> Bool {
            TerminalCapabilities.resolve(
                environment: Self.kitty,
                replies: replies,
                override: nil
            ).sharesMemory
        }
        #expect(!shares([.kittyGraphics(31, isOK: true)]))
        #expect(!shares([.kittyGraphics(31, isOK: true), .kittyGraphics(33, isOK: false)]))
        #expect(shares([.kittyGraphics(31, isOK: true), .kittyGraphics(33, isOK: true)]))
    }

    @Test func `DA1 is asked last, and kitty's question not where it would be printed`() {
        let all = TerminalQuestions.text(environment: Self.xterm)
        #expect(all.hasSuffix("\u{1B}[c"))
        #expect(all.contains("\u{1B}_G"))
        for environment in [["TERM": "linux"], ["TERM": "screen"], ["STY": "x", "TERM": "xterm"]] {
            #expect(!TerminalQuestions.text(environment: environment).contains("\u{1B}_"))
        }
        let tmux = TerminalQuestions.text(environment: ["TMUX": "x", "TERM": "xterm"])
        #expect(tmux.contains("\u{1B}Ptmux;\u{1B}\u{1B}_Gi=32"))
        #expect(!tmux.replacing("\u{1B}\u{1B}_", with: "").contains("\u{1B}_"))
    }

    @Test func `Direct colours have a description, and an unknown terminal has one too`() {
        #expect(TerminfoChoice.names(term: "xterm-kitty", depth: .direct).first == "kinema-direct")
        #expect(TerminfoChoice.names(term: "linux", depth: .indexed16).first == "linux")
        #expect(TerminfoChoice.names(term: "xterm", depth: .indexed256).first == "xterm-256color")
        #expect(TerminfoChoice.names(term: "xterm", depth: .none).first == "xterm")
        #expect(TerminfoChoice.names(term: "nonsense", depth: .indexed256).last == "xterm")
    }
}
