import Input

/// Where something that belongs to a place lies over the screen, such that all
/// of it is seen.
enum Overlay {
    /// Returns a rectangle below its anchor, or above where there is no room,
    /// and never over a screen's edge.
    static func place(_ size: CellSize, at anchor: CellPoint, on screen: CellSize) -> CellRect {
        let columns = min(size.columns, screen.columns)
        let rows = min(size.rows, screen.rows)
        let below = anchor.row + 1
        let above = anchor.row - rows
        let row = below + rows <= screen.rows ? below : max(0, above)
        return CellRect(
            column: max(0, min(anchor.column, screen.columns - columns)),
            row: min(row, screen.rows - rows),
            columns: columns,
            rows: rows
        )
    }
}

extension Canvas {
    /// Lays something over the panels, which the picture's cells give way to.
    mutating func layOver(_ rect: CellRect, _ role: Theme.Role = .raised) {
        lay(role, over: rect)
        if let picture {
            let over = picture.intersection(rect)
            if !over.isEmpty { covered.append(over) }
        }
    }
}
