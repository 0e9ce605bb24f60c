package import Input

/// What drawing knows and deciding needs: how large the panes came out.
package struct Viewport: Hashable, Sendable {
    /// The columns that the prompt's text wraps in.
    package var promptColumns: Int
    /// The rows of presets that are seen at once; a page.
    package var presetRows: Int
    /// Where the picture is on the screen; nil where there is none.
    package var picture: CellRect?
    /// The tiles beside one another and the rows of them; nil where there is no grid.
    package var grid: CellSize?
    /// How large the panels are that have an edge to move; nil for the others.
    package var sizes: PanelSizes

    package init(
        promptColumns: Int = 40,
        presetRows: Int = 12,
        sizes: PanelSizes = PanelSizes()
    ) {
        self.promptColumns = max(1, promptColumns)
        self.presetRows = max(1, presetRows)
        self.sizes = sizes
    }
}

/// How many columns a character takes on the screen.
///
/// A function given to the editor, because measuring cells is the terminal's
/// business. Two measures are always equal: there is one a process, and a state
/// does not change by it.
package struct TextMeasure: Equatable, Sendable {
    package let width: @Sendable (Character) -> Int

    package init(_ width: @escaping @Sendable (Character) -> Int) {
        self.width = width
    }

    /// One column a character.
    package static let plain = TextMeasure { _ in 1 }

    package static func == (left: TextMeasure, right: TextMeasure) -> Bool { true }
}
