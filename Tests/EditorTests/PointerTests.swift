import Editorial
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
        #expect(effects == [.submitTake(state.takes[0].id, state.selectedShot, state.draft)])
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
        _ = reduce(&state, .pressed(.scrubber(columns: 11, column: 10), .drag))
        #expect(state.playback.frame == FrameIndex(119))
        _ = reduce(&state, .pressed(.scrubber(columns: 0, column: -4), .drag))
        #expect(state.playback.frame == FrameIndex(0))
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
        #expect(state.popup == .help(contexts: [.prompt, .global, .anywhere], scroll: 1))
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
