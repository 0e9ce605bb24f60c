extension String {
    /// Returns the word that is spelled nearest, where one is near enough to be meant.
    ///
    /// A third of the letters may differ, and case does not count.
    package func nearest(among words: [String]) -> String? {
        let limit = Swift.max(1, count / 3)
        guard count <= 64 else { return nil }
        let own = lowercased()
        let best = words.map { (word: $0, far: own.editDistance(to: $0.lowercased())) }
            .min { $0.far < $1.far }
        return best.flatMap { $0.far <= limit ? $0.word : nil }
    }

    /// Returns how many characters must be put in, left out, exchanged, or
    /// swapped with their neighbour to make `other` of this.
    ///
    /// - Complexity: The product of the two lengths.
    package func editDistance(to other: String) -> Int {
        let (a, b) = (Array(self), Array(other))
        guard !a.isEmpty, !b.isEmpty else { return Swift.max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                var best = Swift.min(
                    last[j] + 1,
                    row[j - 1] + 1,
                    last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                )
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = Swift.min(best, beforeLast[j - 2] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }

    /// Short enough, and plain enough, to be shown in an error.
    package var excerpt: String {
        let visible = unicodeScalars.prefix(40).map {
            $0.properties.generalCategory == .control ? "·" : String($0)
        }
        return visible.joined() + (unicodeScalars.count > 40 ? "…" : "")
    }
}

extension [String] {
    /// `a, b and c`.
    package var spelledOut: String {
        guard count > 1, let last else { return first ?? "none" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
