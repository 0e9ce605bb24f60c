import Editor
import Editorial
import Input
import Terminal

/// All projects as the pictures that their first shots start from.
struct ProjectGrid {
    let state: EditorState
    let terminal: TerminalStatus
    let rows: [ProjectItem]

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let current = state.currentProject?.id
        let dot = canvas.glyphs.dot
        TileGrid(
            count: rows.count,
            cursor: rows.firstIndex { $0.id == current },
            hasKeys: state.popup == nil && state.typing == nil,
            least: CellSize(columns: 26, rows: 9),
            cell: terminal.cell
        ) { tile(of: rows[$0], dot: dot) }
        .draw(on: &canvas, in: rect)
    }

    private func tile(of item: ProjectItem, dot: String) -> TileGrid.Tile {
        let isOpen = item.id == state.project.id
        var tile = TileGrid.Tile(
            title: StyledText(item.name, isOpen ? .accent : .text),
            target: .project(item.id)
        )
        let opened = isOpen ? "open now" : Figures.ago(item.openedAt, at: state.now)
        tile.detail = StyledText(
            [
                Figures.counted(item.shotCount, "shot", "shots"),
                Figures.counted(item.takeCount, "take", "takes"), opened,
            ].joined(separator: " \(dot) "),
            .faint
        )
        if item.draft.startFrame == nil, item.draft.prompt.allSatisfy(\.isWhitespace) {
            tile.sign = StyledText("no prompt yet", .faint)
        } else {
            tile.picture = (.shot(item.draft), item.draft.size)
        }
        return tile
    }
}
