import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct PopupTests {
    private func enter(_ line: String, into state: inout EditorState) -> [Effect] {
        state.keys(":")
        state.write(line)
        return state.keys("enter")
    }

    @Test func `The command line sets values as edits`() {
        var state = EditorState.fixture(focus: .preview)
        _ = enter("seed 12", into: &state)
        _ = enter("duration 2.5", into: &state)
        _ = enter("aspect 21:9", into: &state)
        _ = enter("style noir", into: &state)
        _ = enter("rename Deck", into: &state)
        #expect(state.draft.seed == 12)
        #expect(state.draft.duration == RationalTime(5, 2))
        #expect(state.draft.aspect == Aspect(21, 9))
        #expect(state.draft.style == .noir)
        #expect(state.shot.name == "Deck")
        #expect(state.history.edits.count == 5)
    }

    @Test(arguments: [
        "seed x", "seed -1", "duration 0", "duration nan", "aspect 100:1", "aspect wide",
        "style loud", "seed", "quit now", "nothing", "preset dooly", "take.generate twice",
        "list.up",
    ])
    func `A line that makes no sense changes nothing and says why`(_ line: String) {
        var state = EditorState.fixture(focus: .preview)
        let project = state.project
        #expect(enter(line, into: &state) == [])
        #expect(state.project == project)
        #expect(state.popup == nil)
        #expect(state.notice?.severity == .warning)
    }

    @Test func `Leaving is a line too`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(enter("q", into: &state) == [.quit])
    }

    @Test func `A frame is written as the preview shows it`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys(".")
        let request = state.previewRequest
        #expect(
            enter("image still.png", into: &state) == [.exportImage(request, path: "still.png")]
        )
        #expect(request.frame == FrameIndex(1))
    }

    @Test func `A command goes by its name`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(enter("take.generate", into: &state).count == 1)
    }

    @Test func `A command is meant by what follows its dot, where no other ends so`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(enter("generate", into: &state).count == 1)
        #expect(enter("next", into: &state) == [])
        #expect(state.notice?.text.hasPrefix("“next” may be ") == true)
        #expect(enter("generat", into: &state) == [])
        let asked = "No command is called “generat”; did you mean “generate”?"
        #expect(state.notice?.text == asked)
        state.keys(":")
        state.write("gener")
        #expect(state.completions.map(\.word).contains("take.generate"))
    }

    @Test func `A preset is added by its name`() {
        var state = EditorState.fixture(focus: .preview)
        _ = enter("preset Orbit left", into: &state)
        #expect(state.motions == ["orbit-left"])
        #expect(state.currentPreset?.preset.id == "orbit-left")
    }

    @Test func `Tab completes and goes round`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys(":")
        state.write("see")
        state.keys("tab")
        #expect(state.textField?.text == "seed ")
        #expect(state.completions.map(\.word) == ["seed", "seed.random"])
        state.keys("tab")
        #expect(state.textField?.text == "seed.random")
        state.keys("tab")
        #expect(state.textField?.text == "seed ")
        state.keys("shift-tab")
        #expect(state.textField?.text == "seed.random")
    }

    @Test func `Up brings the lines before back, down the empty one`() {
        var state = EditorState.fixture(focus: .preview)
        _ = enter("seed 1", into: &state)
        _ = enter("seed 2", into: &state)
        state.keys(":", "up")
        #expect(state.textField?.text == "seed 2")
        state.keys("up", "up")
        #expect(state.textField?.text == "seed 1")
        state.keys("down", "down")
        #expect(state.textField?.text == "")
    }

    @Test func `The palette finds commands and presets and puts the best first`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("ctrl-p")
        state.write("dolly i")
        #expect(state.paletteRows.first?.subject == .preset("dolly-in"))
        state.keys("enter")
        #expect(state.motions == ["dolly-in"])
        #expect(state.popup == nil)
    }

    @Test func `The palette says what cannot be done and which key does it`() throws {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("ctrl-p")
        state.write("cancel")
        let row = try #require(state.paletteRows.first)
        #expect(row.subject == .command("take.cancel"))
        #expect(row.keys == "x")
        #expect(row.reason == "Go to a take that is queued or running first.")
    }

    @Test func `The palette runs a command from inside the prompt`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("i", "ctrl-p")
        state.write("zoom the")
        state.keys("enter")
        #expect(state.isZoomed)
        #expect(state.mode == .normal)
    }

    @Test func `Help is made from the keymap for the focused panel`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("?")
        let rows = state.helpRows
        #expect(rows.first == .heading("Timeline"))
        let quit = HelpRow.command(
            keys: ["q q", "ctrl-c"],
            title: "Quit",
            help: "Leaves Kinema; everything is saved, and takes go on."
        )
        #expect(rows.contains(quit))
        state.keys("G")
        #expect(
            state.popup == .help(contexts: [.timeline, .global, .anywhere], scroll: rows.count - 1)
        )
        state.keys("q")
        #expect(state.popup == nil)
    }

    @Test func `ctrl-c leaves a field or a popup, and quits only from NORMAL`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("i")
        #expect(state.keys("ctrl-c") == [])
        state.keys(":")
        #expect(state.keys("ctrl-c") == [])
        #expect(state.popup == nil)
        #expect(state.keys("ctrl-c") == [.quit])
        #expect(state.keys("ctrl-z") == [.suspend])
    }

    @Test func `A take is cancelled and retried from its details`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g", "enter")
        let id = state.takes[0].id
        #expect(state.popup == .takeDetails(id, scroll: 0))
        #expect(state.keys("x") == [.cancelTake(id)])
    }
}
