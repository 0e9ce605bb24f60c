import Editorial
import Input

extension EditorState {
    /// Changes the text field that has the keys.
    mutating func editText(_ change: (inout TextField) -> Void) -> [Effect] {
        guard var field = textField else { return [] }
        let before = field.text
        change(&field)
        let isChanged = field.text != before
        if popup != nil {
            popup?.field = field
            if isChanged { popup?.textChanged() }
            return []
        }
        switch typing {
        case .prompt: return setPrompt(field)
        case .filter:
            presetList.filter = field
            if isChanged { filterChanged() }
            return []
        case nil: return []
        }
    }

    /// Puts text in at the cursor, and says so when not all of it had room.
    mutating func type(_ text: String) -> [Effect] {
        var hadRoom = true
        let effects = editText { hadRoom = $0.insert(text) }
        if !hadRoom {
            let limit = textField?.limit == PromptPanel.promptLimit ? "10 000" : "1 000"
            say("The text was cut at \(limit) characters.", .warning)
        }
        return effects
    }

    /// Takes a paste into the field that has the keys, and in NORMAL into the prompt.
    mutating func paste(_ text: String) -> [Effect] {
        if popup != nil, textField == nil { return [] }
        if textField == nil { writePrompt() }
        return type(text)
    }

    private mutating func setPrompt(_ field: TextField) -> [Effect] {
        let effects = changeDraft(as: .typing(selectedShot)) { $0.prompt = field.text }
        promptPanel.cursor = field.cursor
        promptPanel.goalColumn = nil
        return effects
    }

    /// Moves the prompt's cursor by lines as they are shown; past the first or
    /// the last line it goes to the text's end.
    mutating func moveCursor(byLines lines: Int) {
        let layout = promptLayout
        let place = layout.place(of: promptPanel.cursor)
        let row = place.row + lines
        guard layout.lines.indices.contains(row) else {
            promptPanel.cursor = row < 0 ? 0 : draft.prompt.count
            return
        }
        let column = promptPanel.goalColumn ?? place.column
        promptPanel.cursor = layout.cursor(at: CellPoint(column: column, row: row))
        promptPanel.goalColumn = column
    }
}

extension Popup {
    /// Forgets what was said and chosen about the text before it changed.
    fileprivate mutating func textChanged() {
        switch self {
        case .commandLine(let line):
            self = .commandLine(CommandLine(field: line.field))
        case .palette(let palette):
            self = .palette(Palette(field: palette.field))
        case .question(var question):
            question.problem = nil
            self = .question(question)
        case .help, .choices, .takeDetails, .messages:
            break
        }
    }
}
