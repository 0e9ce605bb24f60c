import Editorial
import Input

extension EditorState {
    /// Moves the cursor of the list that has the keys, as far as there are rows;
    /// where a popup has no cursor it scrolls.
    @discardableResult
    mutating func moveList(by rows: Int) -> [Effect] {
        if case .assets = popup { return movePicker(by: rows) }
        guard popup == nil else {
            movePopup(by: rows)
            return []
        }
        switch screen {
        case .editor: moveFocusedList(by: rows)
        case .projects: moveProjectCursor(by: rows * gridStep)
        case .library: return moveLibraryCursor(by: rows * gridStep)
        case .queue: return moveQueueCursor(by: rows)
        case .settings: moveSettingsCursor(by: rows)
        case .account: moveAccountCursor(by: rows)
        case .team: moveTeamCursor(by: rows)
        }
        return []
    }

    private mutating func moveFocusedList(by rows: Int) {
        switch focus {
        case .presets: selectPresetRow((presetCursor ?? 0).saturating(rows))
        case .prompt: moveField(by: rows)
        case .timeline: moveTakeCursor(by: rows)
        case .preview: break
        }
    }

    /// Moves the cursor sideways in a grid.
    mutating func moveAlong(by places: Int) -> [Effect] {
        guard popup == nil, isGrid else { return [] }
        if screen == .library { return moveLibraryCursor(by: places) }
        moveProjectCursor(by: places)
        return []
    }

    /// More rows than any list has, and few enough to count with.
    static let wholeList = 1_000_000

    /// Goes to a row by its number, counted from 1; nil is the last.
    mutating func goToRow(_ number: Int?) -> [Effect] {
        let effects = moveList(by: -Self.wholeList)
        // In a grid a number is a tile's, not a row's.
        if let number, popup == nil, isGrid { return effects + moveAlong(by: number - 1) }
        return effects + moveList(by: number.map { $0 - 1 } ?? Self.wholeList)
    }

    /// How many rows a page is.
    var pageRows: Int {
        if popup == nil, isGrid, let grid = viewport.grid { return max(1, grid.rows) }
        return listRows
    }

    private var listRows: Int {
        popup == nil && focus == .presets ? viewport.presetRows : max(1, size.rows / 2)
    }

    private mutating func movePopup(by rows: Int) {
        switch popup {
        case .help(let contexts, let scroll):
            let last = max(0, helpRows.count - 1)
            popup = .help(contexts: contexts, scroll: scroll.moved(by: rows, last: last))
        case .messages(let scroll):
            let last = max(0, messages.count - 1)
            popup = .messages(scroll: scroll.moved(by: rows, last: last))
        case .takeDetails(let take, let scroll):
            popup = .takeDetails(take, scroll: scroll.moved(by: rows, last: 40))
        case .palette(var palette):
            palette.selection = palette.selection.moved(by: rows, last: paletteRows.count - 1)
            popup = .palette(palette)
        case .choices(var list):
            list.selection = list.selection.moved(by: rows, last: choiceRows.count - 1)
            popup = .choices(list)
            tryChoice(list)
        case .menu(var menu):
            menu.selection = menu.selection.moved(by: rows, last: menuRows.count - 1)
            popup = .menu(menu)
        case .history(let selection):
            popup = .history(selection: selection.moved(by: rows, last: history.nodes.count))
        case .manual(var manual):
            manual.selection = manual.selection.moved(by: rows, last: manualRows.count - 1)
            popup = .manual(manual)
        case .commandLine:
            recallCommand(by: rows)
        case .question, .assets, nil:
            break
        }
    }
}

extension Int {
    /// Returns the place that many rows further on, within 0…last.
    fileprivate func moved(by rows: Int, last: Int) -> Int {
        Swift.min(Swift.max(0, self + rows), Swift.max(0, last))
    }

    fileprivate func saturating(_ rows: Int) -> Int { Swift.max(0, self + rows) }
}
