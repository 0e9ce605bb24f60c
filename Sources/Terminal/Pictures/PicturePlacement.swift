import Input

/// One picture on its way to a rectangle of cells.
struct PicturePlacement {
    let picture: Picture
    let rect: CellRect
    /// A byte for each cell of the rectangle, row by row; 1 is under a pop-up.
    let covered: [UInt8]

    var hasCovered: Bool { covered.contains(1) }

    init(_ picture: Picture, in rect: CellRect, covered: [CellRect]) {
        self.picture = picture
        self.rect = rect
        var mask = [UInt8](repeating: 0, count: rect.columns * rect.rows)
        for cover in covered {
            let hidden = cover.intersection(rect)
            guard !hidden.isEmpty else { continue }
            for row in hidden.row..<hidden.maxRow {
                for column in hidden.column..<hidden.maxColumn {
                    mask[(row - rect.row) * rect.columns + column - rect.column] = 1
                }
            }
        }
        self.covered = mask
    }

    /// The picture's extent with so many pixels a cell.
    func size(_ grain: CellPixels) -> CellPixels {
        CellPixels(width: rect.columns * grain.width, height: rect.rows * grain.height)
    }
}
