package import Input

/// Text broken into the lines it is shown in.
package struct TextLayout: Hashable, Sendable {
    /// One line on the screen.
    package struct Line: Hashable, Sendable {
        /// The characters it shows, as offsets into the text; a space that it
        /// was broken at is the last of them, a line break is in none.
        package let range: Range<Int>
        package let text: String
        /// The column each of its characters starts at, and where the last one ends.
        let columns: [Int]

        /// Returns the column that a character starts at, by its place in the
        /// line; behind the last it is where that one ends.
        package func column(of offset: Int) -> Int {
            columns[min(max(0, offset), columns.count - 1)]
        }
    }

    /// At least one, which is empty when the text is.
    package let lines: [Line]

    /// Breaks text between words, and inside a word only when it is wider than a line.
    ///
    /// Spaces at a break hang over the edge, so that no line starts with them.
    /// `width` tells how many columns a character takes.
    package static func wrap(
        _ text: String,
        columns: Int,
        width: (Character) -> Int
    ) -> TextLayout {
        let characters = Array(text)
        var lines: [Line] = []
        var start = 0
        while start <= characters.count {
            let end = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
            var breaker = LineBreaker(characters: characters, columns: max(1, columns))
            lines += breaker.lines(in: start..<end, width: width)
            start = end + 1
        }
        return TextLayout(lines: lines)
    }

    /// Returns where a cursor before a character stands: at the start of the
    /// next line rather than at the end of a broken one.
    package func place(of cursor: Int) -> CellPoint {
        let row = lines.lastIndex { $0.range.lowerBound <= cursor } ?? 0
        let line = lines[row]
        let offset = min(max(0, cursor - line.range.lowerBound), line.range.count)
        return CellPoint(column: line.columns[offset], row: row)
    }

    /// Returns the cursor that stands nearest to a place; rows outside are clamped.
    package func cursor(at place: CellPoint) -> Int {
        let row = min(max(0, place.row), lines.count - 1)
        let line = lines[row]
        var offset = line.columns.lastIndex { $0 <= max(0, place.column) } ?? 0
        let isBroken =
            row + 1 < lines.count && lines[row + 1].range.lowerBound == line.range.upperBound
        // The end of a broken line is the start of the next one.
        if isBroken, offset == line.range.count, offset > 0 { offset -= 1 }
        return line.range.lowerBound + offset
    }
}

/// Breaks one paragraph.
private struct LineBreaker {
    let characters: [Character]
    let columns: Int

    mutating func lines(in paragraph: Range<Int>, width: (Character) -> Int) -> [TextLayout.Line] {
        var lines: [TextLayout.Line] = []
        var start = paragraph.lowerBound
        var used = 0
        /// Behind the last space of this line: where it can be broken.
        var afterSpace: Int?
        var place = start
        while place < paragraph.upperBound {
            let character = characters[place]
            let cells = max(0, width(character))
            if character == " " {
                used += cells
                afterSpace = place + 1
            } else if used + cells > columns, place > start {
                let next = afterSpace ?? place
                lines.append(line(start..<next, width))
                start = next
                afterSpace = nil
                used = characters[start..<place].reduce(0) { $0 + max(0, width($1)) } + cells
            } else {
                used += cells
            }
            place += 1
        }
        lines.append(line(start..<paragraph.upperBound, width))
        return lines
    }

    private func line(_ range: Range<Int>, _ width: (Character) -> Int) -> TextLayout.Line {
        var ends = [0]
        for character in characters[range] {
            ends.append(min(columns, (ends.last ?? 0) + max(0, width(character))))
        }
        return TextLayout.Line(range: range, text: String(characters[range]), columns: ends)
    }
}
