import Input

/// The environment and the answers, weighed.
struct TerminalEvidence {
    let environment: [String: String]
    let replies: [TerminalReply]

    var term: String { environment["TERM"] ?? "" }

    /// What XTVERSION was answered with.
    private var version: String? {
        replies.lazy.compactMap { if case .version(let text) = $0 { text } else { nil } }.last
    }

    /// What the terminal lists in DA1; nil before it did.
    private var features: [Int]? {
        replies.lazy.compactMap { if case .primaryAttributes(let list) = $0 { list } else { nil } }
            .last
    }

    var isMultiplexed: Bool {
        let isSet = ["TMUX", "STY"].contains { environment[$0]?.isEmpty == false }
        return isSet || term.hasPrefix("tmux") || term.hasPrefix("screen")
            || version?.hasPrefix("tmux") == true
    }

    /// Whether the terminal is a console or older than control strings.
    var isPlain: Bool {
        ["linux", "vt", "ansi", "dumb", "cons", "sun"].contains { term.hasPrefix($0) }
            && !term.hasPrefix("vte")
    }

    /// The outer terminal's variables are inherited by what runs in tmux, so
    /// there they say nothing.
    var name: String? {
        if let version { return version }
        if isMultiplexed { return environment["TMUX"] == nil ? "screen" : "tmux" }
        if let program = environment["TERM_PROGRAM"], !program.isEmpty {
            return String(program.printable.prefix(80))
        }
        if environment["KITTY_WINDOW_ID"] != nil { return "kitty" }
        return term.isEmpty ? nil : String(term.printable.prefix(80))
    }

    /// The name in lower case, `TERM` behind it while nothing was answered.
    private var family: String {
        let known = version ?? (isMultiplexed ? "" : [name ?? "", term].joined(separator: " "))
        return known.lowercased()
    }

    private func isCalled(_ names: String...) -> Bool { names.contains { family.contains($0) } }

    /// Whether a mode is set or can be; one that is always set or never says
    /// nothing of what its setting would do.
    func has(mode: Int) -> Bool {
        replies.contains {
            if case .mode(mode, let state) = $0 { (1...2).contains(state) } else { false }
        }
    }

    var background: Colour? {
        replies.lazy.compactMap { if case .background(let colour) = $0 { colour } else { nil } }
            .last
    }

    var hasKittyKeyboard: Bool {
        !isMultiplexed
            && replies.contains { if case .kittyKeyboard = $0 { true } else { false } }
    }

    /// Whether kitty's question about an image was answered with OK.
    func hasImage(_ number: Int) -> Bool { replies.contains(.kittyGraphics(number, isOK: true)) }

    /// Fewer registers than the palette has would give wrong colours.
    private var hasTooFewRegisters: Bool {
        replies.contains { if case .colourRegisters(let count) = $0 { count < 96 } else { false } }
    }

    func graphics(depth: ColourDepth) -> (GraphicsProtocol, String) {
        if isMultiplexed {
            if hasImage(TerminalQuestions.Image.throughTmux) {
                return (.kitty, "Graphics are kitty: the terminal around tmux said OK.")
            }
            if features?.dropFirst().contains(4) == true {
                return (.sixel, "Graphics are sixel: \(name ?? "the multiplexer") lists it in DA1.")
            }
            return text(depth, because: "\(name ?? "the multiplexer") passes no pictures on")
        }
        if isCalled("iterm", "wezterm") {
            return (.iterm2, "Graphics are iterm2: the terminal is \(name ?? "iTerm2").")
        }
        if hasImage(TerminalQuestions.Image.direct) {
            return (.kitty, "Graphics are kitty: the terminal said OK to a question.")
        }
        if features == nil, isCalled("kitty", "ghostty") {
            return (.kitty, "Graphics are kitty: the environment names \(name ?? "kitty").")
        }
        if let features {
            guard features.dropFirst().contains(4) else {
                return text(depth, because: "DA1 lists no sixel and no other protocol answered")
            }
            if hasTooFewRegisters {
                return text(depth, because: "sixel has too few colour registers here")
            }
            return (.sixel, "Graphics are sixel: DA1 lists it.")
        }
        if isCalled("foot", "mlterm", "contour") {
            return (.sixel, "Graphics are sixel: the environment names \(name ?? "foot").")
        }
        return text(depth, because: "the terminal has not answered")
    }

    private func text(_ depth: ColourDepth, because reason: String) -> (GraphicsProtocol, String) {
        switch depth {
        case .direct, .indexed256: (.half, "Graphics are half blocks: \(reason).")
        case .indexed16, .none:
            (.ascii, "Graphics are letters: \(reason), and there are too few colours for blocks.")
        }
    }

    var depth: (value: ColourDepth, reason: String) {
        if environment["NO_COLOR"]?.isEmpty == false {
            return (.none, "There are no colours: NO_COLOR is set.")
        }
        if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") {
            return (.direct, "Colours are direct: COLORTERM says so.")
        }
        let pens = replies.lazy.compactMap { if case .pen(let pen) = $0 { pen } else { nil } }
        if pens.contains(where: TerminalQuestions.isTestColour) {
            return (.direct, "Colours are direct: the terminal took one as it was.")
        }
        if term.hasSuffix("-direct") {
            return (.direct, "Colours are direct: TERM is \(term.printable).")
        }
        if isCalled(
            "kitty",
            "ghostty",
            "wezterm",
            "iterm",
            "foot",
            "alacritty",
            "contour",
            "konsole",
            "mlterm"
        )
            || isRecentXTerm
        {
            return (.direct, "Colours are direct: the terminal is \(name ?? "known").")
        }
        if ["vt", "dumb"].contains(where: { term.hasPrefix($0) }), !term.hasPrefix("vte") {
            return (.none, "There are no colours: TERM is \(term.printable).")
        }
        if isPlain || term == "screen" || term.hasSuffix("-16color") {
            return (.indexed16, "There are 16 colours: TERM is \(term.printable).")
        }
        return (.indexed256, "There are 256 colours: nothing says that there are more.")
    }

    /// XTerm has had direct colours since patch 331.
    private var isRecentXTerm: Bool {
        guard let version, version.hasPrefix("XTerm(") else { return false }
        return (Int(version.dropFirst(6).prefix { $0.isNumber }) ?? 0) >= 331
    }

    /// The cell that a sixel's largest size comes to, where that is the text
    /// area: xterm answers nothing else, and its window has a border.
    private func sixelCell(in window: TerminalWindow) -> CellPixels? {
        for case .sixelSize(let width, let height) in replies.reversed() {
            guard window.pixelWidth > 0, width <= window.pixelWidth,
                height <= window.pixelHeight,
                width % window.cells.columns == 0, height % window.cells.rows == 0
            else { continue }
            let cell = CellPixels(
                width: width / window.cells.columns,
                height: height / window.cells.rows
            )
            if cell.isPlausible { return cell }
        }
        return nil
    }

    func cell(in window: TerminalWindow?) -> (value: CellPixels, reason: String) {
        for case .cellPixels(let cell) in replies.reversed() where cell.isPlausible {
            return (cell, "A cell has \(cell.width)×\(cell.height) pixels: the terminal said so.")
        }
        guard let window, window.cells.columns > 0, window.cells.rows > 0 else {
            return (.assumed, "A cell is taken to have 8×16 pixels: the window is not known.")
        }
        if let cell = sixelCell(in: window) {
            return (cell, "A cell has \(cell.width)×\(cell.height) pixels: sixel's limit says so.")
        }
        func divided(_ width: Int, _ height: Int) -> CellPixels {
            CellPixels(width: width / window.cells.columns, height: height / window.cells.rows)
        }
        for case .windowPixels(let width, let height) in replies.reversed() {
            let cell = divided(width, height)
            guard cell.isPlausible else { continue }
            return (cell, "A cell has \(cell.width)×\(cell.height) pixels: the text area says so.")
        }
        let cell = divided(window.pixelWidth, window.pixelHeight)
        guard cell.isPlausible else {
            return (.assumed, "A cell is taken to have 8×16 pixels: the terminal does not say.")
        }
        return (cell, "A cell has \(cell.width)×\(cell.height) pixels: the window says so.")
    }
}
