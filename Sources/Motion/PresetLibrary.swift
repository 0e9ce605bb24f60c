import PlainText

/// The presets at hand.
package struct PresetLibrary: Hashable, Sendable {
    /// In reading order: by category, then by group, the plainest moves first, then
    /// by name; no two have the same id.
    package let presets: [Preset]
    private let places: [String: Int]

    /// Of presets with the same id, the first is kept.
    package init(_ presets: [Preset]) {
        var seen: Set<String> = []
        let unique = presets.filter { seen.insert($0.id).inserted }
        let sorted = unique.map { (order: $0.readingOrder, preset: $0) }
            .sorted { ($0.order, $0.preset.id) < ($1.order, $1.preset.id) }
            .map(\.preset)
        self.presets = sorted
        places = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($0.element.id, $0.offset) }
        )
    }

    package subscript(id: String) -> Preset? {
        places[id].map { presets[$0] }
    }

    /// Returns the preset with this id, else the one with this name; upper and
    /// lower case, and spaces around, make no difference.
    package func find(_ spelling: String) -> Preset? {
        let wanted = spelling.folded
        return presets.first { $0.id == wanted } ?? presets.first { $0.name.folded == wanted }
    }

    /// Returns the ids, at most three and the likeliest first, that somebody
    /// who wrote `spelling` may have meant.
    package func suggestions(for spelling: String) -> [String] {
        let wanted = String(spelling.folded.prefix(64))
        guard !wanted.isEmpty else { return [] }
        // Two letters of three would make of one short word any other.
        let limit = wanted.count < 4 ? 1 : max(2, wanted.count / 3)
        return
            presets
            .map { (id: $0.id, distance: $0.distance(from: wanted)) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3)
            .map(\.id)
    }
}

extension Preset {
    /// The shipped groups, what is reached for most first; groups of people's own
    /// stand behind them.
    private static let groups = [
        "Dolly", "Zoom", "Orbit", "Basic", "Crane", "Handheld", "Lens", "Roll", "Vehicle",
        "Transition", "Time", "Film", "Grade", "Light", "Drawn", "Tape", "Air",
    ]

    fileprivate var readingOrder: String {
        let place = Preset.groups.firstIndex(of: group) ?? Preset.groups.count
        let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(place)))
        return (category == .camera ? "0" : "1") + "\(letter)" + group.folded + "\n" + name.folded
    }

    fileprivate func distance(from wanted: String) -> Int {
        if id.hasPrefix(wanted) || name.folded.hasPrefix(wanted) { return 1 }
        return min(id.editDistance(to: wanted), name.folded.editDistance(to: wanted))
    }
}

extension String {
    /// Lower case, without white space at either end.
    fileprivate var folded: String {
        let lower = lowercased()
        guard let start = lower.firstIndex(where: { !$0.isWhitespace }),
            let end = lower.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(lower[start...end])
    }
}
