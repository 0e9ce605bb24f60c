import Editor
import Editorial
import Foundation
import Generation
import Input
import Terminal

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
        let used = drawForm(on: &canvas, in: form)
        footer.draw(
            on: &canvas,
            in: CellRect(
                column: inside.column,
                row: inside.row + used,
                columns: inside.columns,
                rows: footerRows
            )
        )
    }

    /// Returns the rows it took.
    private func drawForm(on canvas: inout Canvas, in form: CellRect) -> Int {
        let text = PromptText(state: state, columns: form.columns)
        let fields = fieldLines
        let solid = fields.count { ![.blank(1), .blank(2), .blank(3)].contains($0) }
        let limit = max(2, form.rows - fields.count, min(4, form.rows - solid))
        var lines = text.lines(limit: limit).map { FormLine.prompt($0) }
        // Room to write on, so that the fields stay where they are for a while.
        lines += Array(repeating: .blank(0), count: max(0, 4 - lines.count))
        lines = FormLine.fitted(lines + fields, into: form.rows)
        let cursor = lines.firstIndex { $0.holdsCursor(of: state, textCursor: text.cursor.row) }
        let window = ScrollWindow.rows(count: lines.count, cursor: cursor ?? 0, room: form.rows)
        for (row, index) in window.enumerated() {
            draw(lines[index], text, on: &canvas, in: form, row: row)
        }
        return window.count
    }

    /// What stands below the prompt, from the rule on.
    private var fieldLines: [FormLine] {
        var lines: [FormLine] = [.blank(2), .rule, .blank(1)]
        let groups = groups
        for (place, group) in groups.enumerated() {
            if place == groups.count - 1, place > 0 { lines += [.rule, .blank(1)] }
            lines += group.map { .field($0) } + [.blank(3)]
        }
        lines.removeLast()
        return lines
    }

    /// The fields below the prompt, by what they belong to.
    private var groups: [[FieldRow]] {
        let rows = state.fieldRows
        func those(_ holds: (Field) -> Bool) -> [FieldRow] { rows.filter { holds($0.field) } }
        let film = those { [.style, .aspect, .duration].contains($0) }
        let motion = those { field in
            if case .motion = field { return true }
            return [.reference, .startFrame, .endFrame, .sound].contains(field)
        }
        let detail = those { $0 == .advanced || $0.isAdvanced }
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
            line.append(Slider(share: durationShare).text(columns: columns, glyphs: glyphs))
        case .advanced:
            line = StyledText(
                state.promptPanel.showsAdvanced ? glyphs.caretDown : glyphs.caretRight,
                .faint
            )
            line.append(" \(field.label) ", field.isCurrent ? .text : .muted)
            // All of it or its beginning, but nothing cut in the middle of a number.
            let room = form.columns - line.columns
            let parts = field.value.components(separatedBy: " · ")
            let fits = field.value.cellWidth <= room
            line.append(fits ? field.value : parts[0].clipped(to: max(0, room)), .faint)
        case .motion:
            line.append(value(of: field))
            if let detail = field.detail { right.append(detail, .motion) }
        default:
            guard field.hasChoices else {
                line.append(value(of: field))
                if let detail = field.detail { line.append("  \(detail)", .faint) }
                break
            }
            let isOffline = field.field == .model && state.model?.isLocal == true
            line.append(
                SelectBox(
                    value: value(of: field).text,
                    detail: field.detail ?? "",
                    detailInk: isOffline ? .done : .faint,
                    isCurrent: field.isCurrent,
                    hasProblem: field.problem != nil,
                    isDimmed: field.remark != nil
                ).text(columns: form.columns - Self.labelColumns, glyphs: glyphs)
            )
        }
        canvas.write(line, right: right, in: form, row: row)
        canvas.press(
            CellRect(column: form.column, row: form.row + row, columns: form.columns, rows: 1),
            .field(field.field)
        )
    }

    /// Where the duration stands between its least and its most, so that
    /// doubling it is the same way along the track everywhere.
    private var durationShare: Double {
        let least = Draft.durations.lowerBound.seconds
        let most = Draft.durations.upperBound.seconds
        let seconds = min(most, max(least, state.draft.duration.seconds))
        return log(seconds / least) / log(most / least)
    }

    private func value(of field: FieldRow) -> StyledText {
        if field.problem != nil { return StyledText(field.value, .failed) }
        if field.remark != nil { return StyledText(field.value, .faint) }
        if field.field == .advanced { return StyledText(field.value, .faint) }
        let isNone: Bool
        switch field.field {
        case .motion: isNone = state.draft.motions.isEmpty
        case .reference: isNone = field.value == "none"
        case .startFrame: isNone = state.draft.startFrame == nil
        case .endFrame: isNone = state.draft.endFrame == nil
        case .sound: isNone = state.project.music == nil
        case .avoid: isNone = state.draft.negativePrompt.isEmpty
        default: isNone = false
        }
        guard isNone else {
            // Whole rates without their tenths: 24 fps, 23.98 fps.
            let whole = field.value.replacing(".0 fps", with: " fps")
            return StyledText(field.field == .frameRate ? whole : field.value)
        }
        let tells: String
        switch field.field {
        case .motion: tells = "the camera rests"
        case .avoid: tells = "nothing"
        case .reference: tells = "no film"
        case .endFrame: tells = "wherever it leads"
        case .sound: tells = "silent"
        default: tells = "made by the model"
        }
        return StyledText(tells, .faint)
    }
}
