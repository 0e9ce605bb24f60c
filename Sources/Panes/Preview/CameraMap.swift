import Editor
import Editorial
import Input
import Motion

/// The camera's way seen from above, in a corner of the picture: the subject
/// ahead, the path, and where on it the camera is.
struct CameraMap {
    let state: EditorState

    private static let size = CellSize(columns: 22, rows: 7)
    private static let samples = 72

    func draw(on canvas: inout Canvas, over picture: CellRect) {
        guard picture.columns >= 2 * Self.size.columns, picture.rows >= 2 * Self.size.rows else {
            return
        }
        let rect = CellRect(
            column: picture.maxColumn - Self.size.columns,
            row: picture.maxRow - Self.size.rows,
            columns: Self.size.columns,
            rows: Self.size.rows
        )
        canvas.layOver(rect)
        let inside = rect.inset(columns: 1)
        canvas.write(
            StyledText("path", .muted),
            right: StyledText("from above", .faint),
            in: inside,
            row: 0
        )
        drawWay(on: &canvas, in: inside.rows([.fixed(1), Track()])[1])
    }

    private func drawWay(on canvas: inout Canvas, in rect: CellRect) {
        let path = ShotDirection(state.framedDraft, in: state.presets).camera.steady
        let places = (0..<Self.samples).map {
            path.pose(at: Double($0) / Double(Self.samples - 1)).position
        }
        let frame = state.playback.frame
        let here = path.pose(at: path.time(of: frame, count: state.draft.frameCount)).position
        let subject = SIMD3<Double>(0, 0, 1)
        let plot = ScatterPlot(points: (places + [here, subject]).map { ($0.x, $0.z) })
        for dot in plot.dots(of: places.map { ($0.x, $0.z) }, in: rect.size) {
            canvas.write(
                canvas.glyphs.hasBraille ? dot.glyph : ".",
                .motion,
                in: rect,
                row: dot.row,
                column: dot.column
            )
        }
        for (point, glyph, ink) in [
            (subject, canvas.glyphs.key, Theme.Role.text),
            (here, canvas.glyphs.knob, Theme.Role.accent),
        ] {
            let cell = plot.cell(of: (point.x, point.z), in: rect.size)
            canvas.write(glyph, ink, in: rect, row: cell.row, column: cell.column)
        }
    }
}
