import Editor
import Input

/// The fuzzy search over commands and presets.
struct PalettePopup {
    let palette: Palette
    let rows: [PaletteRow]

    /// A list of one height, so that the popup stays still while one types.
    private static let rowCount = 14

    func draw(on canvas: inout Canvas) {
        let frame = PopupFrame(
            title: "Palette",
            content: CellSize(columns: 76, rows: Self.rowCount + 2)
        )
        let inside = frame.draw(on: &canvas)
        FieldLine(field: palette.field, prefix: "> ").draw(on: &canvas, in: inside, row: 0)
        let list = CellRect(
            column: inside.column,
            row: inside.row + 2,
            columns: inside.columns,
            rows: inside.rows - 2
        )
        guard !rows.isEmpty else {
            canvas.write("Nothing is called that.", .muted, in: list, row: 0)
            return
        }
        let window = ScrollWindow.rows(
            count: rows.count,
            cursor: palette.selection,
            room: list.rows
        )
        for (place, index) in window.enumerated() {
            if index == palette.selection { canvas.mark(row: place, in: list, hasKeys: true) }
            draw(rows[index], on: &canvas, in: list, row: place)
            canvas.pressRow(index, in: list, row: place)
        }
    }

    private func draw(
        _ row: PaletteRow,
        on canvas: inout Canvas,
        in list: CellRect,
        row place: Int
    ) {
        var line = StyledText.highlighted(
            row.title,
            at: row.highlights,
            ink: row.reason == nil ? .text : .faint
        )
        line.pad(to: 22)
        line.append("  \(row.reason ?? row.detail)", row.reason == nil ? .muted : .faint)
        var key = StyledText()
        if let chord = row.chord { key.append(chord.label, .muted) }
        if case .preset = row.subject { key.append("preset", .faint) }
        canvas.write(line, right: key, in: list, row: place)
    }
}
