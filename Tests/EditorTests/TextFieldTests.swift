import Testing

@testable import Editor

struct TextFieldTests {
    @Test func `An emoji of several scalars is one character to the cursor`() {
        var field = TextField("a👩‍🚀b", cursor: 2)
        field.deleteBackward()
        #expect(field == TextField("ab", cursor: 1))
    }

    @Test func `An accent joins the letter before it and the cursor stands behind both`() {
        var field = TextField("ex", cursor: 1)
        field.insert("\u{301}")
        #expect(field.text == "e\u{301}x")
        #expect(field.cursor == 1)
    }

    @Test(arguments: [
        ("one two", 7, 4), ("one two ", 8, 4), ("one", 0, 0), ("don’t", 5, 0),
    ])
    func `A word to the left ends at its start`(_ text: String, _ from: Int, _ to: Int) {
        var field = TextField(text, cursor: from)
        field.move(.wordLeft)
        #expect(field.cursor == to)
    }

    @Test func `A word to the right ends behind it`() {
        var field = TextField("one, two", cursor: 0)
        field.move(.wordRight)
        #expect(field.cursor == 3)
        field.move(.wordRight)
        #expect(field.cursor == 8)
    }

    @Test func `Deleting a word takes the spaces behind it too`() {
        var field = TextField("one two  ")
        field.deleteWordBackward()
        #expect(field.text == "one ")
    }

    @Test func `Lines of a text have a start and an end of their own`() {
        var field = TextField("one\ntwo\nthree", cursor: 5, isMultiline: true)
        field.move(.lineStart)
        #expect(field.cursor == 4)
        field.move(.lineEnd)
        #expect(field.cursor == 7)
        field.deleteToLineStart()
        #expect(field.text == "one\n\nthree")
        field.deleteToLineEnd()
        #expect(field.text == "one\nthree")
    }

    @Test func `A single line takes a pasted text as one line without control characters`() {
        var field = TextField()
        field.insert("a\r\nb\tc\u{1B}[31m\u{7}")
        #expect(field.text == "a b c[31m")
    }

    @Test func `A full field says that it had no room`() {
        var field = TextField("abc", limit: 5)
        let hadRoom = field.insert("defg")
        #expect(!hadRoom)
        #expect(field.text == "abcde")
        #expect(field.cursor == 5)
    }

    @Test func `Moving past the ends stays at them`() {
        var field = TextField("ab")
        field.move(by: 9)
        #expect(field.cursor == 2)
        field.move(by: -9)
        #expect(field.cursor == 0)
        field.deleteBackward()
        #expect(field.text == "ab")
    }
}
