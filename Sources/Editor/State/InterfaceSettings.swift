/// How a person has set the interface up, to be found so the next time.
package struct InterfaceSettings: Hashable, Sendable {
    /// The theme's id; nil follows the terminal.
    package var theme: String?
    package var sizes: PanelSizes

    package init(theme: String? = nil, sizes: PanelSizes = PanelSizes()) {
        self.theme = theme
        self.sizes = sizes
    }
}

extension EditorState {
    package var settings: InterfaceSettings {
        InterfaceSettings(theme: themes.chosen, sizes: panelSizes)
    }
}
