import Input
import Testing

@testable import Terminal

extension ScreenTests {
    @MainActor struct CursesScreenTests {
        private static let size = CellSize(columns: 50, rows: 12)
        private let style = CellStyle(foreground: Colour(0xD0D0E0), background: Colour(0x14161C))

        private func open(_ term: String = "xterm-direct", _ depth: ColourDepth = .direct) throws
            -> CursesScreen
        {
            try CursesScreen(terms: [term, "xterm-256color"], depth: depth)
        }

        private func reader() -> ScreenReader { ScreenReader(50, 12) }

        /// An interface around an empty place for a picture.
        private func interface(_ text: String = "Presets") -> Surface {
            var surface = Surface(size: Self.size)
            surface.fill(CellRect(column: 0, row: 0, columns: 12, rows: 12), style)
            surface.fill(CellRect(column: 16, row: 0, columns: 34, rows: 2), style)
            surface.fill(CellRect(column: 46, row: 0, columns: 4, rows: 12), style)
            surface.write(text, row: 3, column: 1, style: style)
            surface.write(text.prefix(3) + "|", row: 3, column: 46, style: style)
            return surface
        }

        private func expect(_ screen: ScreenReader, shows surface: Surface) {
            #expect(screen.lines == surface.lines)
            for row in 0..<Self.size.rows {
                for column in 0..<Self.size.columns {
                    let style = surface[row, column].style
                    let glyph = screen.glyph(row, column)
                    guard glyph.background != style.background?.hex else { continue }
                    Issue.record("The background at \(row), \(column) is wrong.")
                    return
                }
            }
            #expect(screen.unknown == [])
            #expect(screen.scrolls == 0)
        }

        @Test func `A surface reaches the screen as it is`() throws {
            let curses = try open()
            defer { curses.close() }
            var surface = interface()
            surface.write("日本語 é e\u{301}", row: 5, column: 0, style: style, columns: 12)
            surface.write(
                "loud",
                row: 11,
                column: 46,
                style: CellStyle(foreground: Colour(0xFF0000), attributes: [.bold, .underline])
            )
            var screen = reader()
            screen.read(curses.draw(surface, cursor: nil))
            expect(screen, shows: surface)
            #expect(screen.glyph(11, 49).foreground == 0xFF0000)
            #expect(screen.glyph(11, 49).attributes == [1, 4])
            #expect(!screen.isCursorShown)
        }

        @Test func `A surface that did not change costs nothing`() throws {
            let curses = try open()
            defer { curses.close() }
            let point = CellPoint(column: 3, row: 4)
            _ = curses.draw(interface(), cursor: point)
            #expect(curses.draw(interface(), cursor: point).isEmpty)
        }

        @Test func `A keystroke costs few bytes`() throws {
            let curses = try open()
            defer { curses.close() }
            _ = curses.draw(interface("a paper"), cursor: nil)
            #expect(curses.draw(interface("a paper b"), cursor: nil).count < 120)
        }

        @Test func `Nothing is written on a picture's place while it stays empty`() throws {
            let curses = try open()
            defer { curses.close() }
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: nil))
            let narrow = CellRect(column: 12, row: 0, columns: 4, rows: 2)
            let wide = CellRect(column: 12, row: 2, columns: 34, rows: 10)
            let place = narrow.points.union(wide.points)
            for text in ["Looks", "P", "Presets of the camera", "日本", ""] {
                for cursor in [nil, CellPoint(column: 47, row: 3), CellPoint(column: 0, row: 11)] {
                    screen.touched = []
                    var surface = interface(String(text.prefix(11)))
                    surface.restyle(CellRect(column: 8, row: 0, columns: 4, rows: 12)) {
                        $0.attributes = text.isEmpty ? [] : .reverse
                    }
                    surface.write(text, row: 0, column: 16, style: style)
                    screen.read(curses.draw(surface, cursor: cursor))
                    #expect(
                        screen.touched.intersection(place) == [],
                        "\(text), \(String(describing: cursor))"
                    )
                    expect(screen, shows: surface)
                }
            }
        }

        @Test func `A pop-up touches its own cells, when it comes and when it goes`() throws {
            let curses = try open()
            defer { curses.close() }
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: nil))
            let left = CellRect(column: 14, row: 4, columns: 9, rows: 4)
            let right = CellRect(column: 25, row: 3, columns: 20, rows: 8)
            var surface = interface("Looks")
            surface.fill(left, style, "·")
            surface.fill(right, style, " ")
            surface.write("Quit?", row: 5, column: 30, style: style)
            let allowed = left.points.union(right.points)
            for next in [surface, interface(), surface, interface("Camera")] {
                screen.touched = []
                screen.read(curses.draw(next, cursor: nil))
                let place = CellRect(column: 12, row: 2, columns: 34, rows: 10)
                #expect(screen.touched.intersection(place.points).isSubset(of: allowed))
                expect(screen, shows: next)
            }
        }

        @Test func `Any surface turns into any other, and blanks that stay are not touched`() throws
        {
            let curses = try open()
            defer { curses.close() }
            var noise = InputFuzzTests.Noise(state: 5)
            var screen = reader()
            var old: Surface?
            let texts = ["abc def", "日本語", "e\u{301}é", "      ", "█▀▄", "x"]
            for _ in 0..<120 {
                var surface = Surface(size: Self.size)
                for _ in 0..<Int.random(in: 0...30, using: &noise) {
                    var style = CellStyle()
                    if Bool.random(using: &noise) { style.background = Colour(0x102030) }
                    if Bool.random(using: &noise) { style.attributes = .reverse }
                    surface.write(
                        texts[Int.random(in: 0..<texts.count, using: &noise)],
                        row: Int.random(in: 0..<12, using: &noise),
                        column: Int.random(in: -2..<50, using: &noise),
                        style: style
                    )
                }
                screen.touched = []
                screen.read(curses.draw(surface, cursor: nil))
                expect(screen, shows: surface)
                let spoilt = screen.touched.filter {
                    old?[$0.row, $0.column].isDefaultBlank == true
                        && surface[$0.row, $0.column].isDefaultBlank
                }
                #expect(spoilt.isEmpty)
                old = surface
            }
        }

        @Test func `The cursor stands where it should, and is hidden otherwise`() throws {
            let curses = try open()
            defer { curses.close() }
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: CellPoint(column: 7, row: 9)))
            #expect(screen.isCursorShown)
            #expect(screen.cursor == CellPoint(column: 7, row: 9))
            screen.read(curses.draw(interface("x"), cursor: CellPoint(column: 49, row: 11)))
            #expect(screen.cursor == CellPoint(column: 49, row: 11))
            screen.read(curses.draw(interface(), cursor: nil))
            #expect(!screen.isCursorShown)
        }

        @Test func `Another extent is drawn whole`() throws {
            let curses = try open()
            defer { curses.close() }
            _ = curses.draw(Surface(size: CellSize(columns: 80, rows: 30)), cursor: nil)
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: nil))
            expect(screen, shows: interface())
            let tiny = Surface(size: CellSize(columns: 1, rows: 1))
            var small = ScreenReader(1, 1)
            small.read(curses.draw(tiny, cursor: CellPoint(column: 0, row: 0)))
            #expect(small.scrolls == 0)
        }

        @Test func `After an invalidation everything is drawn again`() throws {
            let curses = try open()
            defer { curses.close() }
            _ = curses.draw(interface(), cursor: nil)
            curses.invalidate()
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: nil))
            expect(screen, shows: interface())
        }

        @Test func `A terminal may turn out to have more colours`() throws {
            let curses = try open("xterm-256color", .indexed256)
            defer { curses.close() }
            var screen = reader()
            screen.read(curses.draw(interface(), cursor: nil))
            #expect(screen.glyph(3, 1).background.map { $0 >> 24 } == 1)
            try curses.follow(terms: ["xterm-direct"], depth: .direct)
            screen.read(curses.draw(interface(), cursor: nil))
            expect(screen, shows: interface())
        }

        @Test(arguments: [
            ("xterm", ColourDepth.indexed16), ("vt100", .none), ("linux", .indexed16),
        ])
        func `A terminal of few colours shows the text all the same`(
            _ term: String,
            _ depth: ColourDepth
        ) throws {
            let curses = try open(term, depth)
            defer { curses.close() }
            var surface = interface()
            surface.write(
                "marked",
                row: 6,
                column: 1,
                style: CellStyle(foreground: Colour(0x336699), attributes: [.reverse, .bold])
            )
            var screen = reader()
            screen.read(curses.draw(surface, cursor: nil))
            #expect(screen.lines == surface.lines)
            #expect(screen.glyph(6, 2).attributes.contains(7))
            if depth == .none {
                #expect(screen.glyphs.allSatisfy { $0.foreground == nil && $0.background == nil })
            }
        }

        @Test func `A terminal nobody knows is told of, with a remedy`() {
            #expect {
                try CursesScreen(terms: ["no-such-terminal"], depth: .direct)
            } throws: { error in
                let message = (error as? TerminalError)?.message ?? ""
                return message.contains("no-such-terminal") && message.contains("ncurses-base")
            }
        }
    }

    struct ScreenGlyphTests {
        private func text(_ text: String, isWide: Bool) -> [String] {
            ScreenGlyph.columns(text, isWide: isWide).map { glyph in
                String(
                    String.UnicodeScalarView(
                        glyph.dropLast().compactMap {
                            Unicode.Scalar(UInt32(bitPattern: $0))
                        }
                    )
                )
            }
        }

        @Test func `What terminals disagree on is reduced to what all show alike`() {
            #expect(text("é", isWide: false) == ["é"])
            #expect(text("e\u{301}", isWide: false) == ["e\u{301}"])
            #expect(text("日", isWide: true) == ["日"])
            #expect(text("❤️", isWide: true) == ["❤", " "])
            #expect(text("👩‍🚀", isWide: true) == ["👩"])
            #expect(text("👍🏽", isWide: true) == ["👍"])
            #expect(text("🇫🇷", isWide: true) == ["🇫", "🇷"])
            #expect(text("1️⃣", isWide: true) == ["1\u{20E3}", " "])
            #expect(text("日", isWide: false) == ["?"])
        }
    }

    struct ScreenColoursTests {
        @Test func `Colours are the nearest there are`() {
            let direct = ScreenColours(count: 1 << 24, isDirect: true)
            #expect(direct.number(Colour(0x123456)) == 0x123456)
            #expect(direct.number(Colour(0x000003)) == 8)
            #expect(direct.number(nil) == -1)
            let many = ScreenColours(count: 256, isDirect: false)
            #expect(many.number(Colour(0xFF0000)) == 196)
            #expect(many.number(Colour(0x808080)) == 244)
            #expect(many.number(Colour(0x000000)) == 16)
            let few = ScreenColours(count: 16, isDirect: false)
            #expect(few.number(Colour(0xFFFFFF)) == 15)
            #expect(few.number(Colour(0x100000)) == 0)
            let least = ScreenColours(count: 8, isDirect: false)
            #expect(least.number(Colour(0xFFFFFF)) == 7)
        }
    }
}
