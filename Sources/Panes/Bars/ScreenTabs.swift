import Editor
import Input

/// The screens by name, on those that are not the panels.
struct ScreenTabs {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        Tabs(
            tabs: EditorScreen.allCases.map { Tabs.Tab(title: $0.title, target: .screenTab($0)) },
            selected: EditorScreen.allCases.firstIndex(of: state.screen) ?? 0
        ).draw(on: &canvas, in: rect.inset(columns: rect.columns > 60 ? 1 : 0))
    }
}
