import Editorial
import Motion

/// A way to make several takes at once.
enum BatchKind: Hashable, CaseIterable {
    case twoSeeds, fourSeeds, eightSeeds, favourites, recent, styles, strengths

    var title: String {
        switch self {
        case .twoSeeds: "2 seeds"
        case .fourSeeds: "4 seeds"
        case .eightSeeds: "8 seeds"
        case .favourites: "Each favourite move"
        case .recent: "Each recent move"
        case .styles: "Each style"
        case .strengths: "Gentle, middle and strong"
        }
    }
}

extension EditorState {
    /// The lines of the list of batches, with how many takes each is.
    var batchRows: [ChoiceRow] {
        BatchKind.allCases.map { kind in
            let count = batchDrafts(kind).count
            let takes = count == 1 ? "1 take" : "\(count) takes"
            return ChoiceRow(
                title: kind.title,
                detail: count == 0 ? reason(against: kind) : takes,
                isCurrent: false
            )
        }
    }

    mutating func generateBatch(at place: Int) -> [Effect] {
        let kind = BatchKind.allCases[place]
        let drafts = batchDrafts(kind)
        guard !drafts.isEmpty else {
            say("\(reason(against: kind)).", .warning)
            return []
        }
        var seeded = drafts
        if [.twoSeeds, .fourSeeds, .eightSeeds].contains(kind) {
            for index in seeded.indices.dropFirst() {
                seeded[index].seed = UInt32(truncatingIfNeeded: ids.next())
            }
        }
        return generate(seeded)
    }

    private func reason(against kind: BatchKind) -> String {
        switch kind {
        case .favourites: "No move is starred yet"
        case .recent: "No move was used yet"
        case .strengths: "The shot has no motion yet"
        case .twoSeeds, .fourSeeds, .eightSeeds, .styles: "There is nothing to vary"
        }
    }

    private func batchDrafts(_ kind: BatchKind) -> [Draft] {
        switch kind {
        case .twoSeeds: Array(repeating: draft, count: 2)
        case .fourSeeds: Array(repeating: draft, count: 4)
        case .eightSeeds: Array(repeating: draft, count: 8)
        case .favourites: moves(favourites.sorted())
        case .recent: moves(presetList.used)
        case .styles:
            Style.allCases.prefix(Self.batchLimit).map { style in
                var asked = draft
                asked.style = style
                return asked
            }
        case .strengths:
            draft.motions.isEmpty
                ? []
                : [0.3, 0.6, 1.0].map { strength in
                    var asked = draft
                    for place in asked.motions.indices { asked.motions[place].strength = strength }
                    return asked
                }
        }
    }

    /// The shot with each of these moves in place of its own.
    private func moves(_ ids: [String]) -> [Draft] {
        ids.compactMap { presets[$0] }.filter { $0.category == .camera }
            .prefix(Self.batchLimit)
            .map { preset in
                var asked = draft
                asked.motions = [
                    MotionChoice(preset: preset.id, strength: presetList.strength(of: preset.id))
                ]
                return asked
            }
    }
}
