import Editorial
package import Input

extension EditorState {
    /// The text field that has the keys; nil in NORMAL.
    package var textField: TextField? {
        if let popup { return popup.field }
        return switch typing {
        case .prompt: promptField
        case .filter: presetList.filter
        case .projects: browser.filter
        case .library: library.search
        case nil: nil
        }
    }

    /// Whether the cursor of the prompt panel is on the prompt itself, in NORMAL.
    package var isOnPrompt: Bool {
        popup == nil && typing == nil && screen == .editor && focus == .prompt
            && promptPanel.field == .prompt
    }

    /// The text that commands of text change: the field that has the keys, or
    /// in NORMAL the prompt while the cursor is on it.
    package var editedField: TextField? { textField ?? (isOnPrompt ? promptField : nil) }

    /// The selected shot's prompt with the cursor in it.
    package var promptField: TextField {
        TextField(
            draft.prompt,
            cursor: promptPanel.cursor,
            anchor: promptPanel.anchor,
            limit: PromptPanel.promptLimit,
            isMultiline: true
        )
    }

    /// The prompt in the lines of its panel, as the viewport says they are.
    package var promptLayout: TextLayout {
        TextLayout.wrap(draft.prompt, columns: viewport.promptColumns, width: measure.width)
    }

    /// Where the text cursor stands in `promptLayout`.
    package var promptCursor: CellPoint { promptLayout.place(of: promptPanel.cursor) }
}
