import Input

/// How a film is to be played.
struct PlayerOptions: Sendable {
    /// What the film is called.
    let name: String
    /// The most cells the picture may take; nil is the whole window.
    let cells: CellSize?
    /// Whether frames keep to the film's time; else all are shown, as fast as
    /// can be.
    let hasDelay: Bool
    let isLooping: Bool

    /// The last row tells of the player, unless it is there to be measured.
    var hasStatus: Bool { hasDelay }

    /// Where the picture goes.
    func area(in screen: CellSize) -> CellRect {
        let rows = screen.rows - (hasStatus && screen.rows > 1 ? 1 : 0)
        guard let cells else {
            return CellRect(column: 0, row: 0, columns: screen.columns, rows: rows)
        }
        return CellRect(
            column: 0,
            row: 0,
            columns: min(cells.columns, screen.columns),
            rows: min(cells.rows, rows)
        )
    }
}
