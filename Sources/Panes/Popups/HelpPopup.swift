import Editor
import Input
import Terminal

/// The keys of the place it was asked for in.
struct HelpPopup {
    let rows: [HelpRow]
    let scroll: Int

    func draw(on canvas: inout Canvas) {
        let keys = keyColumns
        let lines = lines(keys: keys)
        let content = CellSize(
            columns: min(92, lines.map(\.columns).max() ?? 24),
            rows: lines.count
        )
        let inside = PopupFrame(title: "Keys", content: content).draw(on: &canvas)
        canvas.scroll(lines, from: scroll, in: inside)
    }

    private var keyColumns: Int {
        let widths = rows.map { row in
            if case .command(let keys, _, _) = row { label(keys).cellWidth } else { 0 }
        }
        return min(22, (widths.max() ?? 0) + 3)
    }

    private func lines(keys: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for row in rows {
            switch row {
            case .heading(let title):
                if !lines.isEmpty { lines.append(StyledText()) }
                lines.append(StyledText(title, .muted, .bold))
            case .command(let sequences, let title, let help):
                var line = StyledText(label(sequences).clipped(to: keys - 2), .accent)
                line.pad(to: keys)
                line.append(title)
                line.pad(to: keys + 22)
                line.append("  \(help)", .muted)
                lines.append(line)
            }
        }
        return lines.isEmpty ? [StyledText("No keys are bound here.", .muted)] : lines
    }

    private func label(_ keys: [KeySequence]) -> String {
        keys.map(\.label).joined(separator: "  ")
    }
}
