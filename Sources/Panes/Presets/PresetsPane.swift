import Editor
import Editorial
import Input
import Motion
import Terminal

/// The presets to pick from, and a card of the one under the cursor.
struct PresetsPane {
    let state: EditorState
    var hasFrame = true

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let inside = PanelFrame(.presets, of: state, surface: .panel, isTabbed: !hasFrame)
            .draw(on: &canvas, in: rect)
        drawFilter(on: &canvas, in: inside)
        let card = PresetCard.rows(in: inside.rows)
        let list = Self.list(in: inside)
        drawList(on: &canvas, in: list)
        guard card > 0, let item = state.currentPreset else { return }
        PresetCard(item: item, seconds: state.draft.duration).draw(
            on: &canvas,
            in: CellRect(
                column: inside.column,
                row: list.maxRow + 1,
                columns: inside.columns,
                rows: card - 1
            )
        )
    }

    /// The rows that the list has within the panel's inside.
    static func list(in inside: CellRect) -> CellRect {
        let top = inside.rows < 10 ? 1 : 2
        return CellRect(
            column: inside.column,
            row: inside.row + top,
            columns: inside.columns,
            rows: inside.rows - top - PresetCard.rows(in: inside.rows)
        )
    }

    private var isFiltering: Bool { state.typing == .filter }

    private func drawFilter(on canvas: inout Canvas, in inside: CellRect) {
        let search = state.presetList.filter.text
        let count = state.presetCount
        let key = state.keymap.chord(for: "filter.open", in: [.presets, .global])?.label ?? "/"
        var line = StyledText("\(key) ", isFiltering || !search.isEmpty ? .accent : .faint)
        let start = line.columns
        if search.isEmpty, !isFiltering {
            line.append("find", .faint)
        } else {
            line.append(search)
        }
        let counted = search.isEmpty ? "\(count.total)" : "\(count.shown) of \(count.total)"
        canvas.write(line, right: StyledText(counted, .faint), in: inside, row: 0)
        canvas.press(
            CellRect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1),
            .filter
        )
        if isFiltering, state.popup == nil {
            let before = String(search.prefix(state.presetList.filter.cursor)).printable
            canvas.cursor = CellPoint(
                column: min(inside.maxColumn - 1, inside.column + start + before.cellWidth),
                row: inside.row
            )
        }
    }

    private func drawList(on canvas: inout Canvas, in list: CellRect) {
        let rows = state.presetRows
        guard !rows.isEmpty else { return drawEmpty(on: &canvas, in: list) }
        let cursor = state.presetCursor ?? 0
        let window = ScrollWindow.rows(count: rows.count, cursor: cursor, room: list.rows)
        for (place, index) in window.enumerated() {
            if index == cursor {
                let hasKeys = state.focus == .presets && state.popup == nil
                canvas.mark(row: place, in: list, hasKeys: hasKeys)
            }
            draw(rows[index], isCurrent: index == cursor, on: &canvas, in: list, row: place)
            let line = CellRect(
                column: list.column,
                row: list.row + place,
                columns: list.columns,
                rows: 1
            )
            if case .header(let header) = rows[index] {
                canvas.press(line, .category(header.section))
            } else {
                canvas.press(line, .presetRow(index))
            }
        }
    }

    private func draw(
        _ row: PresetRow,
        isCurrent: Bool,
        on canvas: inout Canvas,
        in list: CellRect,
        row place: Int
    ) {
        switch row {
        case .header(let header):
            let glyph = header.isCollapsed ? canvas.glyphs.caretRight : canvas.glyphs.caretDown
            var title = StyledText("\(glyph) ", .muted)
            title.append(header.section.title, .muted, isCurrent ? .bold : [])
            canvas.write(title, right: StyledText("\(header.count)", .faint), in: list, row: place)
        case .preset(let item):
            var name = StyledText("  ")
            name.append(.highlighted(item.preset.name, at: item.highlights))
            canvas.write(name, right: marks(of: item, glyphs: canvas.glyphs), in: list, row: place)
        }
    }

    /// The strength where the shot has the preset, and the star.
    private func marks(of item: PresetItem, glyphs: Glyphs) -> StyledText {
        var marks = StyledText()
        if item.isChosen {
            let ink: Theme.Role = item.preset.category == .look ? .looks : .motion
            marks.append(Figures.strength(item.strength), ink)
        }
        if item.isFavourite {
            marks.append("  ")
            marks.append(glyphs.star, .accent)
        } else if item.isChosen {
            marks.append("   ")
        }
        return marks
    }

    private func drawEmpty(on canvas: inout Canvas, in list: CellRect) {
        let search = state.presetList.filter.text
        let said =
            search.isEmpty
            ? "Presets move the camera. None were found: Kinema reads them from its Presets folder."
            : "No preset matches “\(search)”."
        var row = 0
        for line in said.wrapped(columns: list.columns, limit: 5, ellipsis: canvas.glyphs.ellipsis)
        {
            canvas.write(line, .muted, in: list, row: row)
            row += 1
        }
        guard !search.isEmpty else { return }
        let clears = state.keymap.chord(for: "filter.clear", in: [.filter, .presets, .insert])
        canvas.write(
            KeyHint(key: clears?.label ?? "esc", does: "shows all \(state.presetCount.total)")
                .faint,
            in: list,
            row: row
        )
    }
}
