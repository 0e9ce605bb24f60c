import Editor
import Editorial
import Input

/// What the pointer is on, where that says more than the screen does.
struct HoverTip {
    let state: EditorState

    func draw(on canvas: inout Canvas) {
        guard state.popup == nil, let hovered = state.hovered, let text,
            let region = canvas.regions.last(where: { $0.target == hovered })
        else { return }
        let anchor = CellPoint(
            column: region.rect.column + min(2, region.rect.columns / 2),
            row: region.rect.row + (region.rect.columns == 1 ? region.rect.rows / 2 : 0)
        )
        Tooltip(text: text, anchor: anchor).draw(on: &canvas)
    }

    private var text: String? {
        switch state.hovered {
        case .splitter: "Drag to resize; press twice for the usual size."
        case .generateButton: state.readiness.problems.first?.message
        case .take(let id):
            state.take(id)?.failure?.message
        default: nil
        }
    }
}
