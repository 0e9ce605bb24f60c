package import Editor
package import Input
package import Terminal

/// A screenful, and what the loop around it must know of it.
package struct Composition: Hashable, Sendable {
    package let surface: Surface
    /// The cells that are kept blank for the picture; nil while none is shown.
    package let picture: CellRect?
    /// The picture that goes there.
    package let request: PreviewRequest
    /// What lies over the picture, inside of it.
    package let covered: [CellRect]
    /// Where typing goes on; nil hides the cursor.
    package let cursor: CellPoint?
    package let cursorShape: CursorShape
    /// In the order they were drawn: of those that hold a place the last counts.
    package let regions: [HitRegion]
    /// How large the panes came out, for `Action.laidOut`.
    package let viewport: Viewport

    /// Returns what lies under a cell.
    package func target(at point: CellPoint) -> HitTarget? {
        regions.last { $0.rect.contains(point) }?.target
    }
}

/// Draws the editor: the same state, theme and terminal give the same screen.
package func compose(
    _ state: EditorState,
    theme: Theme,
    terminal: TerminalStatus
) -> Composition {
    let layout = Layout(
        size: state.size,
        focus: state.isPresetLarge ? .preview : state.focus,
        isZoomed: state.isZoomed || state.isPresetLarge,
        sizes: state.panelSizes,
        hidden: state.hiddenPanels,
        editsKeys: state.keyframes != nil
    )
    var canvas = Canvas(size: state.size, theme: theme, glyphs: terminal.glyphs)
    if layout.arrangement == .tooSmall {
        drawTooSmall(on: &canvas)
    } else if state.screen != .editor {
        let size = state.size
        let screen = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        let bars = screen.rows([.fixed(1), .fixed(1), Track(), .fixed(1)])
        TopBar(state: state).draw(on: &canvas, in: bars[0])
        ScreenTabs(state: state).draw(on: &canvas, in: bars[1])
        drawScreen(state, terminal, on: &canvas, in: bars[2])
        StatusLine(state: state).draw(on: &canvas, in: bars[3])
        PopupPane(state: state, terminal: terminal).draw(on: &canvas)
        drawToast(state, on: &canvas, in: layout)
        WhichKeyPopup(state: state).draw(on: &canvas)
    } else {
        TopBar(state: state).draw(on: &canvas, in: layout.topBar)
        if let tabs = layout.tabs { TabBar(state: state).draw(on: &canvas, in: tabs) }
        draw(state, terminal, layout, on: &canvas)
        StatusLine(state: state).draw(on: &canvas, in: layout.statusLine)
        PopupPane(state: state, terminal: terminal).draw(on: &canvas)
        drawToast(state, on: &canvas, in: layout)
        WhichKeyPopup(state: state).draw(on: &canvas)
        HoverTip(state: state).draw(on: &canvas)
    }
    return Composition(
        surface: canvas.surface,
        picture: canvas.picture,
        request: canvas.request ?? state.shownRequest,
        covered: canvas.covered,
        cursor: canvas.cursor,
        cursorShape: canvas.cursorShape,
        regions: canvas.regions,
        viewport: viewport(layout, of: canvas, before: state.viewport)
    )
}

private func drawScreen(
    _ state: EditorState,
    _ terminal: TerminalStatus,
    on canvas: inout Canvas,
    in rect: CellRect
) {
    switch state.screen {
    case .editor: break
    case .projects: ProjectsScreen(state: state, terminal: terminal).draw(on: &canvas, in: rect)
    case .library: LibraryScreen(state: state, terminal: terminal).draw(on: &canvas, in: rect)
    case .queue: QueueScreen(state: state).draw(on: &canvas, in: rect)
    case .settings: SettingsScreen(state: state).draw(on: &canvas, in: rect)
    case .account: AccountScreen(state: state).draw(on: &canvas, in: rect)
    case .team: TeamScreen(state: state).draw(on: &canvas, in: rect)
    }
}

private func draw(
    _ state: EditorState,
    _ terminal: TerminalStatus,
    _ layout: Layout,
    on canvas: inout Canvas
) {
    let hasFrame = layout.arrangement != .tabs
    if let rect = layout[.preview] {
        PreviewPane(state: state, terminal: terminal, hasFrame: hasFrame)
            .draw(on: &canvas, in: rect)
    }
    if let rect = layout[.presets] {
        PresetsPane(state: state, hasFrame: hasFrame).draw(on: &canvas, in: rect)
    }
    if let rect = layout[.prompt] {
        PromptPane(state: state, hasFrame: hasFrame).draw(on: &canvas, in: rect)
    }
    if let rect = layout[.timeline] {
        TimelinePane(state: state, hasFrame: hasFrame).draw(on: &canvas, in: rect)
    }
    for edge in layout.edges {
        SplitterHandle(edge: edge, isHovered: state.hovered == .splitter(edge.splitter))
            .draw(on: &canvas)
    }
}

/// Says in full what the status line has to cut.
private func drawToast(_ state: EditorState, on canvas: inout Canvas, in layout: Layout) {
    guard let notice = state.notice else { return }
    let line = MessageText.line(of: notice, glyphs: canvas.glyphs)
    guard line.columns > StatusLine.room(in: layout.statusLine, state) else { return }
    let screen = canvas.surface.size
    let body = CellRect(column: 0, row: 1, columns: screen.columns, rows: screen.rows - 2)
    Toast(notice: notice).draw(on: &canvas, in: body)
}

private func drawTooSmall(on canvas: inout Canvas) {
    let size = canvas.surface.size
    let screen = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let smallest = Layout.smallest
    let sentence = "Kinema needs \(smallest.columns)\(canvas.glyphs.times)\(smallest.rows) cells."
    canvas.write(
        sentence,
        .muted,
        in: screen,
        row: max(0, (size.rows - 1) / 2),
        column: max(0, (size.columns - sentence.count) / 2)
    )
}

private func viewport(_ layout: Layout, of canvas: Canvas, before: Viewport) -> Viewport {
    let isTabbed = layout.arrangement == .tabs
    var viewport = before
    viewport.sizes = layout.sizes
    viewport.grid = canvas.grid
    viewport.picture = canvas.picture
    if let prompt = layout[.prompt] {
        viewport.promptColumns = max(1, prompt.columns - (isTabbed ? 2 : 4))
    }
    if let presets = layout[.presets] {
        let inside = CellRect(
            column: 0,
            row: 0,
            columns: presets.columns,
            rows: presets.rows - (isTabbed ? 0 : 3)
        )
        viewport.presetRows = max(1, PresetsPane.list(in: inside).rows)
    }
    return viewport
}
