import Terminal

/// Text broken into lines at its spaces, with every character's place kept.
struct WrappedText: Equatable {
    /// One line: what is drawn, and where in the text it starts.
    struct Line: Equatable {
        var text: String
        /// The offset of its first character.
        var start: Int
        var columns: Int
    }

    private(set) var lines: [Line] = []

    /// Breaks after spaces; a word longer than a line is broken where the line ends.
    ///
    /// The space that a line breaks at stays at the line's end and may hang over its edge.
    init(_ text: String, columns: Int) {
        let limit = max(1, columns)
        var line = Line(text: "", start: 0, columns: 0)
        var breakPlace: (line: Line, offset: Int)?
        var tail = ""
        for (offset, character) in text.enumerated() {
            if character.isNewline {
                lines.append(line)
                line = Line(text: "", start: offset + 1, columns: 0)
                (breakPlace, tail) = (nil, "")
                continue
            }
            let width = String(character).cellWidth
            if character != " ", line.columns + width > limit, !line.text.isEmpty {
                if let place = breakPlace {
                    lines.append(place.line)
                    line = Line(text: tail, start: place.offset, columns: tail.cellWidth)
                } else {
                    lines.append(line)
                    line = Line(text: "", start: offset, columns: 0)
                }
                (breakPlace, tail) = (nil, "")
            }
            line.text.append(character)
            line.columns += width
            if character == " " {
                (breakPlace, tail) = ((line, offset + 1), "")
            } else if breakPlace != nil {
                tail.append(character)
            }
        }
        lines.append(line)
    }

    /// Returns the line and the column before the character at an offset.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let line = lines.lastIndex { $0.start <= offset } ?? 0
        let inside = lines[line].text.prefix(max(0, offset - lines[line].start))
        return (line, String(inside).cellWidth)
    }

    /// The lines' text without the spaces they break at.
    var texts: [String] {
        lines.map { line in
            var text = line.text
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}
