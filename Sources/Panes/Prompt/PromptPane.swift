import Editor
import Editorial
import Generation
import Input

/// What is asked of a take, and the one thing to press.
struct PromptPane {
    let state: EditorState
    var hasFrame = true

    private static let labelColumns = 10

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let inside = PanelFrame(.prompt, of: state, surface: .panel, isTabbed: !hasFrame)
            .draw(on: &canvas, in: rect)
        let footer = GenerateFooter(state: state)
        let footerRows = min(inside.rows, footer.rows(in: inside))
        let form = CellRect(
            column: inside.column,
            row: inside.row,
            columns: inside.columns,
            rows: inside.rows - footerRows
        )
        drawForm(on: &canvas, in: form)
        footer.draw(
            on: &canvas,
            in: CellRect(
                column: inside.column,
                row: form.maxRow,
                columns: inside.columns,
                rows: footerRows
            )
        )
    }

    private func drawForm(on canvas: inout Canvas, in form: CellRect) {
        let text = PromptText(state: state, columns: form.columns)
        let limit = max(2, form.rows - 21)
        var lines = text.lines(limit: limit).map { FormLine.prompt($0) }
        lines += [.blank(2), .rule, .blank(1)]
        for group in groups {
            lines += group.map { .field($0) } + [.blank(3)]
        }
        lines.removeLast()
        lines = FormLine.fitted(lines, into: form.rows)
        let cursor = lines.firstIndex { $0.holdsCursor(of: state, textCursor: text.cursor.row) }
        let window = ScrollWindow.rows(count: lines.count, cursor: cursor ?? 0, room: form.rows)
        for (row, index) in window.enumerated() {
            draw(lines[index], text, on: &canvas, in: form, row: row)
        }
    }

    /// The fields below the prompt, by what they belong to.
    private var groups: [[FieldRow]] {
        let rows = state.fieldRows
        func those(_ holds: (Field) -> Bool) -> [FieldRow] { rows.filter { holds($0.field) } }
        let film = those { [.style, .aspect, .duration].contains($0) }
        let motion = those { field in
            if case .motion = field { true } else { field == .startFrame }
        }
        let detail = those { [.frameRate, .resolution, .seed].contains($0) }
        let model = those { $0 == .model }
        return [film, motion, detail, model].filter { !$0.isEmpty }
    }

    private func draw(
        _ line: FormLine,
        _ text: PromptText,
        on canvas: inout Canvas,
        in form: CellRect,
        row: Int
    ) {
        switch line {
        case .blank: break
        case .rule: canvas.rule(in: form, row: row)
        case .prompt(let line): text.draw(line, on: &canvas, in: form, row: row)
        case .field(let field): draw(field, on: &canvas, in: form, row: row)
        }
    }

    private func draw(
        _ field: FieldRow,
        on canvas: inout Canvas,
        in form: CellRect,
        row: Int
    ) {
        let hasKeys = state.focus == .prompt && state.popup == nil
        if field.isCurrent { canvas.mark(row: row, in: form, hasKeys: hasKeys) }
        var line = StyledText(field.label, field.isCurrent ? .text : .muted)
        line.pad(to: Self.labelColumns)
        var right = StyledText()
        let glyphs = canvas.glyphs
        switch field.field {
        case .duration:
            right.append(field.value)
            let columns = form.columns - Self.labelColumns - max(7, right.columns + 2)
            line.append(
                Slider(share: field.fraction ?? 0).text(columns: columns, glyphs: glyphs)
            )
        case .motion:
            line.append(value(of: field))
            if let detail = field.detail { right.append(detail, .motion) }
        default:
            line.append(value(of: field))
            if let detail = field.detail {
                let isOffline = field.field == .model && state.model?.isLocal == true
                line.append("  \(detail)", isOffline ? .done : .faint)
            }
            if field.hasChoices, field.isCurrent { right.append(glyphs.caretDown, .faint) }
        }
        canvas.write(line, right: right, in: form, row: row)
        canvas.press(
            CellRect(column: form.column, row: form.row + row, columns: form.columns, rows: 1),
            .field(field.field)
        )
    }

    private func value(of field: FieldRow) -> StyledText {
        if field.problem != nil { return StyledText(field.value, .failed) }
        let isNone: Bool
        switch field.field {
        case .motion: isNone = state.draft.motions.isEmpty
        case .startFrame: isNone = state.draft.startFrame == nil
        default: isNone = false
        }
        guard isNone else { return StyledText(field.value) }
        let tells: String
        if case .motion = field.field {
            tells = "none, the camera rests"
        } else {
            tells = "none, the model makes it"
        }
        return StyledText(tells, .faint)
    }
}
