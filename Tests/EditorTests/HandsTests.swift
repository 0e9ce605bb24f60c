import Editorial
import Input
import Testing

@testable import Editor

struct HandsTests {
    @Test func `A change is done again on another shot`() {
        var state = EditorState.fixture(shots: 2, focus: .presets)
        state.presetList.selection = .preset("dolly-in", .camera)
        state.keys("enter")
        state.selectShot(by: 1)
        state.presetList.selection = .preset("dolly-in", .camera)
        #expect(state.motions == [])
        state.keys(".")
        #expect(state.motions == ["dolly-in"])
    }

    @Test func `Going back returns to the place that was left`() {
        var state = EditorState.fixture(shots: 3, focus: .timeline)
        state.playback.frame = FrameIndex(7)
        _ = state.enter("goto 40")
        #expect(state.playback.frame.value == 40)
        state.keys("ctrl-o")
        #expect(state.playback.frame.value == 7)
        state.keys("alt-o")
        #expect(state.playback.frame.value == 40)
    }

    @Test func `A mark is a shot and a frame`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.playback.frame = FrameIndex(9)
        state.keys("m", "a", "right")
        #expect(state.shotIndex == 1)
        state.keys("'", "a")
        #expect(state.shotIndex == 0)
        #expect(state.playback.frame.value == 9)
    }

    @Test func `Undoing and editing opens a branch, and none is lost`() {
        var state = EditorState.fixture(focus: .timeline)
        let first = state.project
        _ = state.enter("rename pier")
        let named = state.project
        state.keys("u")
        _ = state.enter("rename quay")
        #expect(
            state.historyRows.map(\.title) == [
                "Rename the shot", "Rename the shot", "As it was opened first",
            ]
        )
        state.keys("U", "down", "enter")
        #expect(state.project == named)
        state.keys("U", "end", "enter")
        #expect(state.project == first)
    }
}
