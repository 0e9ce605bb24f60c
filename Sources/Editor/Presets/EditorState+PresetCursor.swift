import Editorial
import Motion

extension EditorState {
    /// Puts the cursor on the first preset, or on the first row when all are folded.
    mutating func selectFirstPreset() {
        let rows = presetRows
        presetList.selection = (rows.first { $0.item != nil } ?? rows.first)?.id
    }

    /// Puts the cursor on a row, and tries its preset on.
    mutating func selectPresetRow(_ place: Int) {
        let rows = presetRows
        guard !rows.isEmpty else { return }
        let row = rows[min(max(0, place), rows.count - 1)]
        if presetList.selection != row.id { gesture = nil }
        presetList.selection = row.id
        audition(row.item)
    }

    /// Shows a preset on the shot's picture until it is chosen or left; a
    /// heading, or a preset the shot has already, shows the shot as it is.
    mutating func audition(_ item: PresetItem?) {
        guard let item, !item.isChosen else {
            endAudition()
            return
        }
        auditioned = item.preset.id
        playback.content = .shot
        restartPlayback()
    }

    /// Tries the preset under the cursor on over the whole screen, or no longer.
    mutating func showPresetLarge() {
        guard !isPresetLarge else {
            isPresetLarge = false
            return
        }
        focus(on: .presets)
        audition(currentPreset)
        isPresetLarge = true
        if currentPreset?.isChosen == true { restartPlayback() }
    }

    /// Shows the shot as it is again.
    mutating func endAudition() {
        guard auditioned != nil else { return }
        auditioned = nil
        // With no motion there is nothing to see moving.
        if draft.motions.isEmpty {
            playback.pause()
            playback.seek(.first)
        }
        settlePlayback()
    }

    /// Follows the filter: the best match is under the cursor and tried on.
    mutating func filterChanged() {
        let rows = presetRows
        let best = rows.compactMap(\.item).max { $0.score < $1.score }
        guard !presetList.filter.isEmpty, let best else {
            selectFirstPreset()
            endAudition()
            return
        }
        presetList.selection = .preset(best.preset.id, best.section)
        audition(best)
    }

    mutating func clearFilter() {
        guard !presetList.filter.isEmpty else { return }
        let current = currentPreset
        presetList.filter = TextField()
        reveal(current?.preset.id)
    }

    /// Puts the cursor on a preset, unfolding its section; on the first row
    /// that is left when there is no such preset.
    mutating func reveal(_ id: String?) {
        guard let id, let preset = presets[id] else {
            selectFirstPreset()
            return
        }
        let section = section(of: preset)
        presetList.collapsed.remove(section)
        presetList.selection = .preset(id, section)
        if presetCursorIsLost { selectFirstPreset() }
    }

    /// Folds or unfolds a section.
    mutating func toggle(_ section: PresetSection) {
        endAudition()
        presetList.selection = .header(section)
        if presetList.collapsed.remove(section) == nil { presetList.collapsed.insert(section) }
    }

    /// Goes out to the heading, and there folds it.
    mutating func fold() {
        let rows = presetRows
        guard let place = presetCursor else { return }
        switch rows[place] {
        case .preset(let item):
            endAudition()
            presetList.selection = .header(item.section)
        case .header(let header):
            presetList.collapsed.insert(header.section)
        }
    }

    mutating func unfold() {
        guard let place = presetCursor, case .header(let header) = presetRows[place] else { return }
        presetList.collapsed.remove(header.section)
    }

    var presetCursorIsLost: Bool {
        !presetRows.contains { $0.id == presetList.selection }
    }

    /// Keeps the cursor near where it was when its row has gone.
    mutating func settlePresetCursor(near place: Int?) {
        guard presetCursorIsLost else { return }
        let rows = presetRows
        let near = rows.isEmpty ? nil : rows[min(max(0, place ?? 0), rows.count - 1)]
        presetList.selection = near?.id
        if auditioned != nil { endAudition() }
    }
}
