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
        RowList(
            count: rows.count,
            cursor: palette.selection,
            placeholder: StyledText("Nothing is called that.", .muted)
        ) { line(of: rows[$0], target: .popupRow($0)) }
        .draw(on: &canvas, in: inside.rows([.fixed(2), Track()])[1])
    }

    private func line(of row: PaletteRow, target: HitTarget) -> RowList.Row {
        var line = StyledText.highlighted(
            row.title,
            at: row.highlights,
            ink: row.reason == nil ? .text : .faint
        )
        line.pad(to: 22)
        line.append("  \(row.reason ?? row.detail)", row.reason == nil ? .muted : .faint)
        var key = StyledText()
        if let keys = row.keys { key.append(keys.label, .muted) }
        if case .preset = row.subject { key.append("preset", .faint) }
        if case .shot = row.subject { key.append("shot", .faint) }
        return RowList.Row(left: line, right: key, target: target)
    }
}
