import Editor
import Input

/// An edge between panels that can be dragged.
struct SplitterHandle {
    let edge: Layout.Edge
    /// Whether the pointer is on it.
    var isHovered = false

    func draw(on canvas: inout Canvas) {
        canvas.press(edge.rect, .splitter(edge.splitter))
        // The timeline draws its own upper edge, which says too where the focus is.
        guard edge.splitter != .timeline else {
            if isHovered { draw(canvas.glyphs.heavyRule, .accent, on: &canvas) }
            return
        }
        canvas.lay(.background, over: edge.rect)
        draw(canvas.glyphs.divider, isHovered ? .accent : .rule, on: &canvas)
    }

    private func draw(_ glyph: String, _ ink: Theme.Role, on canvas: inout Canvas) {
        let line = String(repeating: glyph, count: edge.rect.columns)
        for row in 0..<edge.rect.rows { canvas.write(line, ink, in: edge.rect, row: row) }
    }
}
