import Editorial
import Input
import Testing

@testable import Editor

struct PendingKeyTests {
    @Test func `The first key of a sequence waits, and tells what may follow`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("ctrl-w")
        #expect(state.pending.chords == ["ctrl-w"])
        let next = state.nextKeys
        #expect(next.contains { $0.step == .chord("z") && $0.title == "Zoom the panel" })
        state.keys("z")
        #expect(state.isZoomed)
        #expect(state.pending.isEmpty && state.nextKeys.isEmpty)
    }

    @Test func `Escape and a key that means nothing end the wait and do nothing`() {
        var state = EditorState.fixture(focus: .timeline)
        let before = state
        state.keys("ctrl-w", "esc")
        #expect(state == before)
        state.keys("ctrl-w", "f9")
        #expect(state.pending.isEmpty)
        #expect(state.notice?.text == "ctrl-w f9 means nothing here.")
    }

    @Test func `A count does a move that many times`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("home")
        state.write("3")
        #expect(state.pending.count == 3)
        state.keys("j")
        #expect(state.presetCursor == 3)
        state.keys("2", "k")
        #expect(state.presetCursor == 1)
        state.keys("4", "G")
        #expect(state.presetCursor == 3)
        #expect(state.pending.isEmpty)
    }

    @Test func `A count never pays twice`() {
        var state = EditorState.fixture(focus: .timeline)
        let effects = state.keys("9", "g")
        #expect(state.takes.count == 1)
        #expect(effects.count == 1)
    }

    @Test func `A count with a repeated edit saves once`() {
        var state = EditorState.fixture(shots: 1, focus: .presets)
        state.keys("j", "enter")
        let effects = state.keys("1", "0", "]")
        #expect(effects.count == 1)
        #expect(state.draft.motions.first?.strength == 1)
    }

    @Test func `Digits are text where text is written`() {
        var state = EditorState.fixture(Draft(prompt: ""), focus: .prompt)
        state.keys("i")
        state.write("35mm")
        #expect(state.draft.prompt == "35mm")
    }
}

struct MacroTests {
    @Test func `Keys are recorded and pressed again`() {
        var state = EditorState.fixture(Draft(prompt: "fog"), focus: .prompt)
        state.keys("q", "a")
        #expect(state.macros.recording == "a")
        state.keys("A")
        state.write(", rain")
        state.keys("esc", "q")
        #expect(state.macros.recording == nil)
        #expect(state.draft.prompt == "fog, rain")
        state.keys("@", "a")
        #expect(state.draft.prompt == "fog, rain, rain")
        state.keys("2", "@", "@")
        #expect(state.draft.prompt == "fog, rain, rain, rain, rain")
    }

    @Test func `A macro that plays itself comes to an end`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("q", "b", "j", "@", "a", "q")
        state.keys("q", "a", "k", "@", "b", "@", "b", "q")
        state.keys("9", "9", "9", "@", "a")
        #expect(state.macros.allowance == nil && state.macros.depth == 0)
    }

    @Test func `An empty register says how to fill it`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("@", "x")
        #expect(state.notice?.text == "Nothing is recorded in x; qx begins to.")
    }

    @Test func `Twice q leaves`() {
        var state = EditorState.fixture(focus: .presets)
        let effects = state.keys("q", "q")
        #expect(effects == [.quit])
    }
}
