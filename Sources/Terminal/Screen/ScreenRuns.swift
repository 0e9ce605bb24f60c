import Input

/// What has to change on a row, in pieces that do not reach over a picture.
enum ScreenRuns {
    /// Returns the columns of each piece: from one changed cell to the last
    /// before an unchanged default blank, which ncurses must not write on.
    static func changed(row: Int, from old: Surface, to new: Surface) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var isOpen = false
        for column in 0..<new.size.columns {
            let cell = new[row, column]
            if cell != old[row, column] {
                let start = isOpen ? runs.removeLast().lowerBound : column
                runs.append(start..<column + 1)
                isOpen = true
            } else if cell.isDefaultBlank {
                isOpen = false
            }
        }
        return runs
    }
}

extension Cell {
    /// Whether a picture may lie here: nothing is drawn, in no colours.
    var isDefaultBlank: Bool { text == " " && style == CellStyle() }
}
