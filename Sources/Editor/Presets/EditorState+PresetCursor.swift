extension EditorState {
    /// Puts the cursor on the first preset, or on the first row when all are folded.
    mutating func selectFirstPreset() {
        let rows = presetRows
        presetList.selection = (rows.first { $0.item != nil } ?? rows.first)?.id
    }
}
