import Editor
import Input
import Terminal

/// Rows in columns under headings; the cursor's row is always in sight.
struct DataTable {
    struct Column {
        var title: String
        var track = Track()
        /// Numbers stand at the right, under the end of their heading.
        var isNumber = false
    }

    struct Row {
        var cells: [StyledText]
        var target: HitTarget?
    }

    /// What the rows are sorted by.
    struct Sort {
        var column: Int
        var isAscending: Bool
    }

    var columns: [Column]
    var count: Int
    var cursor: Int?
    var hasKeys = true
    var sort: Sort?
    var placeholder = StyledText()
    let row: (Int) -> Row

    private static let gap = 2

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let places = rect.columns(columns.map(\.track), gap: Self.gap)
        drawHeadings(on: &canvas, in: places)
        let body = CellRect(
            column: rect.column,
            row: rect.row + 1,
            columns: rect.columns,
            rows: rect.rows - 1
        )
        guard count > 0 else {
            canvas.write(placeholder, in: body, row: 0)
            return
        }
        let window = ScrollWindow.rows(count: count, cursor: cursor ?? 0, room: body.rows)
        for (place, index) in window.enumerated() {
            if index == cursor { canvas.mark(row: place, in: body, hasKeys: hasKeys) }
            let row = row(index)
            for (column, (cell, room)) in zip(row.cells, places).enumerated() {
                write(cell, isNumber: columns[column].isNumber, on: &canvas, in: room, place + 1)
            }
            if let target = row.target { canvas.press(body.line(place), target) }
        }
        ScrollBar(count: count, shown: window).draw(on: &canvas, beside: body)
    }

    private func drawHeadings(on canvas: inout Canvas, in places: [CellRect]) {
        for (index, (column, place)) in zip(columns, places).enumerated() {
            var title = StyledText(column.title, .muted, .bold)
            if let sort, sort.column == index {
                let glyph = sort.isAscending ? canvas.glyphs.sortUp : canvas.glyphs.sortDown
                title.append(" \(glyph)", .accent)
            }
            write(title, isNumber: column.isNumber, on: &canvas, in: place, 0)
        }
    }

    private func write(
        _ text: StyledText,
        isNumber: Bool,
        on canvas: inout Canvas,
        in place: CellRect,
        _ row: Int
    ) {
        let start = isNumber ? max(0, place.columns - text.columns) : 0
        canvas.write(text, in: place, row: row, column: start)
    }
}
