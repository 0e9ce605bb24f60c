/// What a terminal can do, as far as is known.
package struct TerminalCapabilities: Hashable, Sendable {
    /// The best way to show pictures.
    package var graphics: GraphicsProtocol
    package var depth: ColourDepth
    package var synchronizedOutput: Bool
    package var kittyKeyboard: Bool
    package var cell: CellPixels
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
        cell: CellPixels = .assumed,
        name: String? = nil,
        isMultiplexed: Bool = false,
        reasons: [String] = []
    ) {
        self.graphics = graphics
        self.depth = depth
        self.synchronizedOutput = synchronizedOutput
        self.kittyKeyboard = kittyKeyboard
        self.cell = cell
        self.name = name
        self.isMultiplexed = isMultiplexed
        self.reasons = reasons
    }
}
