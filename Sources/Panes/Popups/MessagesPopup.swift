import Editor
import Input
import Terminal

/// What was said so far, the newest first.
struct MessagesPopup {
    let messages: [Notice]
    let scroll: Int

    func draw(on canvas: inout Canvas) {
        let columns = min(84, max(24, canvas.surface.size.columns - 8))
        let lines = lines(columns: columns, glyphs: canvas.glyphs)
        let frame = PopupFrame(
            title: "Messages",
            content: CellSize(columns: columns, rows: max(1, lines.count))
        )
        canvas.scroll(lines, from: scroll, in: frame.draw(on: &canvas))
    }

    private func lines(columns: Int, glyphs: Glyphs) -> [StyledText] {
        guard !messages.isEmpty else {
            return [
                StyledText("Nothing was said yet. What the status line says is kept here.", .muted)
            ]
        }
        return messages.reversed().flatMap { notice -> [StyledText] in
            let whole = MessageText.line(of: notice, glyphs: glyphs)
            guard whole.columns > columns else { return [whole] }
            let ink = whole.runs.last?.ink ?? .text
            return whole.text.wrapped(columns: columns).map { StyledText($0, ink) }
        }
    }
}
