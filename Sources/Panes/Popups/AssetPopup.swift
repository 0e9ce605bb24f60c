import Editor
import Editorial
import Input
import Terminal

/// Media to choose from: a list that is found in by typing, and the picture of
/// the one under the cursor.
struct AssetPopup {
    let picker: AssetPicker
    let state: EditorState
    let terminal: TerminalStatus

    private static let size = CellSize(columns: 96, rows: 18)
    private static let listColumns = 40

    func draw(on canvas: inout Canvas) {
        let inside = PopupFrame(title: picker.use.title, content: Self.size).draw(on: &canvas)
        let hasPicture = inside.columns >= Self.listColumns + 24 && inside.rows >= 8
        let parts = inside.columns(
            [hasPicture ? .fixed(Self.listColumns) : Track(), hasPicture ? Track() : .fixed(0)],
            gap: 3
        )
        drawList(on: &canvas, in: parts[0])
        if hasPicture { drawCurrent(on: &canvas, in: parts[1]) }
    }

    private func drawList(on canvas: inout Canvas, in rect: CellRect) {
        let lines = rect.rows([.fixed(1), .fixed(1), Track()])
        FieldLine(
            field: picker.field,
            prefix: "> ",
            placeholder: "a name, a tag, or the path of a file"
        ).draw(on: &canvas, in: lines[0], row: 0)
        let rows = picker.rows
        guard !rows.isEmpty else { return drawEmpty(on: &canvas, in: lines[2]) }
        let chosen = state.asset(for: picker.use)
        let glyphs = canvas.glyphs
        RowList(count: rows.count, cursor: picker.selection) { index in
            var line = StyledText()
            var right = StyledText()
            switch rows[index] {
            case .asset(let item):
                line.append(item.id == chosen ? "\(glyphs.done) " : "  ", .done)
                line.append(item.asset.name)
                right.append(Figures.ago(item.addedAt, at: state.now), .faint)
            case .file(let path):
                line.append("  bring in ", .muted)
                line.append(path)
            }
            return RowList.Row(left: line, right: right, target: .popupRow(index))
        }.draw(on: &canvas, in: lines[2])
    }

    private func drawEmpty(on canvas: inout Canvas, in rect: CellRect) {
        guard picker.page != nil else {
            canvas.write("Reading the library…", .faint, in: rect, row: 0)
            return
        }
        let lines = [
            "There are no \(picker.use.kind.plural) in the library yet.",
            "Write the path of a file, and it is brought in.",
        ].flatMap { $0.wrapped(columns: rect.columns, limit: 2) }
        for (row, line) in lines.enumerated() {
            canvas.write(line, row == 0 ? .muted : .faint, in: rect, row: row)
        }
    }

    private func drawCurrent(on canvas: inout Canvas, in rect: CellRect) {
        // The panel's own picture waits until the popup is gone.
        canvas.picture = nil
        canvas.covered = []
        guard let item = picker.current else { return }
        let parts = rect.rows([Track(), .fixed(1), .fixed(1)])
        if item.asset.kind == .sound {
            drawSound(of: item, on: &canvas, in: parts[0])
        } else {
            let picture = PictureArea.fitted(item.asset.size, cell: terminal.cell, in: parts[0])
            canvas.clear(picture)
            canvas.picture = picture
        }
        canvas.write(facts(of: item, dot: canvas.glyphs.dot), .muted, in: parts[2], row: 0)
    }

    private func drawSound(of item: LibraryItem, on canvas: inout Canvas, in rect: CellRect) {
        guard let facts = picker.facts, facts.asset == item.id, let seconds = facts.seconds else {
            canvas.write("Listening…", .faint, in: rect, row: rect.rows / 2)
            return
        }
        Waveform(
            shape: SoundShape(seconds: seconds, peaks: facts.peaks),
            from: 0,
            to: seconds,
            ink: .motion
        ).draw(
            on: &canvas,
            in: CellRect(
                column: rect.column,
                row: rect.row + max(0, rect.rows / 2 - 3),
                columns: rect.columns,
                rows: min(6, rect.rows)
            )
        )
    }

    private func facts(of item: LibraryItem, dot: String) -> String {
        var words: [String] = []
        if item.asset.size.width > 0 { words.append("\(item.asset.size)") }
        if let facts = picker.facts, facts.asset == item.id, let seconds = facts.seconds {
            words.append(Figures.seconds(seconds))
        }
        words.append(Figures.bytes(item.asset.byteCount))
        words += item.tags.map { "#\($0)" }
        return words.joined(separator: " \(dot) ")
    }
}
