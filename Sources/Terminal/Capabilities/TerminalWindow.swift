package import Input

/// The extent of the terminal's window, as the kernel has it.
package struct TerminalWindow: Hashable, Sendable {
    package var cells: CellSize
    /// Zero where the terminal does not say; may include a border.
    package var pixelWidth: Int
    package var pixelHeight: Int

    package init(cells: CellSize, pixelWidth: Int = 0, pixelHeight: Int = 0) {
        self.cells = cells
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
    }

    /// More columns or rows than this are not drawn on.
    static let limit = CellSize(columns: 1000, rows: 500)
}
