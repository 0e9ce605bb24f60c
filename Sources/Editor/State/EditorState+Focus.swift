extension EditorState {
    /// Gives a panel the focus; a text field that was being written is left.
    mutating func focus(on panel: Panel) {
        leaveField()
        hiddenPanels.remove(panel)
        isPresetLarge = false
        if panel != .presets {
            endAudition()
            settleRecent()
        }
        if panel != .preview { leaveCamera() }
        if panel != .timeline { keyframes = nil }
        focus = panel
    }

    /// Leaves the panel's text field.
    mutating func leaveField() {
        typing = nil
        gesture = nil
        promptPanel.anchor = nil
        promptPanel.recalled = nil
    }

    mutating func close() {
        popup = nil
        themes.tried = nil
    }

    /// Starts writing the prompt.
    mutating func writePrompt() {
        focus(on: .prompt)
        promptPanel.field = .prompt
        typing = .prompt
    }

    mutating func openFilter() {
        focus(on: .presets)
        typing = .filter
    }
}
