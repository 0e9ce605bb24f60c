import Editor
import Editorial
import Input
import Terminal

/// All media: a list at the left and the one under the cursor at the right, or a
/// grid of pictures.
struct LibraryScreen {
    let state: EditorState
    let terminal: TerminalStatus

    private var library: LibraryBrowser { state.library }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let hasPicture = rect.columns >= 100 && !state.isGrid
        let parts = rect.columns([
            hasPicture ? Track(least: 50, most: 84) : Track(),
            hasPicture ? Track(least: 48, weight: 2) : .fixed(0),
        ])
        canvas.lay(.panel, over: parts[0])
        drawList(on: &canvas, in: parts[0].inset(columns: 2))
        guard hasPicture else { return }
        canvas.lay(.background, over: parts[1])
        AssetView(state: state, terminal: terminal)
            .draw(on: &canvas, in: parts[1].inset(columns: 3))
    }

    private func drawList(on canvas: inout Canvas, in rect: CellRect) {
        let isRoomy = rect.rows >= 16
        let lines = rect.rows([
            .fixed(isRoomy ? 1 : 0), .fixed(1), .fixed(isRoomy ? 1 : 0), .fixed(1),
            .fixed(isRoomy ? 1 : 0), Track(), .fixed(library.running == nil ? 0 : 1),
        ])
        canvas.write(
            title,
            right: StyledText(library.order.title, .faint),
            in: lines[1],
            row: 0
        )
        drawSearch(on: &canvas, in: lines[3])
        if let running = library.running { draw(running, on: &canvas, in: lines[6]) }
        guard library.total > 0 else { return drawEmpty(on: &canvas, in: lines[5]) }
        if state.isGrid {
            return LibraryGrid(state: state, terminal: terminal).draw(on: &canvas, in: lines[5])
        }
        let columns = columns(in: rect.columns)
        let ellipsis = canvas.glyphs.ellipsis
        DataTable(
            columns: columns.map(\.column),
            count: library.total,
            cursor: library.cursor,
            hasKeys: state.popup == nil && state.typing == nil,
            row: { place in
                let item = library[place]
                let cells = item.map { item in columns.map { $0.cell(item) } }
                return DataTable.Row(
                    cells: cells ?? [StyledText(ellipsis, .faint)],
                    target: .libraryRow(place)
                )
            }
        ).draw(on: &canvas, in: lines[5])
    }

    private var title: StyledText {
        var title = StyledText(library.kind?.plural.capitalizedFirst ?? "Library", .accent, .bold)
        if let tag = library.tag { title.append("  #\(tag)", .motion) }
        if !library.marked.isEmpty {
            title.append("  \(Figures.count(library.marked.count)) marked", .text)
        }
        return title
    }

    private typealias Cell = (LibraryItem) -> StyledText

    /// What there is room for, the name in any case.
    private func columns(in room: Int) -> [(column: DataTable.Column, cell: Cell)] {
        let name: Cell = { item in
            let isMarked = library.marked.contains(item.id)
            var text = StyledText(isMarked ? "\(terminal.glyphs.checked) " : "", .accent)
            text.append(item.asset.name, isMarked ? .accent : .text)
            for tag in item.tags { text.append(" #\(tag)", .motion) }
            return text
        }
        var columns: [(DataTable.Column, Cell)] = [
            (.init(title: "Name", track: Track(least: 12, weight: 3)), name),
            (
                .init(title: "Kind", track: .fixed(7)),
                { StyledText($0.asset.kind.title, .muted) }
            ),
        ]
        if room >= 60 {
            columns.append(
                (
                    .init(title: "Size", track: .fixed(10), isNumber: true),
                    {
                        $0.asset.size.width > 0
                            ? StyledText("\($0.asset.size)", .muted) : StyledText()
                    }
                )
            )
        }
        if room >= 46 {
            columns.append(
                (
                    .init(title: "Bytes", track: .fixed(7), isNumber: true),
                    { StyledText(Figures.bytes($0.asset.byteCount), .muted) }
                )
            )
            columns.append(
                (
                    .init(title: "Added", track: .fixed(10), isNumber: true),
                    { StyledText(Figures.ago($0.addedAt, at: state.now), .muted) }
                )
            )
        }
        return columns
    }

    private func drawSearch(on canvas: inout Canvas, in rect: CellRect) {
        let isTyping = state.typing == .library
        let counted = library.page == nil ? "" : Figures.counted(library.total, "file", "files")
        guard isTyping || !library.search.isEmpty else {
            return canvas.write(
                StyledText("/ find", .faint),
                right: StyledText(counted, .faint),
                in: rect,
                row: 0
            )
        }
        let parts = rect.columns([Track(), .fixed(counted.count)], gap: 1)
        FieldLine(field: library.search, prefix: "/ ", hasKeys: isTyping && state.popup == nil)
            .draw(on: &canvas, in: parts[0], row: 0)
        canvas.write(counted, .faint, in: parts[1], row: 0)
    }

    private func draw(
        _ running: LibraryBrowser.Import,
        on canvas: inout Canvas,
        in rect: CellRect
    ) {
        let line = ProgressLine(
            share: Double(running.done) / Double(max(1, running.total)),
            label: "bringing in \(running.done + 1) of \(running.total)",
            isText: state.isMotionReduced
        )
        canvas.write(line.text(columns: rect.columns, glyphs: canvas.glyphs), in: rect, row: 0)
    }

    private func drawEmpty(on canvas: inout Canvas, in rect: CellRect) {
        if library.page == nil {
            canvas.write("Reading the library…", .faint, in: rect, row: 0)
        } else if !library.search.isEmpty || library.kind != nil || library.tag != nil {
            canvas.write("Nothing here is found so.", .muted, in: rect, row: 0)
            canvas.write(KeyHint(key: "esc", does: "clears the search").faint, in: rect, row: 1)
        } else {
            canvas.write("Pictures, films and sounds are kept here.", .muted, in: rect, row: 0)
            let hint = KeyHint(key: "i", does: "brings some in; or drop a file on the terminal")
            canvas.write(hint.faint, in: rect, row: 1)
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
