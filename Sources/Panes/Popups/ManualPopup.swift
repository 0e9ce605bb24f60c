import Editor
import Input

/// The searchable manual: what was found, and the page under the cursor.
struct ManualPopup {
    let manual: Manual
    let rows: [ManualPage]

    private static let pageRows = 6

    func draw(on canvas: inout Canvas) {
        let content = CellSize(columns: 76, rows: 24)
        let inside = PopupFrame(title: "Manual", content: content).draw(on: &canvas)
        let page = inside.rows >= 14 ? Self.pageRows : 3
        let parts = inside.rows([.fixed(2), Track(), .fixed(page + 1)])
        FieldLine(field: manual.field, prefix: "/ ").draw(on: &canvas, in: inside, row: 0)
        RowList(
            count: rows.count,
            cursor: manual.selection,
            placeholder: StyledText("Nothing in the manual has these words.", .muted)
        ) { place in
            let right = rows[place].keys.isEmpty ? rows[place].kind : rows[place].keys
            return RowList.Row(
                left: StyledText(rows[place].title),
                right: StyledText(right, .faint),
                target: .popupRow(place)
            )
        }
        .draw(on: &canvas, in: parts[1])
        guard rows.indices.contains(manual.selection) else { return }
        canvas.rule(in: parts[2], row: 0)
        let lines = rows[manual.selection].text.wrapped(
            columns: parts[2].columns,
            limit: page,
            ellipsis: canvas.glyphs.ellipsis
        )
        for (row, line) in lines.enumerated() {
            canvas.write(line, .muted, in: parts[2], row: row + 1)
        }
    }
}
