import Input

extension EditorState {
    /// Gives a panel another size; what the screen has no room for is drawn
    /// smaller, and counted from there the next time.
    mutating func resize(_ splitter: Splitter, to size: Int) {
        let limits = Splitter.limits
        panelSizes[splitter] = min(max(limits.lowerBound, size), limits.upperBound)
    }

    mutating func resize(_ splitter: Splitter, by cells: Int) -> [Effect] {
        guard let now = viewport.sizes[splitter] else {
            say("This panel has no edge to move here.", .warning)
            return []
        }
        resize(splitter, to: now + cells)
        // What it comes to is known when it is drawn; until then this is the size.
        viewport.sizes[splitter] = panelSizes[splitter]
        return rememberPanels
    }

    /// Drags a splitter to a cell of the screen.
    mutating func drag(_ splitter: Splitter, to point: CellPoint) {
        switch splitter {
        case .presets: resize(.presets, to: point.column)
        case .prompt: resize(.prompt, to: size.columns - point.column - 1)
        // The status line lies below the timeline.
        case .timeline: resize(.timeline, to: size.rows - 1 - point.row)
        }
    }

    /// The splitter whose move makes the focused panel wider, and the sign of that move.
    var widthSplitter: (splitter: Splitter, sign: Int) {
        switch focus {
        case .presets: (.presets, 1)
        case .prompt: (.prompt, 1)
        // The stage takes what the side panels give.
        case .preview, .timeline: viewport.sizes.prompt == nil ? (.presets, -1) : (.prompt, -1)
        }
    }

    var heightSign: Int { focus == .timeline ? 1 : -1 }
}
