import Editorial
import Input

extension EditorState {
    /// Changes the text that has the keys.
    mutating func editText(_ change: (inout TextField) -> Void) -> [Effect] {
        guard var field = editedField else { return [] }
        let before = field.text
        field.killed = nil
        change(&field)
        if let killed = field.killed { clipboard = killed }
        field.killed = nil
        let isChanged = field.text != before
        if popup != nil {
            popup?.field = field
            if isChanged { popup?.textChanged() }
            return isChanged ? pickerTextChanged() : []
        }
        switch typing {
        case .filter:
            presetList.filter = field
            if isChanged { filterChanged() }
            return []
        case .projects:
            browser.filter = field
            if isChanged, let best = projectRows.first { selectProject(best.id) }
            return []
        case .library:
            library.search = field
            return isChanged ? libraryChanged() : []
        case .prompt, nil: return setPrompt(field)
        }
    }

    /// Puts text in at the cursor, and says so when not all of it had room.
    mutating func type(_ text: String) -> [Effect] {
        if let expanded = expandSnippet(before: text) { return expanded }
        var hadRoom = true
        let effects = editText { hadRoom = $0.insert(text) }
        if !hadRoom {
            let limit = editedField?.limit == PromptPanel.promptLimit ? "10 000" : "1 000"
            say("The text was cut at \(limit) characters.", .warning)
        }
        return effects
    }

    /// Takes a paste into the field that has the keys, and in NORMAL into the prompt.
    mutating func paste(_ text: String) -> [Effect] {
        pending = PendingKeys()
        if popup != nil, textField == nil { return [] }
        if textField == nil {
            // A path that was dropped on the library is what is to come in.
            if screen == .library { return importAssets(text.trimmed) }
            guard screen == .editor else { return [] }
            writePrompt()
        }
        return type(text)
    }

    private mutating func setPrompt(_ field: TextField) -> [Effect] {
        let isChanged = field.text != draft.prompt
        let effects = changeDraft(as: .typing(selectedShot)) { $0.prompt = field.text }
        promptPanel.cursor = field.cursor
        promptPanel.anchor = field.anchor
        promptPanel.goalColumn = nil
        // What is written after the cursor was moved is undone by itself.
        if !isChanged { gesture = nil }
        return effects
    }

    /// Moves the prompt's cursor by lines as they are shown; past the first or
    /// the last line it goes to the text's end.
    mutating func moveCursor(byLines lines: Int, selecting: Bool = false) {
        let isSelecting = selecting || mode == .select
        let layout = promptLayout
        let place = layout.place(of: promptPanel.cursor)
        let column = promptPanel.goalColumn ?? place.column
        let row = place.row + lines
        var field = promptField
        if layout.lines.indices.contains(row) {
            field.move(
                to: layout.cursor(at: CellPoint(column: column, row: row)),
                selecting: isSelecting
            )
            promptPanel.goalColumn = column
        } else {
            field.move(to: row < 0 ? 0 : draft.prompt.count, selecting: isSelecting)
        }
        promptPanel.cursor = field.cursor
        promptPanel.anchor = field.anchor
        gesture = nil
    }
}

// Copying, putting in, and taking back.
extension EditorState {
    /// The most characters that are given to other programs.
    private static let copyLimit = 50_000

    mutating func putIn() -> [Effect] {
        guard !clipboard.isEmpty else {
            say("Nothing was copied or deleted yet.", .warning)
            return []
        }
        return type(clipboard)
    }

    mutating func copySelection() -> [Effect] {
        copy { $0.selectedText ?? $0.text }
    }

    /// Copies some of the text that has the keys.
    mutating func copy(_ part: (TextField) -> String) -> [Effect] {
        guard let field = editedField else { return [] }
        let text = part(field)
        guard !text.isEmpty else { return [] }
        clipboard = text
        say("Copied \(text.count) \(text.count == 1 ? "character" : "characters").")
        return [.copy(String(text.prefix(Self.copyLimit)))]
    }

    /// The prompt's changes are the project's, and undone with them.
    mutating func undoText() -> [Effect] {
        typing == .prompt && popup == nil ? undo() : editText { $0.undo() }
    }

    mutating func redoText() -> [Effect] {
        typing == .prompt && popup == nil ? redo() : editText { $0.redo() }
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
        case .manual(let manual):
            self = .manual(Manual(field: manual.field))
        case .help, .choices, .takeDetails, .messages, .menu, .history, .assets:
            break
        }
    }
}
