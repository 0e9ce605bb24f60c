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

    package static let smallest = CellSize(columns: 40, rows: 12)

    package let arrangement: Arrangement
    package private(set) var topBar = CellRect.zero
    package private(set) var statusLine = CellRect.zero
    /// The row of tabs, where there is one.
    package private(set) var tabs: CellRect?
    private var panels: [Panel: CellRect] = [:]
    /// The upright rules between the panels.
    package private(set) var dividers: [CellRect] = []

    package init(size: CellSize, focus: Panel, isZoomed: Bool = false) {
        arrangement = Self.arrangement(for: size, isZoomed: isZoomed)
        guard arrangement != .tooSmall else { return }
        topBar = CellRect(column: 0, row: 0, columns: size.columns, rows: 1)
        statusLine = CellRect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        var body = CellRect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
        switch arrangement {
        case .tabs:
            tabs = CellRect(column: 0, row: 1, columns: size.columns, rows: 1)
            body = CellRect(column: 0, row: 2, columns: size.columns, rows: size.rows - 3)
            panels[focus] = body
        case .zoomed:
            panels[focus] = body
        case .wide, .normal, .drawer:
            let rows = Self.timelineRows(of: size, arrangement)
            panels[.timeline] = CellRect(
                column: 0,
                row: body.maxRow - rows,
                columns: size.columns,
                rows: rows
            )
            body.rows -= rows
            layOut(body, focus: focus)
        case .tooSmall:
            break
        }
    }

    /// Where a panel is drawn, or nil while there is no room for it.
    package subscript(panel: Panel) -> CellRect? { panels[panel] }

    private mutating func layOut(_ body: CellRect, focus: Panel) {
        let widths = Self.sideColumns(arrangement)
        var stage = body
        if arrangement != .drawer || focus == .presets {
            panels[.presets] = CellRect(
                column: 0,
                row: body.row,
                columns: widths.presets,
                rows: body.rows
            )
            dividers.append(column(widths.presets, of: body))
            stage.column = widths.presets + 1
            stage.columns -= widths.presets + 1
        }
        if arrangement != .drawer || focus == .prompt {
            let left = body.maxColumn - widths.prompt
            panels[.prompt] = CellRect(
                column: left,
                row: body.row,
                columns: widths.prompt,
                rows: body.rows
            )
            dividers.append(column(left - 1, of: body))
            stage.columns -= widths.prompt + 1
        }
        panels[.preview] = stage
    }

    private func column(_ column: Int, of body: CellRect) -> CellRect {
        CellRect(column: column, row: body.row, columns: 1, rows: body.rows)
    }

    private static func arrangement(for size: CellSize, isZoomed: Bool) -> Arrangement {
        if size.columns < smallest.columns || size.rows < smallest.rows { return .tooSmall }
        if size.columns <= 60 || size.rows < 20 { return .tabs }
        if isZoomed { return .zoomed }
        if size.columns < 100 || size.rows < 26 { return .drawer }
        return size.columns < 160 ? .normal : .wide
    }

    private static func sideColumns(_ arrangement: Arrangement) -> (presets: Int, prompt: Int) {
        switch arrangement {
        case .wide: (30, 36)
        case .normal: (27, 32)
        default: (30, 34)
        }
    }

    /// The rule above it included.
    private static func timelineRows(of size: CellSize, _ arrangement: Arrangement) -> Int {
        switch (arrangement, size.rows) {
        case (.drawer, _): 3
        case (_, 44...): 11
        case (_, 34...): 9
        default: 7
        }
    }
}
