package import Editor
package import Input

/// Where everything lies for a size of the screen; the panels depend on the
/// focus only where there is no room for all of them.
package struct Layout: Hashable, Sendable {
    package enum Arrangement: Hashable, Sendable {
        /// Three panels and the timeline; wide has roomier side panels.
        case wide, normal
        /// One side panel at a time, the focused one, beside the preview.
        case drawer
        /// One panel under a row of tabs.
        case tabs
        case zoomed
        /// Too small to work in.
        case tooSmall
    }

    /// An edge between panels.
    package struct Edge: Hashable, Sendable {
        package let splitter: Splitter
        package let rect: CellRect
    }

    package static let smallest = CellSize(columns: 40, rows: 12)

    package let arrangement: Arrangement
    package private(set) var topBar = CellRect.zero
    package private(set) var statusLine = CellRect.zero
    /// The row of tabs, where there is one.
    package private(set) var tabs: CellRect?
    private var panels: [Panel: CellRect] = [:]
    /// The edges that can be dragged; the timeline's is its own first row.
    package private(set) var edges: [Edge] = []

    /// Lays a screen out.
    ///
    /// Panels get the sizes that a person wants them to have as far as the
    /// others keep what they need.
    package init(
        size: CellSize,
        focus: Panel,
        isZoomed: Bool = false,
        sizes: PanelSizes = PanelSizes(),
        hidden: Set<Panel> = [],
        editsKeys: Bool = false
    ) {
        arrangement = Self.arrangement(for: size, isZoomed: isZoomed)
        guard arrangement != .tooSmall else { return }
        let screen = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        let bars = screen.rows([.fixed(1), Track(), .fixed(1)])
        topBar = bars[0]
        statusLine = bars[2]
        let body = bars[1]
        switch arrangement {
        case .tabs:
            let parts = body.rows([.fixed(1), Track()])
            tabs = parts[0]
            panels[focus] = parts[1]
        case .zoomed:
            panels[focus] = body
        case .wide, .normal, .drawer:
            // A curve needs height to be seen in.
            let extra = editsKeys ? (arrangement == .drawer ? 7 : 5) : 0
            let usual = timelineRows(of: size, wanted: sizes.timeline)
            let hasTimeline = !hidden.contains(.timeline)
            let rows = hasTimeline ? min(usual + extra, max(usual, size.rows - 12)) : 0
            let parts = body.rows([Track(), .fixed(rows)])
            if hasTimeline { panels[.timeline] = parts[1] }
            if arrangement != .drawer, hasTimeline {
                edges.append(Edge(splitter: .timeline, rect: parts[1].line(0)))
            }
            layOut(parts[0], focus: focus, sizes: sizes, hidden: hidden)
        case .tooSmall:
            break
        }
    }

    /// Where a panel is drawn, or nil while there is no room for it.
    package subscript(panel: Panel) -> CellRect? { panels[panel] }

    /// How large the panels came out that have an edge.
    package var sizes: PanelSizes {
        var sizes = PanelSizes()
        for edge in edges {
            switch edge.splitter {
            case .presets: sizes.presets = panels[.presets]?.columns
            case .prompt: sizes.prompt = panels[.prompt]?.columns
            case .timeline: sizes.timeline = panels[.timeline]?.rows
            }
        }
        return sizes
    }

    /// The columns that the stage keeps, whatever the side panels want.
    private static let stageColumns = 36
    /// The columns that a side panel keeps and has a use for.
    private static let sideColumns = 22...80

    private mutating func layOut(
        _ body: CellRect,
        focus: Panel,
        sizes: PanelSizes,
        hidden: Set<Panel>
    ) {
        let usual = usualColumns
        let isAll = arrangement != .drawer
        let hasPresets = (isAll || focus == .presets) && !hidden.contains(.presets)
        let hasPrompt = (isAll || focus == .prompt) && !hidden.contains(.prompt)
        var room = body.columns - Self.stageColumns - (hasPrompt && hasPresets ? 2 : 1)
        /// Takes what is wanted from the room, and leaves the other panel its least.
        func side(_ has: Bool, _ wanted: Int, leaving other: Bool) -> Int {
            guard has else { return 0 }
            let most = min(
                Self.sideColumns.upperBound,
                room - (other ? Self.sideColumns.lowerBound : 0)
            )
            let columns = max(Self.sideColumns.lowerBound, min(wanted, most))
            room -= columns
            return columns
        }
        let presets = side(hasPresets, sizes.presets ?? usual.presets, leaving: hasPrompt)
        let prompt = side(hasPrompt, sizes.prompt ?? usual.prompt, leaving: false)
        let parts = body.columns([
            .fixed(presets), .fixed(hasPresets ? 1 : 0), Track(), .fixed(hasPrompt ? 1 : 0),
            .fixed(prompt),
        ])
        if hasPresets {
            panels[.presets] = parts[0]
            edges.append(Edge(splitter: .presets, rect: parts[1]))
        }
        if hasPrompt {
            panels[.prompt] = parts[4]
            edges.append(Edge(splitter: .prompt, rect: parts[3]))
        }
        panels[.preview] = parts[2]
    }

    private static let byColumns = Breakpoints(
        Arrangement.tabs,
        [61: .drawer, 100: .normal, 160: .wide]
    )

    private static func arrangement(for size: CellSize, isZoomed: Bool) -> Arrangement {
        if size.columns < smallest.columns || size.rows < smallest.rows { return .tooSmall }
        let arrangement = byColumns[size.columns]
        if arrangement == .tabs || size.rows < 20 { return .tabs }
        if isZoomed { return .zoomed }
        return size.rows < 26 ? .drawer : arrangement
    }

    private var usualColumns: (presets: Int, prompt: Int) {
        switch arrangement {
        case .wide: (30, 36)
        case .normal: (27, 32)
        default: (30, 34)
        }
    }

    private static let usualTimelineRows = Breakpoints(7, [34: 9, 44: 11])

    /// The rule above it included; the panels keep at least 12 rows.
    private func timelineRows(of size: CellSize, wanted: Int?) -> Int {
        guard arrangement != .drawer else { return 3 }
        let rows = wanted ?? Self.usualTimelineRows[size.rows]
        return min(max(7, rows), max(7, size.rows - 14))
    }
}
