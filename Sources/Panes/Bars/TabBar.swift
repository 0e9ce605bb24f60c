import Editor
import Input

/// The panels as tabs, where there is room for one at a time.
struct TabBar {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        Tabs(
            tabs: Panel.allCases.map { Tabs.Tab(title: $0.title, target: .panel($0)) },
            selected: state.focus.functionKey - 1
        ).draw(on: &canvas, in: rect)
    }
}
