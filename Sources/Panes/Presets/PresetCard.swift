import Editor
import Editorial
import Input
import Motion
import Terminal

/// What the preset under the cursor is for, how it moves, and how much of it there is.
struct PresetCard {
    let item: PresetItem
    /// How long the shot is, which is the curve's time.
    let seconds: RationalTime

    /// The rows of the card and the blank above it in a panel of this height;
    /// none where the list needs them.
    static func rows(in rows: Int) -> Int {
        switch rows {
        case 27...: 14
        case 22...: 13
        case 17...: 7
        default: 0
        }
    }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.rule(in: rect, row: 0)
        let kind = item.preset.needsModel ? "limited" : item.preset.category.rawValue
        canvas.write(
            StyledText(item.preset.name, .text, .bold),
            right: StyledText(kind, .faint),
            in: rect,
            row: 1
        )
        let hasCurve = rect.rows >= 10
        let sentences = item.preset.summary.wrapped(
            columns: rect.columns,
            limit: rect.rows >= 10 ? 3 : 2,
            ellipsis: canvas.glyphs.ellipsis
        )
        for (row, line) in sentences.enumerated() {
            canvas.write(line, .muted, in: rect, row: 2 + row)
        }
        var row = 2 + sentences.count
        if hasCurve {
            let height = min(4, rect.rows - row - 4)
            drawCurve(on: &canvas, in: rect, top: row + 1, height: height)
            row += height + 2
        }
        drawStrength(on: &canvas, in: rect, row: row)
    }

    /// Draws the curve and, under it, the axis.
    private func drawCurve(on canvas: inout Canvas, in rect: CellRect, top: Int, height: Int) {
        guard let curve = MotionCurve(item.preset) else { return }
        let rows = BrailleCurve(values: curve.values).rows(
            columns: rect.columns - 1,
            rows: height,
            hasBraille: canvas.glyphs.hasBraille
        )
        for (row, dots) in rows.enumerated() {
            canvas.write(dots, .motion, in: rect, row: top + row)
        }
        canvas.write(
            StyledText("0  \(curve.name)", .faint),
            right: StyledText(Figures.length(seconds), .faint),
            in: rect,
            row: top + height
        )
    }

    private func drawStrength(on canvas: inout Canvas, in rect: CellRect, row: Int) {
        var line = StyledText("Strength", .muted)
        line.pad(to: 10)
        let value = Figures.strength(item.strength)
        let columns = rect.columns - 10 - max(4, value.count) - 1
        line.append(
            Slider(share: item.strength, ink: item.isChosen ? .accent : .faint)
                .text(columns: columns, glyphs: canvas.glyphs)
        )
        canvas.write(line, right: StyledText(value), in: rect, row: row)
    }
}
