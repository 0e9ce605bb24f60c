import Editorial
import Generation
import Input
import Testing

@testable import Editor

struct SnippetTests {
    private func writing() throws -> EditorState {
        var state = EditorState.fixture(focus: .prompt)
        state.snippets = [try #require(Snippet(name: "mist", text: "low mist, first light"))]
        _ = reduce(&state, .run("prompt.write"))
        return state
    }

    @Test func `A name after a semicolon becomes its text when a space follows`() throws {
        var state = try writing()
        state.write(", ;mist")
        #expect(state.draft.prompt.hasSuffix(", ;mist"))
        state.write(" a gull")
        #expect(state.draft.prompt == "a harbour at dawn, low mist, first light a gull")
    }

    @Test func `Any other word after a semicolon stays as it is`() throws {
        var state = try writing()
        state.write(" ;missed it; so")
        #expect(state.draft.prompt == "a harbour at dawn ;missed it; so")
    }

    @Test func `The prompt is kept under a name, in place of what had it`() throws {
        var state = try writing()
        state.keys("esc")
        let kept = try #require(Snippet(name: "mist", text: "a harbour at dawn"))
        #expect(reduce(&state, .entered("snippet Mist")) == [.saveSnippets([kept])])
        #expect(reduce(&state, .entered("snippet two words")) == [])
        #expect(state.notice?.text == EditorState.snippetAdvice)
        #expect(reduce(&state, .entered("forget ;mist")) == [.saveSnippets([])])
    }

    @Test func `A snippet is chosen from the list and put in at the cursor`() throws {
        var state = try writing()
        _ = reduce(&state, .run("snippet.insert"))
        #expect(state.choiceRows.map(\.title) == [";mist"])
        state.keys("enter")
        #expect(state.draft.prompt == "a harbour at dawnlow mist, first light")
        #expect(state.mode == .insert)
    }

    @Test func `Words in braces are filled in when a take is asked for`() {
        var state = EditorState.fixture(Draft(prompt: "{style} boat {seed} {unknown}", seed: 7))
        let effects = reduce(&state, .run("take.generate"))
        let prompts = effects.orders.map(\.draft.prompt)
        #expect(prompts == ["cinematic boat 7 {unknown}"])
        #expect(state.draft.prompt == "{style} boat {seed} {unknown}")
    }
}

struct AdvancedFieldTests {
    @Test func `What is seldom set is folded, and unfolds where it is needed`() {
        var state = EditorState.fixture(focus: .prompt)
        #expect(state.fields.suffix(3) == [.advanced, .model, .generate])
        state.promptPanel.field = .advanced
        #expect(
            state.fieldRows.first { $0.field == .advanced }?.value == "seed 4711 · 24 fps"
        )
        #expect(state.keys("enter") == [.remember(state.settings)])
        #expect(state.fields.contains(.seed))
        state.promptPanel.field = .seed
        state.keys("home", "G")
        _ = reduce(&state, .run("advanced.toggle"))
        #expect(!state.fields.contains(.seed))
        _ = reduce(&state, .run("size.choose"))
        #expect(state.fields.contains(.resolution))
    }

    @Test func `Folding takes the cursor to the heading`() {
        var state = EditorState.fixture(focus: .prompt)
        _ = reduce(&state, .run("advanced.toggle"))
        state.promptPanel.field = .avoid
        _ = reduce(&state, .run("advanced.toggle"))
        #expect(state.promptPanel.field == .advanced)
    }
}

struct BatchChoiceTests {
    private func drafts(_ effects: [Effect]) -> [Draft] {
        effects.orders.map(\.draft)
    }

    @Test func `A batch of strengths asks for a gentle, a middle and a strong one`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "enter", "B", "G")
        #expect(drafts(state.keys("enter")).map { $0.motions[0].strength } == [0.3, 0.6, 1])
    }

    @Test func `A batch of styles asks for each of them once`() {
        var state = EditorState.fixture()
        state.keys("esc", "B", "G", "k")
        #expect(drafts(state.keys("enter")).map(\.style) == Style.allCases)
    }

    @Test func `A batch that has nothing to vary says why`() {
        var state = EditorState.fixture()
        state.keys("esc", "B", "j", "j", "j")
        #expect(state.choiceRows[3].detail == "No move is starred yet")
        #expect(state.keys("enter") == [])
        #expect(state.notice?.text == "No move is starred yet.")
    }
}
