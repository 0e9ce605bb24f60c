import Editor
import Input

/// A measure of the picture in a corner of it.
struct ScopeInset {
    let reading: ScopeReading

    /// The dots that a scope has room for.
    static let cells = CellSize(columns: 30, rows: 9)

    func draw(on canvas: inout Canvas, over picture: CellRect) {
        let size = CellSize(columns: Self.cells.columns + 2, rows: Self.cells.rows + 1)
        guard picture.columns >= size.columns + 8, picture.rows >= size.rows + 2 else { return }
        let rect = CellRect(
            column: picture.column,
            row: picture.maxRow - size.rows,
            columns: size.columns,
            rows: size.rows
        )
        canvas.layOver(rect)
        let inside = rect.inset(columns: 1)
        canvas.write(reading.scope.title, .muted, in: inside, row: 0)
        let plot = inside.rows([.fixed(1), Track()])[1]
        let inks: [Theme.Role] =
            reading.planes.count == 3 ? [.failed, .done, .motion] : [.text]
        let width = reading.columns / 2
        for (place, (plane, ink)) in zip(reading.planes, inks).enumerated() {
            for cell in cells(of: plane) {
                canvas.write(
                    canvas.glyphs.hasBraille ? cell.glyph : ".",
                    ink,
                    in: plot,
                    row: cell.row,
                    column: place * (width + 1) + cell.column
                )
            }
        }
    }

    /// Brightnesses from here on are dots.
    private static let threshold: UInt8 = 24

    private func cells(of plane: [UInt8]) -> [ScatterPlot.Dots] {
        var dots: [ScatterPlot.Dots] = []
        let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
        for row in 0..<reading.rows / 4 {
            for column in 0..<reading.columns / 2 {
                var pattern: UInt32 = 0
                for (x, lane) in bits.enumerated() {
                    for (y, bit) in lane.enumerated() {
                        let place = (row * 4 + y) * reading.columns + column * 2 + x
                        if plane[place] >= Self.threshold { pattern |= bit }
                    }
                }
                guard pattern != 0, let scalar = Unicode.Scalar(0x2800 + pattern) else { continue }
                dots.append(.init(row: row, column: column, glyph: String(Character(scalar))))
            }
        }
        return dots
    }
}
