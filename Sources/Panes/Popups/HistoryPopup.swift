import Editor
import Input
import Terminal

/// The states of the project that one can go to, the newest first.
struct HistoryPopup {
    let rows: [HistoryRow]
    let selection: Int

    func draw(on canvas: inout Canvas) {
        let frame = PopupFrame(
            title: "History",
            content: CellSize(columns: 48, rows: min(rows.count, 24)),
            hint: KeyHint(key: "enter", does: "goes there")
        )
        let inside = frame.draw(on: &canvas)
        let glyphs = canvas.glyphs
        RowList(count: rows.count, cursor: selection) { index in
            let row = rows[index]
            let link = String(repeating: "\(glyphs.divider) ", count: row.depth)
            var line = StyledText(link, .rule)
            line.append(
                row.isCurrent ? glyphs.chosen : glyphs.unchosen,
                row.isCurrent ? .accent : row.stands ? .text : .faint
            )
            line.append(" \(row.title)", row.stands ? .text : .muted)
            let word = row.isCurrent ? "now" : row.stands ? "" : "undone"
            return RowList.Row(
                left: line,
                right: StyledText(word, row.isCurrent ? .accent : .faint),
                target: .popupRow(index)
            )
        }.draw(on: &canvas, in: inside)
    }
}
