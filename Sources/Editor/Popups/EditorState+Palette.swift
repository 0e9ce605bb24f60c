import Editorial
import Input
import Motion

extension EditorState {
    /// The lines of the open palette, best match first; empty without one.
    ///
    /// Before anything is typed these are the commands in their order.
    package var paletteRows: [PaletteRow] {
        guard case .palette(let palette) = popup else { return [] }
        let search = palette.field.text
        let rows = commandRows(search) + shotRows(search) + presetPaletteRows(search)
        return search.isEmpty ? rows : rows.ranked(by: \.score)
    }

    private func commandRows(_ search: String) -> [PaletteRow] {
        Command.all.filter(\.isListed).compactMap { command in
            let named = FuzzyMatch(search, in: command.title)
            let identified = FuzzyMatch(search, in: command.id.name)
            guard
                let score = [named?.score, identified.map { $0.score / 2 }].compactMap(\.self).max()
            else { return nil }
            return PaletteRow(
                subject: .command(command.id),
                title: command.title,
                highlights: named?.offsets ?? [],
                detail: command.help,
                keys: keys(for: command.id, in: normalContexts),
                reason: command.reason(in: self),
                score: score
            )
        }
    }

    private func shotRows(_ search: String) -> [PaletteRow] {
        project.shots.enumerated().compactMap { place, shot in
            guard let match = FuzzyMatch(search, in: shot.name) else { return nil }
            return PaletteRow(
                subject: .shot(shot.id),
                title: shot.name,
                highlights: match.offsets,
                detail: shot.draft.prompt.isEmpty
                    ? "Goes to shot \(place + 1)." : String(shot.draft.prompt.prefix(200)),
                keys: nil,
                reason: nil,
                score: match.score
            )
        }
    }

    private func presetPaletteRows(_ search: String) -> [PaletteRow] {
        presets.presets.compactMap { preset in
            guard let match = preset.match(search) else { return nil }
            return PaletteRow(
                subject: .preset(preset.id),
                title: preset.name,
                highlights: match.offsets,
                detail: preset.summary,
                keys: nil,
                reason: nil,
                score: match.score
            )
        }
    }
}
