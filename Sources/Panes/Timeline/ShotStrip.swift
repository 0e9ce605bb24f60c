import Editor
import Editorial
import Input
import Terminal

/// The project's shots in a row of tinted blocks.
struct ShotStrip {
    let state: EditorState

    private static let widths = 11...26
    private static let gap = 1

    /// Draws one or two rows; where not all have room, the selected one is in sight.
    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard !rect.isEmpty else { return }
        let length = state.project.shots.reduce(0) { $0 + $1.length.seconds }
        let first = firstInSight(columns: rect.columns, of: length)
        var column = rect.column
        if first > 0 { column += edge("\u{2039}", at: column, on: &canvas, in: rect) }
        // Of a thousand shots a few are in sight, and only those are looked at.
        for place in state.project.shots.indices.dropFirst(first) {
            let shot = state.shotItem(at: place)
            let left = rect.maxColumn - column
            let isLast = place == state.project.shots.count - 1
            let wanted = width(of: shot, columns: rect.columns, of: length)
            let width = min(wanted, left - (isLast ? 0 : 2))
            guard width >= 6 || place == first else {
                edge("\u{203A}", at: rect.maxColumn - 1, on: &canvas, in: rect)
                return
            }
            let block = CellRect(column: column, row: rect.row, columns: width, rows: rect.rows)
            draw(shot, on: &canvas, in: block.intersection(rect))
            column += width + Self.gap
        }
    }

    private func draw(_ shot: ShotItem, on canvas: inout Canvas, in block: CellRect) {
        canvas.lay(tint(of: shot, theme: canvas.theme), over: block)
        canvas.press(block, .shot(shot.id))
        let inside = block.inset(columns: 1)
        var name = StyledText(
            "\(shot.number) \(shot.shot.name)",
            .text,
            shot.isSelected ? .bold : []
        )
        if shot.isBusy { name.append(" \(canvas.glyphs.running)", .motion) }
        canvas.write(name, in: inside, row: 0)
        let takes =
            shot.takeCount > 0
            ? " \(canvas.glyphs.dot) \(Figures.counted(shot.takeCount, "take", "takes"))" : ""
        var facts = StyledText()
        if let transition = shot.shot.cut.transition {
            facts.append("\(canvas.glyphs.transition) \(transition.kind.rawValue) ", .motion)
        }
        facts.append(length(of: shot) + takes, shot.isSelected ? .text : .muted)
        canvas.write(facts, in: inside, row: 1)
        if shot.isSelected {
            canvas.write(canvas.glyphs.selectionBar, .accent, in: block, row: 0)
            canvas.write(canvas.glyphs.selectionBar, .accent, in: block, row: 1)
        }
    }

    /// How long it is in the film, and in full where that is more: `2 s of 5 s`.
    private func length(of shot: ShotItem) -> String {
        let whole = Figures.length(shot.shot.draft.duration)
        guard shot.shot.cut.trim != nil else { return whole }
        // Beside a transition there is no room for more than what counts.
        if shot.shot.cut.transition != nil { return Figures.length(shot.shot.length) }
        return "\(Figures.length(shot.shot.length)) of \(whole)"
    }

    /// The selected shot is warm; one with a take leans to teal, one without stays grey.
    private func tint(of shot: ShotItem, theme: Theme) -> Colour? {
        if shot.isSelected { return theme.tint(.accent, 0.34) }
        return shot.takeCount > 0 ? theme.tint(.motion, 0.24) : theme.tint(.muted, 0.26)
    }

    /// As wide as its share of the film's time, and never so narrow that the
    /// name is lost nor wider than is of use.
    private func width(of shot: ShotItem, columns: Int, of length: Double) -> Int {
        let share = length > 0 ? shot.shot.length.seconds / length : 0
        let wanted = Int(share * Double(columns)) - Self.gap
        return min(Self.widths.upperBound, max(least(of: shot), wanted))
    }

    private func least(of shot: ShotItem) -> Int {
        let name = "\(shot.number) \(shot.shot.name)".cellWidth + (shot.isBusy ? 2 : 0)
        let takes = shot.takeCount > 0 ? " - \(shot.takeCount) takes".count : 0
        let transition = shot.shot.cut.transition.map { $0.kind.rawValue.count + 3 } ?? 0
        let words = max(name, length(of: shot).count + takes + transition) + 3
        return min(Self.widths.upperBound, max(Self.widths.lowerBound, words))
    }

    /// The first shot to draw such that the selected one ends before the edge.
    private func firstInSight(columns: Int, of length: Double) -> Int {
        var used = 4
        var first = state.shotIndex
        for place in stride(from: state.shotIndex, through: 0, by: -1) {
            let shot = state.shotItem(at: place)
            used += width(of: shot, columns: columns, of: length) + Self.gap
            guard used <= columns || place == state.shotIndex else { break }
            first = place
        }
        return first
    }

    @discardableResult
    private func edge(
        _ glyph: String,
        at column: Int,
        on canvas: inout Canvas,
        in rect: CellRect
    ) -> Int {
        let sign = !canvas.glyphs.isASCII ? glyph : (glyph == "\u{203A}" ? ">" : "<")
        canvas.write(sign, .muted, in: rect, row: 0, column: column - rect.column)
        return 2
    }
}
