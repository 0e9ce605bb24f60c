import Editor
import Input
import Terminal

/// Text of several lines, with its selection and the cursor.
struct TextArea {
    let layout: TextLayout
    /// The place of the cursor in the text; nil while it is not edited.
    var cursor: Int?
    /// The selected characters, as offsets.
    var selection: Range<Int>?
    /// What stands there while nothing is written.
    var placeholder = StyledText()
    /// What a press on a line means, by the line's place.
    var target: ((Int) -> HitTarget)?

    /// Draws as many lines as there is room for, the cursor's among them.
    func draw(on canvas: inout Canvas, in rect: CellRect) {
        if layout.lines.count == 1, layout.lines[0].text.isEmpty {
            canvas.write(placeholder, in: rect, row: 0)
        }
        let row = cursor.map { layout.place(of: $0).row } ?? 0
        let window = ScrollWindow.rows(count: layout.lines.count, cursor: row, room: rect.rows)
        for (place, line) in window.enumerated() {
            draw(line: line, on: &canvas, in: rect.line(place))
        }
        ScrollBar(count: layout.lines.count, shown: window).draw(on: &canvas, beside: rect)
    }

    /// Draws one line by its place, over one row.
    func draw(line place: Int, on canvas: inout Canvas, in rect: CellRect) {
        let line = layout.lines[place]
        // The space a line broke at hangs over the edge, where it is not seen.
        let end = line.text.lastIndex { $0 != " " }.map { line.text.index(after: $0) }
        let text = String(line.text[..<(end ?? line.text.startIndex)])
        canvas.write(text, .text, in: rect, row: 0)
        drawSelection(in: line, on: &canvas, over: rect)
        if let target { canvas.press(rect, target(place)) }
        guard let cursor, layout.place(of: cursor).row == place else { return }
        canvas.cursor = CellPoint(
            column: min(rect.maxColumn - 1, rect.column + layout.place(of: cursor).column),
            row: rect.row
        )
    }

    private func drawSelection(
        in line: TextLayout.Line,
        on canvas: inout Canvas,
        over rect: CellRect
    ) {
        guard let selection, selection.lowerBound <= line.range.upperBound,
            selection.upperBound > line.range.lowerBound
        else { return }
        let first = max(selection.lowerBound, line.range.lowerBound) - line.range.lowerBound
        let last = min(selection.upperBound, line.range.upperBound) - line.range.lowerBound
        let from = line.column(of: first)
        // A selected line break is seen as a cell behind the line.
        let isBreak = selection.upperBound > line.range.upperBound
        let to = min(rect.columns, line.column(of: last) + (isBreak ? 1 : 0))
        canvas.select(
            CellRect(column: rect.column + from, row: rect.row, columns: to - from, rows: 1)
        )
    }
}
