import Editor
import Editorial
import Input
import Motion
import Panes
import Terminal
import Testing

struct EmptyStateTests {
    private func text(_ state: EditorState) -> String {
        draw(state).surface.lines.joined(separator: "\n")
    }

    @Test func `Without takes the timeline says what a take is and which key makes one`() {
        let screen = text(.fixture(takes: []))
        #expect(screen.contains("No takes yet. A take is a film of this shot; g makes one."))
    }

    @Test func `A filter that finds nothing says so and how to see all`() {
        var state = EditorState.fixture()
        state.typing = .filter
        state.presetList.filter = TextField("zzz")
        let screen = text(state)
        #expect(screen.contains("No preset matches “zzz”."))
        #expect(screen.contains("shows all 12"))
        #expect(screen.contains("0 of 12"))
    }

    @Test func `Without a prompt the stage is no picture and says what it is for`() {
        let state = EditorState.fixture(focus: .prompt, takes: [], prompt: "")
        #expect(draw(state).picture == nil)
        let screen = text(state)
        #expect(screen.contains("The shot is seen here before it costs anything."))
        #expect(screen.contains("Write a prompt"))
        #expect(screen.contains("made by the model"))
    }

    @Test func `An empty prompt names the key that writes it from where one is`() {
        let inside = EditorState.fixture(focus: .prompt, takes: [], prompt: "")
        #expect(text(inside).contains("enter describes the shot"))
        let beside = EditorState.fixture(focus: .timeline, takes: [], prompt: "")
        #expect(text(beside).contains("i describes the shot"))
    }

    @Test func `A failed take says why and how to retry`() {
        let screen = text(.fixture(focus: .timeline, takes: [.failed, .completed]))
        #expect(screen.contains("✗ video"))
        #expect(screen.contains("The disk is full; free 200 MB, then retry."))
        #expect(screen.contains("R retry"))
    }

    @Test func `An uncertain take says what is open and what can be decided`() {
        let screen = text(.fixture(focus: .timeline, takes: [.uncertain, .completed]))
        #expect(screen.contains("? video"))
        #expect(screen.contains("No answer came; look at the service’s list."))
        #expect(screen.contains("R ask again"))
        #expect(screen.contains("x let go"))
    }

    @Test func `While the presets are read that is said, and none is shown before the others`() {
        var state = EditorState.fixture()
        let library = state.presets
        state.presets = .init([library.presets[0]])
        state.isReadingPresets = true
        let screen = text(state)
        #expect(screen.contains("Reading the presets…"))
        #expect(!screen.contains(library.presets[0].name))
        _ = reduce(&state, .presetsChanged(library, own: []))
        #expect(!text(state).contains("Reading the presets"))
        #expect(state.currentPreset != nil)
    }

    @Test func `A library without presets says where they come from`() {
        var state = EditorState.fixture()
        state.presets = .init([])
        #expect(text(state).contains("Presets move the camera."))
    }

    @Test func `A queued take says that it waits`() {
        #expect(text(.fixture(takes: [.queued])).contains("waiting its turn"))
    }
}
