import Terminal

/// A value that is chosen from a list, closed.
struct SelectBox: Equatable {
    var value: String
    /// A quiet word behind it.
    var detail = ""
    var detailInk = Theme.Role.faint
    /// Whether the cursor is on it, so that its arrow shows.
    var isCurrent = false
    /// Why the value cannot stay; it is then told by its ink.
    var hasProblem = false
    /// Whether it counts for nothing now.
    var isDimmed = false

    /// Returns it in exactly this many columns.
    func text(columns: Int, glyphs: Glyphs) -> StyledText {
        var line = StyledText(
            value.clipped(to: max(0, columns - 2)),
            hasProblem ? .failed : isDimmed ? .faint : .text
        )
        if !detail.isEmpty, line.columns + detail.cellWidth + 4 <= columns {
            line.append("  \(detail)", detailInk)
        }
        line.pad(to: max(0, columns - 1))
        if columns > 1 { line.append(glyphs.caretDown, isCurrent ? .accent : .faint) }
        return line
    }
}
