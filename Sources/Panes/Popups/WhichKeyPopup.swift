import Editor
import Input
import Terminal

/// The keys that may follow those that were pressed, at the foot of the screen.
struct WhichKeyPopup {
    let state: EditorState

    private static let gap = 3

    func draw(on canvas: inout Canvas) {
        let next = state.nextKeys
        let screen = canvas.surface.size
        guard !next.isEmpty, screen.rows >= 6, screen.columns >= 20 else { return }
        let entries = next.map { entry(of: $0, glyphs: canvas.glyphs) }
        let width = min(entries.map(\.columns).max() ?? 0, screen.columns - 6)
        let fitting = (screen.columns - 8 + Self.gap) / (width + Self.gap)
        // At most half the screen's rows, and no more columns than those need.
        let across = max(1, min(fitting, (entries.count + 5) / 6))
        let rows = min((entries.count + across - 1) / across, max(1, screen.rows / 2))
        let columns = across * (width + Self.gap) - Self.gap + 4
        let rect = CellRect(
            column: screen.columns - columns - 2,
            row: screen.rows - 1 - rows - 2,
            columns: columns,
            rows: rows + 2
        )
        canvas.layOver(rect)
        let inside = rect.inset(columns: 2)
        let pressed = state.pending.chords.map(\.label).joined(separator: " ")
        canvas.write(
            StyledText(pressed, .accent, .bold),
            right: KeyHint(key: "esc", does: "never mind").faint,
            in: inside,
            row: 0
        )
        let cells = inside.columns(
            Array(repeating: .fixed(width), count: across),
            gap: Self.gap
        )
        for (index, entry) in entries.enumerated() where index / rows < across {
            canvas.write(entry, in: cells[index / rows], row: 1 + index % rows)
        }
    }

    private func entry(of next: NextKey, glyphs: Glyphs) -> StyledText {
        var line = StyledText(next.step.label, .accent, .bold)
        line.pad(to: 4)
        line.append(" ")
        line.append(next.title, next.isPrefix ? .motion : .text)
        return line
    }
}
