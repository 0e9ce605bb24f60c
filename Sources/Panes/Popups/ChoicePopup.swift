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
            content: CellSize(columns: min(110, max(30, names + details)), rows: rows.count)
        )
        let inside = frame.draw(on: &canvas)
        let glyphs = canvas.glyphs
        RowList(count: rows.count, cursor: list.selection) { index in
            let row = rows[index]
            var line = StyledText(row.isCurrent ? glyphs.done : " ", .done)
            line.append(" \(row.title)", row.isDimmed ? .faint : .text)
            return RowList.Row(
                left: line,
                right: StyledText(row.detail, .faint),
                target: .popupRow(index)
            )
        }.draw(on: &canvas, in: inside)
    }
}
