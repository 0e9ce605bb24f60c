extension String {
    /// Columns the string takes on the screen; what ``Surface/write(_:row:column:style:columns:)``
    /// would use with room enough.
    package var cellWidth: Int {
        var columns = 0
        for character in self {
            ScreenCluster.forEach(in: character) { columns += $0.columns }
        }
        return columns
    }

    /// Returns the longest beginning that fits, with `…` in place of what was
    /// cut when there is room for it.
    package func clipped(to columns: Int, ellipsis: Bool = true) -> String {
        guard columns > 0 else { return "" }
        guard cellWidth > columns else { return self }
        let room = ellipsis ? columns - 1 : columns
        var used = 0
        var end = startIndex
        for index in indices {
            used += String(self[index]).cellWidth
            if used > room { break }
            end = self.index(after: index)
        }
        return String(self[..<end]) + (ellipsis ? "…" : "")
    }

    /// The string without control and direction-override characters; a tab or
    /// a line's end becomes a space, so that words stay apart.
    package var printable: String {
        var result = ""
        for character in self {
            if character.isNewline || character == "\t" {
                result.append(" ")
            } else if character.unicodeScalars.allSatisfy(\.isPrintable) {
                result.append(character)
            } else {
                let kept = character.unicodeScalars.filter(\.isPrintable)
                result.unicodeScalars.append(contentsOf: kept)
            }
        }
        return result
    }
}
