/// How well a search fits a text, and which of its characters it found.
package struct FuzzyMatch: Hashable, Sendable {
    /// More is better; comparable between texts for one search.
    package let score: Int
    /// The characters of the text that were found, as ascending offsets.
    package let offsets: [Int]

    /// Searches longer than this are no match.
    private static let searchLimit = 64
    /// Texts are looked at as far as this.
    private static let textLimit = 256

    /// Finds every character of a search in a text, in their order and with
    /// gaps; nil when one is missing.
    ///
    /// Case and spaces in the search do not count. Of all the ways to find
    /// them the best is taken: at the text's start, at the starts of words, in a row.
    package init?(_ search: String, in text: String) {
        let wanted = search.lowercased().filter { !$0.isWhitespace }.map { $0 }
        guard !wanted.isEmpty else {
            self.init(score: 0, offsets: [])
            return
        }
        let characters = Array(text.prefix(Self.textLimit))
        guard wanted.count <= min(Self.searchLimit, characters.count) else { return nil }
        var search = FuzzySearch(wanted: wanted, characters: characters)
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
    let wanted: [Character]
    let folded: [Character]
    let bonuses: [Int]

    private static let missing = Int.min / 4

    init(wanted: [Character], characters: [Character]) {
        self.wanted = wanted
        folded = characters.map { $0.lowercased().first ?? $0 }
        bonuses = characters.indices.map { place in
            if place == 0 { return 10 }
            let before = characters[place - 1]
            let this = characters[place]
            if !before.isLetter && !before.isNumber { return 8 }
            if before.isLowercase && this.isUppercase { return 6 }
            return 0
        }
    }

    mutating func best() -> (score: Int, offsets: [Int])? {
        let columns = folded.count
        /// Best score with wanted[row] found exactly at the column.
        var found = [[Int]](repeating: [], count: wanted.count)
        /// The column at which wanted[row - 1] was found for it.
        var origins = found
        for row in wanted.indices {
            found[row] = [Int](repeating: Self.missing, count: columns)
            origins[row] = [Int](repeating: -1, count: columns)
            var best = Self.missing
            var bestOrigin = -1
            for column in columns == 0 ? 0..<0 : 0..<columns {
                if row > 0, column > 0, found[row - 1][column - 1] > Self.missing {
                    let decayed = best - 1
                    let near = found[row - 1][column - 1]
                    (best, bestOrigin) =
                        near - 2 >= decayed ? (near - 2, column - 1) : (decayed, bestOrigin)
                } else if best > Self.missing {
                    best -= 1
                }
                guard folded[column] == wanted[row] else { continue }
                if row == 0 {
                    found[row][column] = 4 + bonuses[column] - min(column, 6)
                    continue
                }
                let inRow = found[row - 1].before(column, else: Self.missing) + 5
                let apart = best
                let start = max(inRow, apart)
                guard start > Self.missing / 2 else { continue }
                found[row][column] = start + 4 + bonuses[column]
                origins[row][column] = inRow >= apart ? column - 1 : bestOrigin
            }
        }
        return trace(found, origins)
    }

    private func trace(_ found: [[Int]], _ origins: [[Int]]) -> (score: Int, offsets: [Int])? {
        let last = wanted.count - 1
        guard let score = found[last].max(), score > Self.missing / 2,
            var column = found[last].firstIndex(of: score)
        else { return nil }
        var offsets = [column]
        for row in stride(from: last, to: 0, by: -1) {
            column = origins[row][column]
            offsets.append(column)
        }
        return (score, offsets.reversed())
    }
}

extension [Int] {
    fileprivate func before(_ index: Int, else missing: Int) -> Int {
        index > 0 ? self[index - 1] : missing
    }
}
