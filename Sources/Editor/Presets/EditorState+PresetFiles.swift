import Editorial
import Input
import Motion

// Presets as files of a person's own.
extension EditorState {
    /// Why the preset under the cursor is not a person's own to change; nil when it is.
    var ownPresetReason: String? {
        guard let preset = currentPreset?.preset else { return "Go to a preset in the list first." }
        let copy = keys(for: "preset.duplicate", in: [.presets])?.description ?? ":preset.duplicate"
        return ownPresets.contains(preset.id)
            ? nil : "“\(preset.name)” came with Kinema; \(copy) makes a copy of your own first."
    }

    /// Asks what a copy of the preset under the cursor is to be called.
    mutating func askCopyName() -> [Effect] {
        guard let preset = currentPreset?.preset else { return [] }
        var name = "\(preset.name) copy"
        var number = 2
        while presets[Preset.id(for: name)] != nil, number < 1000 {
            name = "\(preset.name) copy \(number)"
            number += 1
        }
        ask(.copyPreset(preset.id), text: name)
        return []
    }

    mutating func copyPreset(_ preset: String, named name: String) -> [Effect] {
        guard let id = unusedPresetID(for: name) else { return [] }
        presetList.awaited = id
        return [.copyPreset(preset, as: id, named: name)]
    }

    /// Returns the id that a name gives; nil, and says why, when it cannot be had.
    mutating func unusedPresetID(for name: String) -> String? {
        let id = Preset.id(for: name)
        guard !id.isEmpty else {
            say("A preset’s name needs a letter or a number.", .warning)
            return nil
        }
        guard presets[id] == nil else {
            say("There is a preset “\(id)” already; give this one another name.", .warning)
            return nil
        }
        return id
    }

    mutating func deletePreset() -> [Effect] {
        guard ownPresetReason == nil, let preset = currentPreset?.preset else { return [] }
        let place = presetCursor
        presetList.deleted = preset.id
        endAudition()
        let users = project.shots.count { $0.draft.motions.contains { $0.preset == preset.id } }
        let back = keys(for: "preset.restore", in: [.presets])?.description ?? ":preset.restore"
        let used = users == 0 ? "" : " \(users == 1 ? "A shot uses" : "\(users) shots use") it."
        say("“\(preset.name)” is deleted; \(back) puts it back.\(used)")
        presets = PresetLibrary(presets.presets.filter { $0.id != preset.id })
        ownPresets.remove(preset.id)
        settlePresetCursor(near: place)
        return [.removePreset(preset.id, true)]
    }

    mutating func restorePreset() -> [Effect] {
        guard let id = presetList.deleted else { return [] }
        presetList.deleted = nil
        presetList.awaited = id
        return [.removePreset(id, false)]
    }

    /// Takes in the presets as their files have them now.
    mutating func take(_ library: PresetLibrary, own: Set<String>) {
        let place = presetCursor
        presets = library
        ownPresets = own
        guard !isReadingPresets else {
            isReadingPresets = false
            gatherRecent()
            return selectFirstPreset()
        }
        if let awaited = presetList.awaited, library[awaited] != nil {
            presetList.awaited = nil
            clearFilter()
            reveal(awaited)
        }
        settlePresetCursor(near: place)
        if let tried = auditioned, presets[tried] == nil { endAudition() }
    }
}

// What was used lately.
extension EditorState {
    private static let recentLimit = 8

    /// Remembers that a preset was taken into a shot; it is listed as recent
    /// once the panel is left, so that no row moves under the cursor.
    mutating func noteUse(of preset: String) {
        presetList.used.removeAll { $0 == preset }
        presetList.used.insert(preset, at: 0)
        presetList.used.removeLast(max(0, presetList.used.count - Self.recentLimit))
    }

    mutating func settleRecent() {
        guard presetList.recent != presetList.used else { return }
        presetList.recent = presetList.used
        settlePresetCursor(near: presetCursor)
    }

    /// Finds what the project's newest takes were made with.
    mutating func gatherRecent() {
        var seen: [String] = []
        for take in takes.sorted(by: { $0.createdAt > $1.createdAt }) {
            for motion in take.draft.motions where !seen.contains(motion.preset) {
                seen.append(motion.preset)
            }
            if seen.count >= Self.recentLimit { break }
        }
        presetList.used = Array(seen.prefix(Self.recentLimit))
        presetList.recent = presetList.used
    }
}
