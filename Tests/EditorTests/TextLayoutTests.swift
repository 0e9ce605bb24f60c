import Input
import Testing

@testable import Editor

struct TextLayoutTests {
    private func lines(_ text: String, _ columns: Int) -> [String] {
        TextLayout.wrap(text, columns: columns, width: width).lines.map(\.text)
    }

    private func width(_ character: Character) -> Int { character == "漢" ? 2 : 1 }

    @Test(arguments: [
        ("", 10, [""]),
        ("one two three", 8, ["one two ", "three"]),
        ("one two", 7, ["one two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("one\n", 10, ["one", ""]),
        ("漢漢漢", 5, ["漢漢", "漢"]),
        ("漢", 1, ["漢"]),
        ("a    b", 3, ["a    ", "b"]),
        ("ab", 0, ["a", "b"]),
    ])
    func `Text breaks between words, and in a word only when it must`(
        _ text: String,
        _ columns: Int,
        _ expected: [String]
    ) {
        #expect(lines(text, columns) == expected)
    }

    @Test func `Every character is in one line and the lines are in order`() {
        let text = "a fishing boat leaves 漢漢 the harbour\n\nat dawn, gulls, low mist"
        let layout = TextLayout.wrap(text, columns: 9, width: width)
        let shown = layout.lines.flatMap { Array(Array(text)[$0.range]) }
        #expect(String(shown) == text.filter { $0 != "\n" })
    }

    @Test func `A cursor between two lines of a broken one stands at the start of the next`() {
        let layout = TextLayout.wrap("one two three", columns: 8, width: width)
        #expect(layout.place(of: 8) == CellPoint(column: 0, row: 1))
        #expect(layout.place(of: 7) == CellPoint(column: 7, row: 0))
        #expect(layout.place(of: 13) == CellPoint(column: 5, row: 1))
    }

    @Test func `Every cursor comes back from its place`() {
        let text = "one two three\nfour 漢 five"
        let layout = TextLayout.wrap(text, columns: 6, width: width)
        for cursor in 0...text.count {
            #expect(layout.cursor(at: layout.place(of: cursor)) == cursor)
        }
    }

    @Test func `A place outside the text is its nearest cursor`() {
        let layout = TextLayout.wrap("one\ntwo", columns: 9, width: width)
        #expect(layout.cursor(at: CellPoint(column: 99, row: 0)) == 3)
        #expect(layout.cursor(at: CellPoint(column: 99, row: 99)) == 7)
        #expect(layout.cursor(at: CellPoint(column: -5, row: -5)) == 0)
    }
}
