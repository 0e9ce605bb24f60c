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
        guard card > 0, !state.isReadingPresets, let item = state.currentPreset else { return }
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
        let filter = state.presetList.filter
        let search = filter.text
        let count = state.presetCount
        let key = state.keys(for: "filter.open", in: [.presets, .global])?.label ?? "/"
        let counted =
            state.isReadingPresets
            ? "" : search.isEmpty ? "\(count.total)" : "\(count.shown) of \(count.total)"
        let parts = inside.line(0).columns([Track(), .fixed(counted.count)], gap: 1)
        if isFiltering || !search.isEmpty {
            FieldLine(field: filter, prefix: "\(key) ", hasKeys: isFiltering && state.popup == nil)
                .draw(on: &canvas, in: parts[0], row: 0)
        } else {
            canvas.write("\(key) find", .faint, in: parts[0], row: 0)
        }
        canvas.write(counted, .faint, in: parts[1], row: 0)
        canvas.press(inside.line(0), .filter)
    }

    private func drawList(on canvas: inout Canvas, in list: CellRect) {
        let rows = state.presetRows
        guard !rows.isEmpty, !state.isReadingPresets else {
            return drawEmpty(on: &canvas, in: list)
        }
        let cursor = state.presetCursor ?? 0
        let glyphs = canvas.glyphs
        RowTree(
            count: rows.count,
            cursor: cursor,
            hasKeys: state.focus == .presets && state.popup == nil
        ) { index in
            switch rows[index] {
            case .header(let header):
                RowTree.Row(
                    isOpen: !header.isCollapsed,
                    left: StyledText(header.section.title, .muted, index == cursor ? .bold : []),
                    right: StyledText("\(header.count)", .faint),
                    target: .category(header.section)
                )
            case .preset(let item):
                RowTree.Row(
                    depth: 1,
                    left: .highlighted(item.preset.name, at: item.highlights),
                    right: item.isChosen || item.isFavourite
                        ? marks(of: item, glyphs: glyphs) : group(at: index, of: rows),
                    target: .presetRow(index)
                )
            }
        }.draw(on: &canvas, in: list)
    }

    /// The name of a group, beside its first preset.
    private func group(at index: Int, of rows: [PresetRow]) -> StyledText {
        guard case .preset(let item) = rows[index], !item.section.isSelection,
            state.presetList.filter.text.isEmpty
        else { return StyledText() }
        let before = index > 0 ? rows[index - 1].item : nil
        let isFirst = before?.section != item.section || before?.preset.group != item.preset.group
        return isFirst ? StyledText(item.preset.group, .faint) : StyledText()
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
            state.isReadingPresets
            ? "Reading the presets\(canvas.glyphs.ellipsis)"
            : search.isEmpty
                ? "Presets move the camera. None were found: Kinema reads them from its Presets folder."
                : "No preset matches “\(search)”."
        var row = 0
        for line in said.wrapped(columns: list.columns, limit: 5, ellipsis: canvas.glyphs.ellipsis)
        {
            canvas.write(line, .muted, in: list, row: row)
            row += 1
        }
        guard !search.isEmpty else { return }
        let clears = state.keys(for: "filter.clear", in: [.filter, .presets, .insert])
        canvas.write(
            KeyHint(key: clears?.label ?? "esc", does: "shows all \(state.presetCount.total)")
                .faint,
            in: list,
            row: row
        )
    }
}
