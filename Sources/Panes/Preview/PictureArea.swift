import Editorial
import Input
import Terminal

/// Where a picture lies on its stage: whole cells of about its shape, centred.
enum PictureArea {
    static func fitted(_ size: PixelSize, cell: CellPixels, in stage: CellRect) -> CellRect {
        guard !stage.isEmpty, size.width > 0, size.height > 0, cell.width > 0, cell.height > 0
        else { return .zero }
        let wide = Double(size.width) / Double(cell.width)
        let high = Double(size.height) / Double(cell.height)
        let scale = min(Double(stage.columns) / wide, Double(stage.rows) / high)
        let columns = min(stage.columns, max(1, Int((wide * scale).rounded())))
        let rows = min(stage.rows, max(1, Int((high * scale).rounded())))
        return CellRect(
            column: stage.column + (stage.columns - columns) / 2,
            row: stage.row + (stage.rows - rows) / 2,
            columns: columns,
            rows: rows
        )
    }
}
