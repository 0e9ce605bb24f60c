package import Editorial

extension EditorState {
    mutating func openLibrary() -> [Effect] {
        leavePanels(for: .library)
        return [.save(project, history)] + readLibrary()
    }

    /// Asks for what is found, around the cursor.
    mutating func readLibrary() -> [Effect] {
        var query = library.query
        query.offset = max(0, library.cursor - LibraryBrowser.pageSize / 2)
        library.asked = query
        return [.readLibrary(query)]
    }

    /// Takes what was read.
    mutating func take(_ page: LibraryPage, _ tags: [AssetTag]) -> [Effect] {
        guard page.query == library.asked else { return [] }
        library.page = page
        library.tags = tags
        let place = min(library.cursor, max(0, page.total - 1))
        if place != library.cursor || library.current == nil, page.total > 0 {
            library.cursor = place
            if library.current == nil { return readLibrary() }
        }
        return readFacts()
    }

    mutating func moveLibraryCursor(by rows: Int) -> [Effect] {
        guard library.total > 0 else { return [] }
        return selectLibraryRow(min(max(0, library.cursor + rows), library.total - 1))
    }

    mutating func selectLibraryRow(_ place: Int) -> [Effect] {
        guard place != library.cursor, (0..<library.total).contains(place) else { return [] }
        library.cursor = place
        playback.pause()
        playback.seek(.first)
        guard let page = library.page else { return [] }
        // Read on before the edge comes into sight.
        let margin = LibraryBrowser.pageSize / 4
        let held = page.query.offset..<page.query.offset + page.items.count
        let isNearStart = held.lowerBound > 0 && place < held.lowerBound + margin
        let isNearEnd = held.upperBound < page.total && place >= held.upperBound - margin
        return (isNearStart || isNearEnd ? readLibrary() : []) + readFacts()
    }

    /// Asks what the medium under the cursor is, unless that is known.
    private func readFacts() -> [Effect] {
        guard screen == .library, let item = library.current,
            library.facts?.asset != item.id
        else { return [] }
        return [.readFacts(item.id)]
    }

    /// The search changed: what it finds is read anew, from the top.
    mutating func libraryChanged() -> [Effect] {
        library.cursor = 0
        return readLibrary()
    }

    /// What a command is about: all that is marked, else the one under the cursor.
    package var libraryChoice: [Asset.ID] {
        library.marked.isEmpty
            ? library.current.map { [$0.id] } ?? []
            : library.marked.sorted { $0.digest < $1.digest }
    }

    mutating func toggleLibraryMark() -> [Effect] {
        guard let item = library.current else { return [] }
        if library.marked.remove(item.id) == nil { library.marked.insert(item.id) }
        return moveLibraryCursor(by: 1)
    }

    mutating func removeFromLibrary() -> [Effect] {
        let gone = libraryChoice
        guard !gone.isEmpty else { return [] }
        library.lastRemoved = gone
        library.marked = []
        let what = gone.count == 1 ? "It is" : "\(gone.count) are"
        say("\(what) out of the library; u puts back what was taken out last.")
        return [.removeAssets(gone, true)] + readLibrary()
    }

    mutating func restoreToLibrary() -> [Effect] {
        let back = library.lastRemoved
        library.lastRemoved = []
        say(back.count == 1 ? "It is back." : "\(back.count) are back.")
        return [.removeAssets(back, false)] + readLibrary()
    }

    /// Puts tags on what is chosen; a word after a dash is taken off.
    mutating func tagAssets(_ text: String) -> [Effect] {
        let words = text.split { $0.isWhitespace || $0 == "," }.prefix(20)
        let added = words.filter { !$0.hasPrefix("-") }.compactMap { AssetTag.name(from: $0) }
        let removed = words.filter { $0.hasPrefix("-") }
            .compactMap { AssetTag.name(from: $0.dropFirst()) }
        guard !(added + removed).isEmpty else {
            say("Write words, such as “dawn sea”, and -word to take one off.", .warning)
            return []
        }
        return [.tagAssets(libraryChoice, adding: added, removing: removed)] + readLibrary()
    }

    /// Shows only media with the next tag, and after the last one all again.
    mutating func filterLibrary(byTag name: String?) -> [Effect] {
        library.tag = name
        return libraryChanged()
    }

    mutating func cycleLibraryKind() -> [Effect] {
        let kinds: [Asset.Kind?] = [nil, .image, .video, .sound]
        let place = kinds.firstIndex(of: library.kind) ?? 0
        library.kind = kinds[(place + 1) % kinds.count]
        return libraryChanged()
    }

    mutating func cycleLibraryOrder() -> [Effect] {
        let orders = AssetQuery.Order.allCases
        let place = orders.firstIndex(of: library.order) ?? 0
        library.order = orders[(place + 1) % orders.count]
        return libraryChanged()
    }

    mutating func importAssets(_ text: String) -> [Effect] {
        say("Looking for \(text)…")
        return [.importAssets(text)]
    }

    /// Does with a medium what it is for.
    mutating func useAsset() -> [Effect] {
        guard let item = library.current else { return [] }
        switch item.asset.kind {
        case .image:
            leaveScreen()
            return use(item.asset, as: .startFrame, for: selectedShot)
        case .video:
            playback.isPlaying ? playback.pause() : playback.play()
            return []
        case .sound:
            leaveScreen()
            return setMusic(item.asset)
        case .depth: return []
        }
    }
}
