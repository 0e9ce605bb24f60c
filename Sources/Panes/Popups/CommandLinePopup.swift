import Editor
import Input
import Terminal

/// The line that `:` opens, with what it can be completed to.
struct CommandLinePopup {
    let line: CommandLine
    let completions: [Completion]

    private static let limit = 10

    func draw(on canvas: inout Canvas) {
        let shown = min(Self.limit, completions.count)
        let frame = PopupFrame(
            title: "Command",
            content: CellSize(columns: 64, rows: 1 + (shown > 0 ? shown + 1 : 0)),
            hint: KeyHint(key: "tab", does: "completes")
        )
        let inside = frame.draw(on: &canvas)
        FieldLine(field: line.field, prefix: ":").draw(on: &canvas, in: inside, row: 0)
        guard !completions.isEmpty else { return }
        RowList(count: completions.count, cursor: line.selection) { index in
            let completion = completions[index]
            var text = StyledText(completion.word)
            if !completion.argument.isEmpty { text.append(" \(completion.argument)", .faint) }
            text.pad(to: 22)
            text.append("  \(completion.help)", .muted)
            return RowList.Row(left: text, target: .popupRow(index))
        }.draw(on: &canvas, in: inside.rows([.fixed(2), Track()])[1])
    }
}
