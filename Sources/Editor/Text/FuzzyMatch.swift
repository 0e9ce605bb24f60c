/// How well a search fits a text, and which of its characters it found.
package struct FuzzyMatch: Hashable, Sendable {
    /// More is better; comparable between texts for one search.
    package let score: Int
    /// The characters of the text that were found, as ascending offsets.
    package let offsets: [Int]

    /// Searches longer than this are no match.
    private static let searchLimit = 32
    /// Texts are looked at as far as this.
    private static let textLimit = 128

    /// Finds every character of a search in a text, in their order and with
    /// gaps; nil when one is missing.
    ///
    /// Case and spaces in the search do not count. Of all the ways to find
    /// them the best is taken: at the text's start, at the starts of words, in a row.
    package init?(_ search: String, in text: String) {
        let wanted = Array(search.lowercased().filter { !$0.isWhitespace })
        guard !wanted.isEmpty else {
            self.init(score: 0, offsets: [])
            return
        }
        let characters = Array(text.prefix(Self.textLimit))
        guard wanted.count <= min(Self.searchLimit, characters.count) else { return nil }
        let search = FuzzySearch(wanted: wanted, characters: characters)
        guard let best = search.best() else { return nil }
        // A shorter text leaves less unsaid.
        self.init(score: best.score * 8 - min(characters.count, 100) / 4, offsets: best.offsets)
    }

    init(score: Int, offsets: [Int]) {
        self.score = score
        self.offsets = offsets
    }
}

/// The table of the best scores by search character and text character.
private struct FuzzySearch {
    /// The best way to find the search up to one of its characters at a place.
    private struct Way {
        let score: Int
        /// Where the character before was found.
        let origin: Int?
    }

    let wanted: [Character]
    private let folded: [Character]
    /// What finding a character at a place is worth by itself.
    private let worth: [Int]

    init(wanted: [Character], characters: [Character]) {
        self.wanted = wanted
        folded = characters.map { $0.lowercased().first ?? $0 }
        worth = characters.indices.map { place in
            guard place > 0 else { return 14 }
            let before = characters[place - 1]
            if !before.isLetter && !before.isNumber { return 12 }
            return before.isLowercase && characters[place].isUppercase ? 10 : 4
        }
    }

    func best() -> (score: Int, offsets: [Int])? {
        var table: [[Way?]] = []
        for row in wanted.indices {
            table.append(
                folded.indices.map { place in
                    guard folded[place] == wanted[row] else { return nil }
                    return row == 0 ? first(at: place) : next(at: place, after: table[row - 1])
                }
            )
        }
        return trace(table)
    }

    /// The later the search starts in the text, the less it is worth.
    private func first(at place: Int) -> Way {
        Way(score: worth[place] - min(place, 6), origin: nil)
    }

    private func next(at place: Int, after row: [Way?]) -> Way? {
        var best: Way?
        for origin in 0..<place {
            guard let before = row[origin] else { continue }
            let gap = place - origin - 1
            let score = before.score + worth[place] + (gap == 0 ? 8 : -1 - min(gap, 12))
            if best.map({ score >= $0.score }) ?? true { best = Way(score: score, origin: origin) }
        }
        return best
    }

    private func trace(_ table: [[Way?]]) -> (score: Int, offsets: [Int])? {
        guard let last = table.last,
            var place = last.indices.filter({ last[$0] != nil }).max(by: {
                (last[$0]?.score ?? 0) < (last[$1]?.score ?? 0)
            }),
            let score = last[place]?.score
        else { return nil }
        var offsets = [place]
        for row in table.reversed() {
            guard let origin = row[place]?.origin else { break }
            offsets.append(origin)
            place = origin
        }
        return (score, offsets.reversed())
    }
}
