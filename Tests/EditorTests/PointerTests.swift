import Editorial
import Generation
import Input
import Motion
import Testing

@testable import Editor

struct PointerTests {
    @Test func `A click gives its panel the focus and leaves the text field`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("i")
        state.click(.panel(.timeline))
        #expect(state.focus == .timeline)
        #expect(state.mode == .normal)
    }

    @Test func `A click on a preset selects it and tries it on`() {
        var state = EditorState.fixture(focus: .prompt)
        state.click(.presetRow(2))
        #expect(state.focus == .presets)
        #expect(state.currentPreset?.preset.id == "dolly-in")
        #expect(state.auditioned == "dolly-in")
    }

    @Test func `A click on a heading folds it`() {
        var state = EditorState.fixture()
        state.click(.category(.camera))
        #expect(state.presetRows.count == 1)
        state.click(.category(.camera))
        #expect(state.presetRows.count == 7)
    }

    @Test func `A click on the button generates`() {
        var state = EditorState.fixture(focus: .presets)
        let effects = state.click(.generateButton)
        #expect(effects.orders.map(\.take) == [state.takes[0].id])
    }

    @Test func `A click on a field edits it`() {
        var state = EditorState.fixture()
        state.click(.field(.prompt))
        #expect(state.mode == .insert)
        state.click(.field(.style))
        #expect(state.popup == .choices(ChoiceList(subject: .style, selection: 0)))
        state.click(.popupRow(2))
        #expect(state.draft.style == .noir)
        #expect(state.popup == nil)
    }

    @Test func `A click beside a popup closes it and does nothing else`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys(":")
        #expect(state.click(.generateButton) == [])
        #expect(state.popup == nil)
        #expect(state.takes.isEmpty)
    }

    @Test func `Dragging along the scrubber scrubs from end to end`() {
        var state = EditorState.fixture()
        state.click(.scrubber(columns: 11, column: 5))
        #expect(state.playback.frame == FrameIndex(60))
        // The pointer may leave the bar: what was pressed goes with it.
        state.drag(to: CellPoint(column: 5, row: 9))
        #expect(state.playback.frame == FrameIndex(119))
        state.drag(to: CellPoint(column: -40, row: 3))
        #expect(state.playback.frame == FrameIndex(0))
        state.release()
        state.drag(to: CellPoint(column: 5, row: 9))
        #expect(state.playback.frame == FrameIndex(0))
    }

    @Test func `Dragging an edge gives the panel the size, and keeps it`() {
        var state = EditorState.fixture()
        state.click(.splitter(.presets))
        state.drag(to: CellPoint(column: 41, row: 9))
        #expect(state.panelSizes == PanelSizes(presets: 41))
        let kept = state.release()
        let sizes = PanelSizes(presets: 41)
        #expect(
            kept == [
                .remember(InterfaceSettings(sizes: sizes)),
                .rememberPanels(state.project.id, PanelLayout(sizes: sizes)),
            ]
        )
        state.click(.splitter(.prompt))
        state.drag(to: CellPoint(column: 79, row: 9))
        #expect(state.panelSizes.prompt == 40)
        state.click(.splitter(.timeline))
        state.drag(to: CellPoint(column: 0, row: 27))
        #expect(state.panelSizes.timeline == 12)
    }

    @Test func `Two presses on an edge give the usual size back`() {
        var state = EditorState.fixture()
        state.panelSizes.presets = 60
        state.click(.splitter(.presets))
        state.release()
        state.click(.splitter(.presets))
        #expect(state.panelSizes == PanelSizes())
    }

    @Test func `Two quick presses do what enter does, two slow ones do not`() {
        var state = EditorState.fixture(focus: .prompt)
        state.click(.presetRow(2))
        state.tick(1500)
        state.click(.presetRow(2))
        #expect(state.motions == [])
        state.tick(1800)
        state.click(.presetRow(2))
        #expect(state.motions == ["dolly-in"])
    }

    @Test func `Dragging over the prompt selects what lies between`() {
        var state = EditorState.fixture()
        let line = HitTarget.promptText(row: 0, firstColumn: 10)
        _ = reduce(&state, .pressed(line, .press(at: CellPoint(column: 12, row: 5))))
        #expect(state.mode == .insert)
        #expect(state.promptPanel.cursor == 2)
        state.drag(to: CellPoint(column: 19, row: 5))
        #expect(state.promptField.selectedText == "harbour")
        state.release()
        state.keys("delete")
        #expect(state.draft.prompt == "a  at dawn")
    }

    @Test func `The right button opens what can be done with what is under it`() {
        var state = EditorState.fixture(shots: 2)
        let second = state.project.shots[1].id
        let press = PointerEvent(
            kind: .press,
            button: .right,
            position: CellPoint(column: 4, row: 30)
        )
        _ = reduce(&state, .pressed(.shot(second), press))
        #expect(state.selectedShot == second)
        #expect(state.menuRows.map(\.title).contains("Duplicate the shot"))
        #expect(state.menuRows.first { $0.title == "Take details" }?.reason != nil)
        let row = state.menuRows.firstIndex { $0.title == "Duplicate the shot" } ?? 0
        state.click(.popupRow(row))
        #expect(state.project.shots.count == 3)
        #expect(state.popup == nil)
    }

    @Test func `The wheel moves the list under it`() {
        var state = EditorState.fixture(focus: .prompt)
        _ = reduce(&state, .pressed(.presetRow(3), .wheelDown))
        #expect(state.presetCursor == 2)
        _ = reduce(&state, .pressed(.presetRow(3), .wheelUp))
        #expect(state.presetCursor == 1)
    }

    @Test func `The wheel over a popup scrolls it`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("?")
        _ = reduce(&state, .pressed(.popup, .wheelDown))
        #expect(
            state.popup == .help(contexts: [.promptNormal, .prompt, .global, .anywhere], scroll: 1)
        )
    }

    @Test func `Clicks on shots, takes and steps select them`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.keys("g", "g")
        let first = state.takes[0].id
        state.click(.take(first))
        #expect(state.currentTake?.id == first)
        state.click(.step(first, .video))
        #expect(state.popup == .takeDetails(first, scroll: 0))
        state.keys("esc")
        state.click(.shot(state.project.shots[1].id))
        #expect(state.shotIndex == 1)
    }

    @Test func `Rows that are gone are not hit`() {
        var state = EditorState.fixture(focus: .preview)
        let before = state.presetList
        state.click(.presetRow(99))
        state.click(.presetRow(-1))
        state.click(.field(.motion(2)))
        #expect(state.presetList == before)
        #expect(state.popup == nil)
    }
}
