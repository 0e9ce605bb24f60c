/// What a terminal can do, as far as is known.
package struct TerminalCapabilities: Hashable, Sendable {
    /// The best way to show pictures.
    package var graphics: GraphicsProtocol
    package var depth: ColourDepth
    package var synchronizedOutput: Bool
    package var kittyKeyboard: Bool
    /// Whether it says when its window gains and loses the focus.
    package var focusReports: Bool
    /// Whether it tells the pointer's place in pixels.
    package var pixelPointer: Bool
    package var cell: CellPixels
    /// The colour behind the text; nil while it is not known.
    package var background: Colour?
    /// How kitty's commands reach it.
    package var passage: KittyPassage
    /// Whether it read an object of this machine's shared memory.
    package var sharesMemory: Bool
    /// What the terminal calls itself, by its own answer or the environment.
    package var name: String?
    /// Whether tmux or screen stands between.
    package var isMultiplexed: Bool
    /// Why each decision fell as it did, one sentence each.
    package var reasons: [String]

    package init(
        graphics: GraphicsProtocol,
        depth: ColourDepth,
        synchronizedOutput: Bool = false,
        kittyKeyboard: Bool = false,
        focusReports: Bool = false,
        pixelPointer: Bool = false,
        cell: CellPixels = .assumed,
        background: Colour? = nil,
        passage: KittyPassage = .direct,
        sharesMemory: Bool = false,
        name: String? = nil,
        isMultiplexed: Bool = false,
        reasons: [String] = []
    ) {
        self.graphics = graphics
        self.depth = depth
        self.synchronizedOutput = synchronizedOutput
        self.kittyKeyboard = kittyKeyboard
        self.focusReports = focusReports
        self.pixelPointer = pixelPointer
        self.cell = cell
        self.background = background
        self.passage = passage
        self.sharesMemory = sharesMemory
        self.name = name
        self.isMultiplexed = isMultiplexed
        self.reasons = reasons
    }

    /// Whether text lies on a light background; nil while that is not known.
    package var isLight: Bool? {
        background.map { Int($0.red) * 299 + Int($0.green) * 587 + Int($0.blue) * 114 > 127_500 }
    }
}
