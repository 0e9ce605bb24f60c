import Editor
import Input
import Terminal

/// Values of a field to choose from.
struct ChoicePopup {
    let list: ChoiceList
    let rows: [ChoiceRow]

    func draw(on canvas: inout Canvas) {
        let names = (rows.map(\.title.cellWidth).max() ?? 0) + 4
        let details = rows.map(\.detail.cellWidth).max() ?? 0
        let frame = PopupFrame(
            title: list.subject.title,
            content: CellSize(columns: min(72, max(30, names + details)), rows: rows.count)
        )
        let inside = frame.draw(on: &canvas)
        let window = ScrollWindow.rows(
            count: rows.count,
            cursor: list.selection,
            room: inside.rows
        )
        for (place, index) in window.enumerated() {
            let row = rows[index]
            if index == list.selection { canvas.mark(row: place, in: inside, hasKeys: true) }
            var line = StyledText(row.isCurrent ? canvas.glyphs.done : " ", .done)
            line.append(" \(row.title)")
            canvas.write(line, right: StyledText(row.detail, .faint), in: inside, row: place)
            canvas.pressRow(index, in: inside, row: place)
        }
    }
}
