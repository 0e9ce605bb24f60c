import Editorial
import Motion

extension EditorState {
    /// The rows of the presets panel, folded and filtered, from the top.
    ///
    /// A section with nothing in it has no row. Under a filter the favourites
    /// and the recent stand in their own sections, nothing is folded, and the best match of a
    /// section comes first.
    package var presetRows: [PresetRow] {
        let search = presetList.filter.text
        let isFiltered = search.contains { !$0.isWhitespace }
        return PresetSection.allCases.flatMap { section -> [PresetRow] in
            if isFiltered, section.isSelection { return [] }
            let items = presets(in: section)
                .compactMap { item(for: $0, in: section, search: search) }
            guard !items.isEmpty else { return [] }
            let isCollapsed = !isFiltered && presetList.collapsed.contains(section)
            let header = PresetHeader(
                section: section,
                count: items.count,
                isCollapsed: isCollapsed
            )
            let ranked = isFiltered ? items.ranked(by: \.score) : items
            return [.header(header)] + (isCollapsed ? [] : ranked.map { .preset($0) })
        }
    }

    /// How many presets match the filter, and how many there are.
    package var presetCount: (shown: Int, total: Int) {
        let search = presetList.filter.text
        let shown = presets.presets.count { $0.match(search) != nil }
        return (shown, presets.presets.count)
    }

    /// The place of the cursor in `presetRows`; nil when there are none.
    package var presetCursor: Int? {
        let rows = presetRows
        guard !rows.isEmpty else { return nil }
        return rows.firstIndex { $0.id == presetList.selection } ?? 0
    }

    /// The preset under the cursor.
    package var currentPreset: PresetItem? {
        let rows = presetRows
        guard let selection = presetList.selection else { return nil }
        return rows.first { $0.id == selection }?.item
    }

    private func item(
        for preset: Preset,
        in section: PresetSection,
        search: String
    ) -> PresetItem? {
        guard let match = preset.match(search) else { return nil }
        let chosen = draft.motions.first { $0.preset == preset.id }
        return PresetItem(
            preset: preset,
            section: section,
            highlights: match.offsets,
            isFavourite: favourites.contains(preset.id),
            isChosen: chosen != nil,
            strength: chosen?.strength ?? presetList.strength(of: preset.id),
            score: match.score
        )
    }
}

extension Preset {
    /// Returns how a search fits the name or, less well, one of the tags.
    func match(_ search: String) -> FuzzyMatch? {
        if let match = FuzzyMatch(search, in: name) { return match }
        let tagged = tags.compactMap { FuzzyMatch(search, in: $0)?.score }.max()
        return tagged.map { FuzzyMatch(score: $0 / 2 - 100, offsets: []) }
    }
}

extension Array {
    /// Returns the elements, best first; equals keep their order.
    func ranked(by score: (Element) -> Int) -> [Element] {
        enumerated()
            .sorted { left, right in
                let (a, b) = (score(left.element), score(right.element))
                return a == b ? left.offset < right.offset : a > b
            }
            .map(\.element)
    }
}
