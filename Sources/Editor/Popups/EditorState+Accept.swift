import Editorial
import Motion

extension EditorState {
    /// Does what the open popup is for.
    mutating func acceptPopup() -> [Effect] {
        switch popup {
        case .menu(let menu):
            return acceptMenu(menu.selection)
        case .choices(let list):
            close()
            return choose(list.selection, of: list.subject)
        case .palette(let palette):
            return acceptPalette(palette.selection)
        case .question(let question):
            return answer(question)
        case .commandLine(let line):
            close()
            return enter(line.field.text)
        case .history(let selection):
            close()
            return goToHistory(selection)
        case .assets(let picker):
            return acceptPicker(picker.selection)
        case .help, .takeDetails, .messages, .manual, nil:
            close()
            return []
        }
    }

    /// Chooses a row of the popup by its place.
    mutating func acceptRow(_ row: Int) -> [Effect] {
        switch popup {
        case .choices(var list):
            guard choiceRows.indices.contains(row) else { return [] }
            list.selection = row
            popup = .choices(list)
            return acceptPopup()
        case .menu:
            return acceptMenu(row)
        case .history:
            close()
            return goToHistory(row)
        case .palette:
            return acceptPalette(row)
        case .assets:
            return acceptPicker(row)
        case .commandLine:
            complete(with: row)
            return []
        case .manual(var manual):
            manual.selection = row
            popup = .manual(manual)
            return []
        case .help, .question, .takeDetails, .messages, nil:
            return []
        }
    }

    private mutating func acceptPalette(_ place: Int) -> [Effect] {
        let rows = paletteRows
        guard rows.indices.contains(place) else { return [] }
        close()
        switch rows[place].subject {
        case .command(let id):
            // Commands are about the panels, not about a field in them.
            leaveField()
            return run(id)
        case .preset(let id):
            return addMotion(id)
        case .shot(let id):
            rememberPlace()
            select(id)
            return []
        }
    }

    /// Takes a preset into the motion and shows where it stands in the list.
    mutating func addMotion(_ id: String) -> [Effect] {
        focus(on: .presets)
        clearFilter()
        reveal(id)
        guard !draft.motions.contains(where: { $0.preset == id }) else {
            say("\(presets[id]?.name ?? id) is part of the shot’s motion already.")
            return []
        }
        return toggleMotion(id)
    }
}
