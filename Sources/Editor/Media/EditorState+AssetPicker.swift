import Editorial

extension EditorState {
    /// Opens the media that can be taken for something.
    mutating func openPicker(_ use: MediaUse) -> [Effect] {
        leaveField()
        let picker = AssetPicker(use, for: selectedShot)
        popup = .assets(picker)
        return [.readLibrary(picker.query)]
    }

    /// Asks for what the changed text finds.
    mutating func pickerTextChanged() -> [Effect] {
        guard case .assets(var picker) = popup else { return [] }
        picker.selection = 0
        popup = .assets(picker)
        return picker.page?.query == picker.query ? [] : [.readLibrary(picker.query)]
    }

    /// Takes a page of the library where the open picker asked for it.
    ///
    /// - Returns: nil where it did not.
    mutating func pickerTook(_ page: LibraryPage) -> [Effect]? {
        guard case .assets(var picker) = popup, page.query == picker.query else { return nil }
        let isFirst = picker.page == nil
        picker.page = page
        let chosen = asset(for: picker.use)
        let place = isFirst ? page.items.firstIndex { $0.id == chosen } : nil
        picker.selection = min(place ?? picker.selection, max(0, picker.rows.count - 1))
        popup = .assets(picker)
        return readPickerFacts()
    }

    mutating func movePicker(by rows: Int) -> [Effect] {
        guard case .assets(var picker) = popup else { return [] }
        let last = max(0, picker.rows.count - 1)
        picker.selection = min(max(0, picker.selection + rows), last)
        popup = .assets(picker)
        return readPickerFacts()
    }

    /// Asks what a film or a sound is; a picture is seen at once.
    private func readPickerFacts() -> [Effect] {
        guard case .assets(let picker) = popup, let item = picker.current,
            item.asset.kind != .image, picker.facts?.asset != item.id
        else { return [] }
        return [.readFacts(item.id)]
    }

    mutating func pickerTook(_ facts: AssetFacts) {
        guard case .assets(var picker) = popup, picker.current?.id == facts.asset else { return }
        picker.facts = facts
        popup = .assets(picker)
    }

    /// Takes a row of the open picker for what it was opened for.
    mutating func acceptPicker(_ place: Int) -> [Effect] {
        guard case .assets(let picker) = popup, picker.rows.indices.contains(place) else {
            return []
        }
        close()
        switch picker.rows[place] {
        case .asset(let item): return use(item.asset, as: picker.use, for: picker.shot)
        case .file(let path): return bringIn(path, as: picker.use, for: picker.shot)
        }
    }

    /// Brings a file into the library, to be taken for something in a shot.
    mutating func bringIn(_ path: String, as use: MediaUse, for shot: Shot.ID) -> [Effect] {
        let path = path.unquoted
        say("Reading \(path)…")
        return use == .sound ? [.importMusic(path: path)] : [.importMedia(path: path, use, shot)]
    }
}
