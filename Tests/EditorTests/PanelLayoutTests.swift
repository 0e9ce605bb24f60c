import Editorial
import Input
import Testing

@testable import Editor

/// Panels that are hidden and sized, for each project.
struct PanelLayoutTests {
    @Test func `A panel is hidden by its key with shift, and shown again by the key alone`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("f4")
        #expect(state.focus == .timeline)
        let effects = state.keys("shift-f4")
        #expect(state.hiddenPanels == [.timeline])
        #expect(state.focus == .preview)
        #expect(effects.contains(.rememberPanels(state.project.id, state.panelLayout)))
        state.keys("f4")
        #expect(state.hiddenPanels == [])
        #expect(state.focus == .timeline)
    }

    @Test func `The preview stays, and says so`() {
        var state = EditorState.fixture(focus: .preview)
        _ = reduce(&state, .run("panel.hide"))
        #expect(state.hiddenPanels == [])
        #expect(state.notice?.text.contains("The preview stays") == true)
    }

    @Test func `Going about passes over what is hidden`() {
        var state = EditorState.fixture(focus: .presets)
        _ = reduce(&state, .entered("panel prompt"))
        state.keys("tab")
        #expect(state.focus == .preview)
        state.keys("tab")
        #expect(state.focus == .timeline)
        state.keys("tab")
        #expect(state.focus == .presets)
    }

    @Test func `Only the preview is left, and all come back`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("ctrl-w", "o")
        #expect(state.hiddenPanels == [.presets, .prompt, .timeline])
        #expect(state.focus == .preview)
        state.keys("ctrl-w", "=")
        #expect(state.hiddenPanels == [])
    }

    @Test func `Each project has its panels as they were left there`() {
        var state = EditorState.fixture(focus: .presets)
        state.panelLayout = PanelLayout(sizes: PanelSizes(presets: 40), hidden: [.timeline])
        var other = EditorState.fixture(shots: 2)
        let opened = OpenedState(
            project: other.project,
            history: EditHistory(),
            takes: [],
            frameNames: [:],
            panels: PanelLayout(sizes: PanelSizes(prompt: 50))
        )
        _ = reduce(&state, .projectOpened(opened))
        #expect(state.panelLayout == PanelLayout(sizes: PanelSizes(prompt: 50)))
        _ = reduce(&other, .projectOpened(opened))
        #expect(other.panelSizes.prompt == 50)
    }

    @Test func `A name that is no panel's is answered with those there are`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .entered("panel sound"))
        #expect(state.notice?.text.contains("presets, preview, prompt, timeline") == true)
    }
}
