import Testing

@testable import Terminal

struct QRCodeTests {
    @Test func `A code has its three marks in three corners, and a light margin`() throws {
        let code = try #require(QRCode("https://kinema.example.org/device?code=BCDF-GHJK"))
        #expect((21...177).contains(code.side) && code.side % 4 == 1)
        for (column, row) in [(0, 0), (code.side - 7, 0), (0, code.side - 7)] {
            for step in 0..<7 {
                #expect(code.isDark(column + step, row) && code.isDark(column, row + step))
            }
            #expect(!code.isDark(column + 1, row + 1) && code.isDark(column + 3, row + 3))
        }
        #expect(!code.isDark(-1, 0) && !code.isDark(0, code.side))
    }

    @Test func `The lines show two rows each and end their colours`() throws {
        let code = try #require(QRCode("kinema"))
        #expect(code.lines.count == (code.side + 5) / 2)
        for line in code.lines {
            #expect(line.hasSuffix("\u{1B}[0m"))
            #expect(line.count { "█▀▄ ".contains($0) } == code.side + 4)
        }
    }

    @Test func `Nothing, or too much, makes no code`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "x", count: 2001)) == nil)
    }
}
