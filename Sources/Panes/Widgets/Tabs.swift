import Editor
import Input
import Terminal

/// Names in a row, of which one is open; where not all have room, those around
/// the open one are seen.
struct Tabs {
    struct Tab {
        var title: String
        var target: HitTarget?
    }

    var tabs: [Tab]
    var selected: Int

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let widths = tabs.map { $0.title.cellWidth + 2 }
        var first = 0
        while first < selected,
            widths[first...min(selected, tabs.count - 1)].reduce(0, +) > rect.columns
        { first += 1 }
        var column = 0
        for (index, tab) in tabs.enumerated().dropFirst(first) {
            let width = min(widths[index], rect.columns - column)
            guard width > 2 else { return }
            let place = CellRect(
                column: rect.column + column,
                row: rect.row,
                columns: width,
                rows: 1
            )
            let isOpen = index == selected
            if isOpen {
                canvas.lay(.selection, over: place)
                canvas.write(canvas.glyphs.selectionBar, .accent, in: place, row: 0)
            }
            canvas.write(
                tab.title,
                isOpen ? .accent : .muted,
                isOpen ? .bold : [],
                in: place,
                row: 0,
                column: 1
            )
            if let target = tab.target { canvas.press(place, target) }
            column += width
        }
    }
}
