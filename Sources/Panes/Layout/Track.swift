package import Input

/// How much of an extent one part of a row or a column gets.
package struct Track: Hashable, Sendable {
    /// The fewest cells it can do with.
    package var least: Int
    /// The most it has a use for.
    package var most: Int
    /// Its share of what is left when every part has its least; 0 takes none.
    package var weight: Double

    package init(least: Int = 0, most: Int = .max, weight: Double = 1) {
        self.least = max(0, least)
        self.most = max(self.least, most)
        self.weight = max(0, weight)
    }

    /// Always this many cells, where there are as many.
    package static func fixed(_ cells: Int) -> Track {
        Track(least: cells, most: cells, weight: 0)
    }

    /// Shares an extent out, with a gap between parts that got any.
    ///
    /// First each gets its least, in their order; then what is left goes by
    /// weight, up to each one's most. What nobody has a use for is left at the
    /// end, and a part that got nothing is empty.
    package static func share(
        _ extent: Int,
        among tracks: [Track],
        gap: Int = 0
    ) -> [Range<Int>] {
        let sizes = sizes(max(0, extent - gap * max(0, tracks.count - 1)), tracks)
        var start = 0
        return sizes.map { size in
            let end = min(start + size, max(0, extent))
            defer { if size > 0 { start = end + gap } }
            return min(start, end)..<end
        }
    }

    private static func sizes(_ extent: Int, _ tracks: [Track]) -> [Int] {
        var left = extent
        var sizes = tracks.map { track in
            let size = min(track.least, left)
            left -= size
            return size
        }
        var growing = tracks.indices.filter { tracks[$0].weight > 0 }
        // Each round somebody gets all that it has a use for, or all is shared.
        while left > 0, !growing.isEmpty {
            let full = growing.filter { tracks[$0].most <= sizes[$0] }
            growing.removeAll { full.contains($0) }
            let weight = growing.reduce(0) { $0 + tracks[$1].weight }
            guard weight > 0 else { break }
            var given = 0
            var due = 0.0
            for index in growing {
                let before = Int(due.rounded())
                due += Double(left) * tracks[index].weight / weight
                let part = min(Int(due.rounded()) - before, tracks[index].most - sizes[index])
                sizes[index] += part
                given += part
            }
            guard given > 0 else { break }
            left -= given
        }
        return sizes
    }
}

/// A value for each extent from some breakpoints on.
package struct Breakpoints<Value: Sendable>: Sendable {
    private let rows: [(least: Int, value: Value)]
    private let smallest: Value

    /// - Parameters:
    ///   - smallest: The value below every breakpoint.
    ///   - rows: The value from each extent on, in any order.
    package init(_ smallest: Value, _ rows: [Int: Value] = [:]) {
        self.smallest = smallest
        self.rows = rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    package subscript(extent: Int) -> Value {
        rows.last { $0.least <= extent }?.value ?? smallest
    }
}

extension CellRect {
    /// Returns the parts of a row, from the left.
    package func columns(_ tracks: [Track], gap: Int = 0) -> [CellRect] {
        Track.share(columns, among: tracks, gap: gap).map {
            CellRect(column: column + $0.lowerBound, row: row, columns: $0.count, rows: rows)
        }
    }

    /// Returns the parts of a column, from the top.
    package func rows(_ tracks: [Track], gap: Int = 0) -> [CellRect] {
        Track.share(rows, among: tracks, gap: gap).map {
            CellRect(column: column, row: row + $0.lowerBound, columns: columns, rows: $0.count)
        }
    }

    /// Returns the part that lines of text and tables lie in: off the edges,
    /// and no wider than the eye follows.
    package func readable(columns most: Int) -> CellRect {
        var part = inset(columns: 2)
        part.columns = min(part.columns, most)
        return part
    }

    /// Returns one row of the rectangle, counted from its top.
    package func line(_ row: Int) -> CellRect {
        CellRect(column: column, row: self.row + row, columns: columns, rows: 1)
    }
}
