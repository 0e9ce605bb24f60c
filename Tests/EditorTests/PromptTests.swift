import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct PromptTests {
    @Test func `Typing changes the prompt and every change is saved`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        state.keys("i")
        let effects = state.write("fog")
        #expect(state.draft.prompt == "fog")
        #expect(effects.count == 3)
        #expect(effects.last == .save(state.project, state.history))
    }

    @Test func `Keys that are commands are text in a field`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        state.keys("enter")
        state.write("quit? g:z")
        #expect(state.draft.prompt == "quit? g:z")
        #expect(state.popup == nil)
    }

    @Test func `What is typed in one go is undone in one go`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        state.keys("i")
        state.write("fog")
        state.keys("esc", "i")
        state.write("gy")
        state.keys("esc", "u")
        #expect(state.draft.prompt == "fog")
        state.keys("u")
        #expect(state.draft.prompt == "")
        state.keys("ctrl-r", "ctrl-r")
        #expect(state.draft.prompt == "foggy")
    }

    @Test func `Another kind of edit ends the typing`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        state.keys("i")
        state.write("fog")
        state.keys("esc", "down", "right")
        #expect(state.history.edits.map(\.title) == ["Change the prompt", "Change the style"])
    }

    @Test func `A novel is cut at ten thousand characters, in words`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        _ = reduce(&state, .input(.paste(String(repeating: "sea ", count: 5000))))
        #expect(state.draft.prompt.count == 10_000)
        #expect(state.notice?.text == "The text was cut at 10 000 characters.")
        #expect(state.notice?.severity == .warning)
    }

    @Test func `A paste keeps its lines and loses its control characters`() {
        var state = EditorState.fixture(Draft(), focus: .prompt)
        _ = reduce(&state, .input(.paste("one\r\ntwo\u{1B}[2J")))
        #expect(state.draft.prompt == "one\ntwo[2J")
    }

    @Test func `Up and down follow the lines as they are shown and keep the column`() {
        var state = EditorState.fixture(Draft(prompt: "12345678 12\n12345678"), focus: .prompt)
        _ = reduce(&state, .laidOut(Viewport(promptColumns: 8)))
        state.keys("i")
        #expect(state.promptCursor == CellPoint(column: 8, row: 2))
        state.keys("up")
        #expect(state.promptCursor == CellPoint(column: 2, row: 1))
        state.keys("up")
        #expect(state.promptCursor.row == 0)
        #expect(state.promptCursor.column >= 7)
        state.keys("up")
        #expect(state.promptPanel.cursor == 0)
    }

    @Test func `The cursor of the field walks the rows and stays on them`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("k", "j")
        #expect(state.promptPanel.field == .style)
        state.keys("G", "j")
        #expect(state.promptPanel.field == .generate)
    }

    @Test func `Left and right change the value in place`() {
        var state = EditorState.fixture(focus: .prompt)
        state.promptPanel.field = .style
        state.keys("l")
        #expect(state.draft.style == .natural)
        state.keys("h", "h")
        #expect(state.draft.style == .vintage)
    }

    @Test func `Duration moves by half seconds within what a take may last`() {
        var state = EditorState.fixture(focus: .prompt)
        state.promptPanel.field = .duration
        state.keys("l")
        #expect(state.draft.duration == RationalTime(11, 2))
        for _ in 0..<200 { state.keys("l") }
        #expect(state.draft.duration == RationalTime(60))
        for _ in 0..<200 { state.keys("h") }
        #expect(state.draft.duration == RationalTime(1, 2))
        state.keys("u")
        #expect(state.draft.duration == RationalTime(5))
    }

    @Test func `Choosing from a list closes it and changes the draft once`() {
        var state = EditorState.fixture(focus: .prompt)
        state.promptPanel.field = .aspect
        state.keys("enter")
        #expect(state.choiceRows.first?.isCurrent == true)
        state.keys("j", "enter")
        #expect(state.draft.aspect == Aspect(9, 16))
        #expect(state.popup == nil)
        #expect(state.history.edits.count == 1)
    }

    @Test func `x takes a preset out of the motion and the cursor stays on a row`() {
        var draft = Draft(prompt: "sea")
        draft.motions = [MotionChoice(preset: "dolly-in"), MotionChoice(preset: "handheld")]
        var state = EditorState.fixture(draft, focus: .prompt)
        state.promptPanel.field = .motion(1)
        state.keys("x")
        #expect(state.motions == ["dolly-in"])
        #expect(state.promptPanel.field == .motion(0))
        state.keys("x", "x")
        #expect(state.motions == [])
        #expect(state.notice?.text == "This shot has no motion yet.")
    }

    @Test func `A start frame is asked for, imported, and taken into its shot`() throws {
        var state = EditorState.fixture(shots: 2, focus: .prompt)
        let shot = state.selectedShot
        state.promptPanel.field = .startFrame
        state.keys("enter")
        state.write("'/pictures/boat.jpg'")
        #expect(
            state.keys("enter") == [.importMedia(path: "/pictures/boat.jpg", .startFrame, shot)]
        )
        state.select(state.project.shots[1].id)
        let asset = Asset(
            id: .fixture,
            kind: .image,
            name: "boat.jpg",
            fileExtension: "jpg",
            byteCount: 1,
            size: PixelSize(width: 4, height: 3)
        )
        let effects = reduce(&state, .mediaImported(asset, .startFrame, shot))
        #expect(effects == [.save(state.project, state.history)])
        #expect(state.project[shot: shot]?.draft.startFrame == .fixture)
        #expect(state.draft.startFrame == nil)
        state.select(shot)
        #expect(state.fieldRows.first { $0.field == .startFrame }?.value == "boat.jpg")
    }

    @Test func `A wrong answer keeps the question open and says why`() {
        var state = EditorState.fixture(focus: .prompt)
        state.promptPanel.field = .duration
        state.keys("enter", "ctrl-u")
        state.write("600")
        state.keys("enter")
        guard case .question(let question) = state.popup else {
            Issue.record("The question is gone.")
            return
        }
        #expect(question.problem == "A take lasts 0.5 to 60 seconds.")
        state.keys("backspace", "backspace", "enter")
        #expect(state.popup == nil)
        #expect(state.draft.duration == RationalTime(6))
    }

    @Test func `An empty prompt with no start frame cannot be generated and says so`() {
        var state = EditorState.fixture(Draft(prompt: "  \n"), focus: .timeline)
        #expect(state.keys("g") == [])
        #expect(state.notice?.text == "Write a prompt or choose a start frame first.")
        #expect(state.readiness.problem(of: .prompt) == state.notice?.text)
        #expect(state.takes.isEmpty)
    }

    @Test func `A start frame needs no prompt`() {
        let state = EditorState.fixture(Draft(startFrame: .fixture))
        #expect(state.readiness.isReady)
    }

    @Test(arguments: [
        (Draft(prompt: "a", duration: RationalTime(61)), Field.duration),
        (Draft(prompt: "a", motions: [MotionChoice(preset: "gone")]), .motion(0)),
        (
            Draft(prompt: "a", motions: [MotionChoice(preset: "handheld", strength: .nan)]),
            .motion(0)
        ),
        (Draft(prompt: "a", model: "nobody"), .model),
        (Draft(prompt: "a", aspect: Aspect(100, 1)), .aspect),
    ])
    func `Each thing that stands in the way is told at its field`(_ draft: Draft, _ field: Field) {
        let state = EditorState.fixture(draft)
        #expect(state.readiness.problems.map(\.field) == [field])
        #expect(state.fieldRows.first { $0.field == field }?.problem != nil)
    }

    @Test func `Another seed is drawn from the state and can be undone`() {
        var state = EditorState.fixture(focus: .prompt)
        var twin = state
        state.keys("r")
        twin.keys("r")
        #expect(state.draft.seed != 4711)
        #expect(state == twin)
        state.keys("u")
        #expect(state.draft.seed == 4711)
    }
}

struct PromptHistoryTests {
    @Test func `Prompts of earlier takes come back one by one, and undo brings one's own`() {
        var state = EditorState.fixture(Draft(prompt: "a harbour"))
        state.finishTake()
        _ = state.changeDraft { $0.prompt = "a lighthouse" }
        state.finishTake()
        _ = state.changeDraft { $0.prompt = "my own" }
        state.keys("i", "alt-p")
        #expect(state.draft.prompt == "a lighthouse")
        state.keys("ctrl-up")
        #expect(state.draft.prompt == "a harbour")
        state.keys("ctrl-up", "alt-n")
        #expect(state.draft.prompt == "a lighthouse")
        state.keys("esc", "u")
        #expect(state.draft.prompt == "my own")
    }

    @Test func `What must not be seen is a field that is written and cleared`() {
        var state = EditorState.fixture(focus: .prompt)
        state.promptPanel.field = .avoid
        state.keys("enter")
        state.write("text, people")
        state.keys("enter")
        #expect(state.draft.negativePrompt == "text, people")
        state.keys("x")
        #expect(state.draft.negativePrompt == "")
    }
}
