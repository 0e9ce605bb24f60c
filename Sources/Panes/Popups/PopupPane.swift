import Editor
import Editorial
import Input

/// What lies over the panels, whatever it is.
struct PopupPane {
    let state: EditorState
    let terminal: TerminalStatus

    func draw(on canvas: inout Canvas) {
        guard let popup = state.popup else { return }
        canvas.cursor = nil
        switch popup {
        case .help(_, let scroll):
            HelpPopup(rows: state.helpRows, scroll: scroll).draw(on: &canvas)
        case .commandLine(let line):
            CommandLinePopup(line: line, completions: state.completions).draw(on: &canvas)
        case .palette(let palette):
            PalettePopup(palette: palette, rows: state.paletteRows).draw(on: &canvas)
        case .choices(let list):
            ChoicePopup(list: list, rows: state.choiceRows).draw(on: &canvas)
        case .question(let question):
            QuestionPopup(question: question).draw(on: &canvas)
        case .takeDetails(let id, let scroll):
            if let take = state.take(id) {
                TakePopup(take: take, state: state, scroll: scroll).draw(on: &canvas)
            }
        case .menu(let menu):
            Menu(rows: state.menuRows, cursor: menu.selection, anchor: menu.anchor)
                .draw(on: &canvas)
        case .history(let selection):
            HistoryPopup(rows: state.historyRows, selection: selection).draw(on: &canvas)
        case .manual(let manual):
            ManualPopup(manual: manual, rows: state.manualRows).draw(on: &canvas)
        case .assets(let picker):
            AssetPopup(picker: picker, state: state, terminal: terminal).draw(on: &canvas)
        case .messages(let scroll):
            MessagesPopup(messages: state.messages, scroll: scroll).draw(on: &canvas)
        }
    }
}

extension Canvas {
    /// Draws lines from a place on, and says at the lower right when there are more.
    mutating func scroll(_ lines: [StyledText], from place: Int, in rect: CellRect) {
        let start = min(max(0, place), max(0, lines.count - rect.rows))
        for (row, line) in lines.dropFirst(start).prefix(rect.rows).enumerated() {
            write(line, in: rect, row: row)
        }
        ScrollBar(
            count: lines.count,
            shown: start..<min(lines.count, start + max(0, rect.rows))
        ).draw(on: &self, beside: rect)
        let below = lines.count - start - rect.rows
        guard below > 0, rect.rows > 0 else { return }
        let foot = CellRect(column: rect.column, row: rect.maxRow, columns: rect.columns, rows: 1)
        let more = StyledText("\(below) more \(glyphs.caretDown)", .faint)
        write(StyledText(), right: more, in: foot, row: 0)
    }
}
