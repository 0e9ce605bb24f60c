import Editorial
import Input
import Testing

@testable import Editor

struct TextEditingTests {
    @Test(arguments: [
        ("one two, three", 0, TextMotion.nextWord, 4), ("one two, three", 4, .nextWord, 7),
        ("one two, three", 7, .nextWord, 9), ("one two", 0, .wordEnd, 2),
        ("one two", 2, .wordEnd, 6), ("one two", 6, .wordLeft, 4), ("  one", 4, .firstWord, 2),
        ("one\ntwo", 5, .lineStart, 4), ("one\ntwo", 5, .start, 0), ("one\ntwo", 1, .lineEnd, 3),
        ("漢字 かな", 0, .nextWord, 3), ("", 0, .nextWord, 0), ("", 0, .wordEnd, 0),
        ("a", 1, .wordEnd, 1),
    ])
    func `A motion leads where vi and readline take it`(
        text: String,
        from: Int,
        motion: TextMotion,
        to: Int
    ) {
        let field = TextField(text, cursor: from, isMultiline: true)
        #expect(field.place(after: motion) == to)
    }

    @Test(arguments: TextMotion.allCases)
    func `No motion leaves the text`(motion: TextMotion) {
        for text in ["", " ", "a", "👩‍🚀", "a\n\nb ", "\n"] {
            for cursor in 0...text.count {
                let field = TextField(text, cursor: cursor, isMultiline: true)
                #expect((0...text.count).contains(field.place(after: motion)))
            }
        }
    }

    @Test func `What is selected is replaced by what is written`() {
        var field = TextField("a grey sky")
        field.select(2..<6)
        #expect(field.selectedText == "grey")
        field.insert("red")
        #expect(field.text == "a red sky")
        #expect(field.cursor == 5 && field.selection == nil)
    }

    @Test func `Left and right leave a selection at its ends`() {
        var field = TextField("abcdef")
        field.select(1..<4)
        field.move(.left)
        #expect(field.cursor == 1 && field.selection == nil)
        field.select(1..<4)
        field.move(.right)
        #expect(field.cursor == 4)
    }

    @Test func `Letters in a row are undone together, and redone`() {
        var field = TextField("one")
        for letter in " two" { field.insert(String(letter)) }
        field.deleteWordBackward()
        #expect(field.text == "one ")
        field.undo()
        #expect(field.text == "one two")
        field.undo()
        #expect(field.text == "one ")
        field.undo()
        #expect(field.text == "one")
        let hasMore = field.undo()
        #expect(!hasMore)
        let isRedone = field.redo()
        #expect(isRedone)
        #expect(field.text == "one ")
    }

    @Test func `Deleted words are put in elsewhere`() {
        var state = EditorState.fixture(Draft(prompt: "fog over the harbour"), focus: .prompt)
        state.keys("i", "ctrl-w", "ctrl-a", "ctrl-y")
        #expect(state.draft.prompt == "harbourfog over the ")
        #expect(state.clipboard == "harbour")
    }

    @Test func `On the prompt vi's keys work in NORMAL`() {
        var state = EditorState.fixture(Draft(prompt: "one two three"), focus: .prompt)
        state.keys("0", "d", "w")
        #expect(state.draft.prompt == "two three")
        state.keys("w", "c", "w")
        #expect(state.mode == .insert)
        state.write("four")
        state.keys("esc")
        #expect(state.draft.prompt == "two four")
        state.keys("0", "2", "x")
        #expect(state.draft.prompt == "o four")
        state.keys("u")
        #expect(state.draft.prompt == "two four")
        state.keys("y", "y", "A", "esc", "p")
        #expect(state.draft.prompt == "two fourtwo four")
    }

    @Test func `v selects, motions grow it, and y copies for other programs too`() {
        var state = EditorState.fixture(Draft(prompt: "one two three"), focus: .prompt)
        state.keys("0", "v")
        #expect(state.mode == .select)
        state.keys("w")
        let effects = state.keys("y")
        #expect(effects == [.copy("one ")])
        state.keys("esc")
        #expect(state.mode == .normal)
        #expect(state.clipboard == "one ")
    }

    @Test func `Shift and an arrow selects in any field`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys(":")
        state.write("seed 7")
        state.keys("shift-left", "shift-left")
        state.write("=")
        #expect(state.textField?.text == "seed=")
        state.keys("ctrl-_")
        #expect(state.textField?.text == "seed 7")
    }

    @Test func `The prompt comes back from the person's own editor`() {
        var state = EditorState.fixture(focus: .prompt)
        let shot = state.selectedShot
        let asked = state.keys("ctrl-e")
        #expect(asked == [.editPrompt("a harbour at dawn", shot)])
        let effects = reduce(&state, .promptEdited("a pier\nat noon\n", shot))
        #expect(state.draft.prompt == "a pier\nat noon")
        #expect(effects.count == 1)
        state.keys("u")
        #expect(state.draft.prompt == "a harbour at dawn")
    }
}
