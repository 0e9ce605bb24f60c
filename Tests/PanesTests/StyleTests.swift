import Editor
import Editorial
import Input
import Panes
import Terminal
import Testing

struct StyleTests {
    private let theme = Theme.standard

    @Test(arguments: Panel.allCases)
    func `The focused panel's title is bold and in the accent, no other is`(panel: Panel) throws {
        let screen = draw(.fixture(focus: panel)).surface
        for other in Panel.allCases {
            let place = try #require(screen.find("\(other.title)  "))
            let style = screen[place.row, place.column].style
            #expect(style.attributes.contains(.bold))
            #expect((style.foreground == theme[.accent]) == (other == panel))
        }
    }

    @Test func `The selected preset has a bar at its left and a lifted background`() throws {
        let screen = draw(.fixture()).surface
        let bar = try #require(screen.find("▌  Dolly In"))
        #expect(screen[bar.row, bar.column].style.foreground == theme[.accent])
        #expect(screen[bar.row, bar.column + 4].style.background == theme[.selection])
        #expect(screen[bar.row - 1, bar.column + 4].style.background == theme[.panel])
    }

    @Test func `Only the mode and the one thing to press are filled with the accent`() {
        let screen = draw(.fixture(focus: .presets)).surface
        var fills: Set<Int> = []
        for row in 0..<screen.size.rows {
            for column in 0..<screen.size.columns
            where screen[row, column].style.background == theme[.accent] {
                fills.insert(row)
            }
        }
        #expect(fills.count == 2)
        #expect(fills.contains(screen.size.rows - 1))
    }

    @Test func `What cannot be generated has no button in the accent`() throws {
        let screen = draw(.fixture(focus: .prompt, takes: [], prompt: "")).surface
        let label = try #require(screen.find("Generate "))
        #expect(screen[label.row, label.column].style.background != theme[.accent])
    }

    @Test func `The characters a filter found are in the accent`() throws {
        var state = EditorState.fixture()
        state.presetList.filter = TextField("dol")
        let screen = draw(state).surface
        let name = try #require(screen.find("Dolly Out"))
        #expect(screen[name.row, name.column].style.foreground == theme[.accent])
        #expect(screen[name.row, name.column + 4].style.foreground == theme[.text])
    }

    @Test func `Focus and selection are seen without any colour`() throws {
        let lines = draw(.fixture(focus: .preview)).surface.lines
        #expect(lines[1].contains("▔▔▔▔"))
        #expect(!lines[1].hasPrefix("▔"))
    }

    @Test func `A terminal without the signs is given nothing but ASCII`() {
        var state = EditorState.fixture(focus: .timeline)
        state.project.name = "Launch"
        var lines = draw(state, glyphs: .ascii).surface.lines
        for command in Command.all where command.isListed {
            var opened = state
            _ = reduce(&opened, .run(command.id))
            lines += draw(opened, glyphs: .ascii).surface.lines
        }
        let foreign = Set(lines.joined().filter { !$0.isASCII })
        #expect(foreign.isEmpty, "\(foreign)")
    }
}

extension Surface {
    /// The first place, from the top, at which this text stands.
    func find(_ text: String) -> CellPoint? {
        let wanted = text.map(String.init)
        for row in 0..<size.rows {
            let cells = (0..<size.columns).map { self[row, $0].text }
            for column in 0...max(0, size.columns - wanted.count)
            where column + wanted.count <= size.columns
                && Array(cells[column..<column + wanted.count]) == wanted
            {
                return CellPoint(column: column, row: row)
            }
        }
        return nil
    }
}
