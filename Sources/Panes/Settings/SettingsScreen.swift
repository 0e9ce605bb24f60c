import Editor
import Input
import Terminal

/// Every setting with its value, and who says so.
struct SettingsScreen {
    let state: EditorState

    private enum Line {
        case blank
        case heading(String)
        case row(Int)
    }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        let inside = rect.readable(columns: 110)
        let isRoomy = rect.rows >= 20
        let parts = inside.rows([
            .fixed(isRoomy ? 1 : 0), .fixed(1), .fixed(isRoomy ? 1 : 0), Track(), .fixed(1),
            .fixed(isRoomy ? 1 : 0),
        ])
        canvas.write("Settings", .accent, .bold, in: parts[1], row: 0)
        let rows = state.settingsRows
        let lines = lines(of: rows, isRoomy: isRoomy)
        let cursor = lines.firstIndex {
            if case .row(let place) = $0 { place == state.settingsCursor } else { false }
        }
        let window = ScrollWindow.rows(count: lines.count, cursor: cursor ?? 0, room: parts[3].rows)
        for (row, index) in window.enumerated() {
            switch lines[index] {
            case .blank: break
            case .heading(let text): canvas.write(text, .muted, .bold, in: parts[3], row: row)
            case .row(let place): draw(rows[place], place, on: &canvas, in: parts[3], row: row)
            }
        }
        if let current = state.currentSetting {
            canvas.write(current.help, .muted, in: parts[4], row: 0)
        }
    }

    private func lines(of rows: [SettingsRow], isRoomy: Bool) -> [Line] {
        var lines: [Line] = []
        var group = ""
        for (place, row) in rows.enumerated() {
            if row.group != group {
                if isRoomy, !lines.isEmpty { lines.append(.blank) }
                lines.append(.heading(row.group))
                group = row.group
            }
            lines.append(.row(place))
        }
        return lines
    }

    private func draw(
        _ setting: SettingsRow,
        _ place: Int,
        on canvas: inout Canvas,
        in rect: CellRect,
        row: Int
    ) {
        let isCurrent = place == state.settingsCursor
        if isCurrent { canvas.mark(row: row, in: rect, hasKeys: state.popup == nil) }
        var line = StyledText("  \(setting.title)", isCurrent ? .text : .muted)
        line.pad(to: min(22, rect.columns / 3))
        line.append(setting.value, setting.isOpen ? .text : .muted, isCurrent ? .bold : [])
        canvas.write(line, right: StyledText(setting.origin, .faint), in: rect, row: row)
        canvas.press(rect.line(row), .setting(place))
    }
}
