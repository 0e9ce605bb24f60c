import Input
import Terminal
import Testing

struct SurfaceTests {
    private let plain = CellStyle()
    private let loud = CellStyle(foreground: Colour(0xFF0000), attributes: .bold)

    private func surface(_ columns: Int, _ rows: Int = 1) -> Surface {
        Surface(size: CellSize(columns: columns, rows: rows))
    }

    @Test func `Text is clipped at the right edge`() {
        var surface = surface(4)
        #expect(surface.write("abcdef", row: 0, column: 1, style: plain) == 3)
        #expect(surface.lines == [" abc"])
    }

    @Test func `Text is clipped at the left edge`() {
        var surface = surface(4)
        #expect(surface.write("abcdef", row: 0, column: -2, style: plain) == 6)
        #expect(surface.lines == ["cdef"])
    }

    @Test func `Text takes no more columns than it may`() {
        var surface = surface(10)
        #expect(surface.write("abcdef", row: 0, column: 0, style: plain, columns: 3) == 3)
        #expect(surface.write("abcdef", row: 0, column: 0, style: plain, columns: -3) == 0)
        #expect(surface.lines == ["abc"])
    }

    @Test func `Rows outside are not written`() {
        var surface = surface(4, 2)
        surface.write("x", row: 2, column: 0, style: plain)
        surface.write("x", row: -1, column: 0, style: plain)
        surface.write("x", row: 0, column: .max, style: plain)
        #expect(surface.lines == ["", ""])
    }

    @Test func `A wide grapheme takes two cells, the right one empty`() {
        var surface = surface(4)
        surface.write("日x", row: 0, column: 0, style: loud)
        #expect(surface[0, 0] == Cell(text: "日", style: loud))
        #expect(surface[0, 1] == Cell(text: "", style: loud))
        #expect(surface[0, 2].text == "x")
    }

    @Test func `A wide grapheme at an edge is left out whole`() {
        var surface = surface(3)
        #expect(surface.write("a日b日", row: 0, column: 0, style: plain) == 3)
        #expect(surface.lines == ["a日"])
        surface.write("日本", row: 0, column: -1, style: plain)
        #expect(surface.lines == [" 本"])
    }

    @Test func `Writing on half of a wide grapheme blanks the other half`() {
        var surface = surface(4)
        surface.write("日本", row: 0, column: 0, style: plain)
        surface.write("x", row: 0, column: 1, style: plain)
        #expect(surface.lines == [" x本"])
        surface.write("y", row: 0, column: 2, style: plain)
        #expect(surface.lines == [" xy"])
    }

    @Test func `Filling over half of a wide grapheme blanks the other half`() {
        var surface = surface(6)
        surface.write("日本語", row: 0, column: 0, style: plain)
        surface.fill(CellRect(column: 1, row: 0, columns: 4, rows: 1), loud, "·")
        #expect(surface.lines == [" ····"])
        #expect(surface[0, 1].style == loud)
        #expect(surface[0, 0].style == plain)
    }

    @Test func `A fill is clipped, and only by one column wide`() {
        var surface = surface(3, 2)
        surface.fill(CellRect(column: -5, row: 1, columns: 50, rows: 50), loud, "日")
        #expect(surface.lines == ["", ""])
        #expect(surface[0, 0].style == plain)
        #expect(surface[1, 2].style == loud)
    }

    @Test(arguments: ["\u{1B}[2J", "\u{9B}2J", "\r\n\t\u{7}", "\u{202E}x", "\u{FEFF}", "\u{0}"])
    func `Controls never get into a cell`(_ text: String) {
        var surface = surface(12)
        surface.write("ok" + text + "go", row: 0, column: 0, style: plain)
        for column in 0..<12 {
            for scalar in surface[0, column].text.unicodeScalars {
                #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
                #expect(scalar != "\u{202E}" && scalar != "\u{FEFF}")
            }
        }
        #expect(surface.lines[0].hasSuffix("go"))
    }

    @Test func `Marks pile up on their base, but not without end`() {
        var surface = surface(3)
        surface.write("e\u{301}x", row: 0, column: 0, style: plain)
        #expect(surface[0, 0].text == "e\u{301}")
        #expect(surface[0, 1].text == "x")
        surface.write(
            "z" + String(repeating: "\u{301}", count: 900),
            row: 0,
            column: 0,
            style: plain
        )
        #expect(surface[0, 0].text.unicodeScalars.count == 5)
    }

    @Test func `A conjunct takes a cell for each letter`() {
        var surface = surface(4)
        #expect(surface.write("क्ष", row: 0, column: 0, style: plain) == 2)
        #expect(surface[0, 1].text == "ष")
    }

    @Test func `Restyling keeps the text`() {
        var surface = surface(4, 2)
        surface.write("abcd", row: 0, column: 0, style: plain)
        surface.restyle(CellRect(column: 1, row: 0, columns: 2, rows: 9)) {
            $0.attributes.insert(.reverse)
        }
        #expect(surface.lines == ["abcd", ""])
        #expect(surface[0, 1].style.attributes == .reverse)
        #expect(surface[0, 3].style.attributes == [])
        #expect(surface[1, 2].style.attributes == .reverse)
    }

    @Test func `A surface of no extent takes everything and shows nothing`() {
        var surface = Surface(size: CellSize(columns: -1, rows: 3))
        surface.write("x", row: 0, column: 0, style: plain)
        surface.fill(CellRect(column: 0, row: 0, columns: 5, rows: 5), loud)
        #expect(surface.lines == ["", "", ""])
    }

    @Test(arguments: [
        ("#ff8000", 0xFF8000), ("FF8000", 0xFF8000), ("#fff", nil), ("#gg0000", nil),
        ("+12345", nil), ("", nil), ("＃ff8000", nil),
    ])
    func `A colour is read from six hexadecimal digits`(_ text: String, _ value: UInt32?) {
        #expect(Colour(hex: text)?.hex == value)
    }
}
