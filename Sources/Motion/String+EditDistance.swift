extension String {
    /// Returns how many characters must be put in, left out, exchanged, or
    /// swapped with their neighbour to make `other` of this.
    ///
    /// - Complexity: The product of the two lengths.
    func editDistance(to other: String) -> Int {
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
}
