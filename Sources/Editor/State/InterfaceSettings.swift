package import Editorial

/// How a person has set the interface up, to be found so the next time.
package struct InterfaceSettings: Hashable, Sendable {
    /// The theme's id; nil follows the terminal.
    package var theme: String?
    package var sizes: PanelSizes
    /// nil is as the environment says.
    package var reducesMotion: Bool?
    /// How pictures are drawn; nil is found out by asking the terminal.
    package var graphics: String?
    package var newShots: NewShots
    /// Whether the prompt's advanced fields are in sight.
    package var showsAdvanced: Bool
    /// The screens that are seen as grids.
    package var grids: Set<EditorScreen>

    package init(
        theme: String? = nil,
        sizes: PanelSizes = PanelSizes(),
        reducesMotion: Bool? = nil,
        graphics: String? = nil,
        newShots: NewShots = NewShots(),
        showsAdvanced: Bool = false,
        grids: Set<EditorScreen> = []
    ) {
        self.theme = theme
        self.sizes = sizes
        self.reducesMotion = reducesMotion
        self.graphics = graphics
        self.newShots = newShots
        self.showsAdvanced = showsAdvanced
        self.grids = grids
    }
}

/// What the shots of new projects begin with; nil is as usual.
package struct NewShots: Hashable, Sendable {
    package var model: String?
    package var shortSide: Int?
    package var frameRate: FrameRate?

    package init(model: String? = nil, shortSide: Int? = nil, frameRate: FrameRate? = nil) {
        self.model = model
        self.shortSide = shortSide
        self.frameRate = frameRate
    }

    func apply(to draft: inout Draft) {
        draft.model = model ?? draft.model
        draft.shortSide = shortSide ?? draft.shortSide
        draft.frameRate = frameRate ?? draft.frameRate
    }
}

extension EditorState {
    package var settings: InterfaceSettings {
        InterfaceSettings(
            theme: themes.chosen,
            sizes: panelSizes,
            reducesMotion: reducesMotion,
            graphics: graphicsChoice,
            newShots: newShots,
            showsAdvanced: promptPanel.showsAdvanced,
            grids: grids
        )
    }

    /// Takes over what a person chose on another machine, and nothing of this terminal’s own.
    mutating func takeChoices(of settings: InterfaceSettings) {
        themes.chosen = settings.theme
        reducesMotion = settings.reducesMotion
        newShots = settings.newShots
    }

    /// Sets the interface up as it was left.
    package mutating func take(_ settings: InterfaceSettings) {
        panelSizes = settings.sizes
        reducesMotion = settings.reducesMotion
        graphicsChoice = settings.graphics
        newShots = settings.newShots
        promptPanel.showsAdvanced = settings.showsAdvanced
        grids = settings.grids.intersection(Self.pictured)
    }
}
