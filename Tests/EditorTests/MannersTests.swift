import Editorial
import Input
import Testing

@testable import Editor

struct MannersTests {
    @Test func `A take that ends while nobody looks is told to the desktop, once`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .input(.focus(false)))
        state.keys("ctrl-g")
        var take = state.takes[0]
        for index in take.steps.indices { take.steps[index].state = .completed(seconds: 1) }
        take.film = .fixture
        let told = reduce(&state, .takesChanged([take]))
        #expect(told == [.notify(title: "Harbour", text: "Take 1 is done.")])
        let again = reduce(&state, .takesChanged([take]))
        #expect(again == [])
    }

    @Test func `Who looks at the window is not notified`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .input(.focus(false)))
        _ = reduce(&state, .input(.focus(true)))
        state.keys("ctrl-g")
        var take = state.takes[0]
        for index in take.steps.indices { take.steps[index].state = .completed(seconds: 1) }
        let told = reduce(&state, .takesChanged([take]))
        #expect(told == [])
    }

    @Test func `Moving through the themes tries them on, and only enter keeps one`() {
        var state = EditorState.fixture()
        let themes = ["dark", "nord"].map {
            ThemeSetting.Entry(id: $0, title: $0, isLight: false)
        }
        _ = reduce(&state, .themesChanged(themes))
        state.keys(":")
        state.write("theme")
        state.keys("enter", "j", "j")
        #expect(state.themes.shown == "nord")
        state.keys("esc")
        #expect(state.themes.shown == nil)
        _ = reduce(&state, .run("theme.choose"))
        state.keys("j", "j")
        let kept = state.keys("enter")
        #expect(kept == [.remember(InterfaceSettings(theme: "nord"))])
        #expect(state.themes.shown == "nord")
        #expect(state.popup == nil)
    }

    @Test func `A theme is taken by name, and a wrong name is told`() {
        var state = EditorState.fixture()
        state.themes.known = [ThemeSetting.Entry(id: "nord", title: "Nord", isLight: false)]
        state.keys(":")
        state.write("theme nord")
        state.keys("enter")
        #expect(state.themes.chosen == "nord")
        state.keys(":")
        state.write("theme nrd")
        state.keys("enter")
        #expect(state.themes.chosen == "nord")
        #expect(state.notice?.text == "There is no theme “nrd”; there are auto, nord.")
    }

    @Test func `Keys size the panel that is focused, from the size it has`() {
        var state = EditorState.fixture(focus: .presets)
        state.viewport.sizes = PanelSizes(presets: 30, prompt: 36, timeline: 9)
        state.keys("ctrl-w", ">")
        #expect(state.panelSizes == PanelSizes(presets: 32))
        state.focus = .timeline
        state.keys("3", "ctrl-w", "+")
        #expect(state.panelSizes.timeline == 12)
        state.keys("ctrl-w", "=")
        #expect(state.panelSizes == PanelSizes())
    }
}
