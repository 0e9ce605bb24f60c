import Editorial
import Input
import Testing

@testable import Editor

struct TourTests {
    @Test func `Each step of the tour ends by being done`() {
        var state = EditorState.fixture(focus: .presets)
        _ = reduce(&state, .run("tour.start"))
        #expect(state.tour?.step.title == "Pick a move")
        state.presetList.selection = .preset("dolly-in", .camera)
        state.keys("enter")
        #expect(state.tour?.step.title == "Take the camera")
        state.keys("c", "l", "enter")
        #expect(state.tour?.step.title == "Take the camera")
        state.keys("esc")
        #expect(state.tour?.step.title == "Say what is seen")
        state.keys("f3", "enter")
        state.write("!")
        state.keys("esc")
        #expect(state.tour?.step.title == "Make a take")
        state.keys("ctrl-g")
        #expect(state.tour?.step.title == "Cut the film")
        state.keys("f4", "a")
        #expect(state.tour == nil)
        #expect(state.notice?.severity == .success)
    }

    @Test func `The tour is left at once and begun again`() {
        var state = EditorState.fixture(focus: .presets)
        _ = reduce(&state, .entered("tutor"))
        _ = reduce(&state, .run("tour.skip"))
        #expect(state.tour == nil)
        _ = reduce(&state, .entered("tutor"))
        #expect(state.tour != nil)
    }
}
