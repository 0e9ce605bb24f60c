import Editor
import Input
import Panes
import Terminal
import Testing

struct ScreenGoldenTests {
    @Test(arguments: [
        CellSize(columns: 168, rows: 46), CellSize(columns: 120, rows: 36),
        CellSize(columns: 80, rows: 24), CellSize(columns: 60, rows: 16),
        CellSize(columns: 40, rows: 12), CellSize(columns: 30, rows: 8),
    ])
    func `The editor is drawn for every size of screen`(size: CellSize) throws {
        let state = EditorState.fixture(columns: size.columns, rows: size.rows)
        try Golden.expect(draw(state).surface, named: "editor-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: [Panel.preview, .prompt, .timeline])
    func `A screen of one panel shows the focused one`(panel: Panel) throws {
        let state = EditorState.fixture(columns: 40, rows: 12, focus: panel)
        try Golden.expect(draw(state).surface, named: "\(panel.rawValue)-40x12")
    }

    @Test(arguments: [Panel.preview, .prompt, .timeline])
    func `A drawer opens for the focused side panel only`(panel: Panel) throws {
        let state = EditorState.fixture(columns: 80, rows: 24, focus: panel)
        try Golden.expect(draw(state).surface, named: "\(panel.rawValue)-80x24")
    }

    @Test(arguments: [Panel.presets, .prompt, .timeline])
    func `A zoomed panel has the screen to itself`(panel: Panel) throws {
        var state = EditorState.fixture(columns: 120, rows: 36, focus: panel)
        state.isZoomed = true
        try Golden.expect(draw(state).surface, named: "\(panel.rawValue)-zoomed-120x36")
    }
}

func draw(
    _ state: EditorState,
    theme: Theme = .standard,
    glyphs: Glyphs = .unicode
) -> Composition {
    let terminal = TerminalStatus(graphics: "kitty", detail: "5 ms", glyphs: glyphs)
    return compose(state, theme: theme, terminal: terminal)
}
