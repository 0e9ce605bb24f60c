import Editor
import Editorial
import Input
import Terminal

/// The media of the library as pictures.
struct LibraryGrid {
    let state: EditorState
    let terminal: TerminalStatus

    private var library: LibraryBrowser { state.library }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let glyphs = canvas.glyphs
        TileGrid(
            count: library.total,
            cursor: library.cursor,
            hasKeys: state.popup == nil && state.typing == nil,
            cell: terminal.cell
        ) { place in
            guard let item = library[place] else {
                return TileGrid.Tile(title: StyledText(glyphs.ellipsis, .faint))
            }
            return tile(of: item, at: place, glyphs)
        }.draw(on: &canvas, in: rect)
    }

    private func tile(of item: LibraryItem, at place: Int, _ glyphs: Glyphs) -> TileGrid.Tile {
        let isMarked = library.marked.contains(item.id)
        let dot = " \(glyphs.dot) "
        var tile = TileGrid.Tile(
            title: StyledText(item.asset.name, isMarked ? .accent : .text),
            mark: StyledText(isMarked ? glyphs.checked : "", .accent),
            target: .libraryRow(place)
        )
        let size =
            item.asset.size.width > 0
            ? "\(item.asset.size)" : Figures.bytes(item.asset.byteCount)
        var words = [item.asset.kind.title, size]
        words += item.tags.map { "#\($0)" }
        tile.detail = StyledText(words.joined(separator: dot), .faint)
        switch item.asset.kind {
        case .image, .video:
            tile.picture = (
                .asset(item.id, isFilm: item.asset.kind == .video), item.asset.size
            )
        case .sound: tile.sign = StyledText("sound", .motion)
        case .depth: tile.sign = StyledText("depth", .faint)
        }
        return tile
    }
}
