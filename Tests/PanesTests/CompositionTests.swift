import Editor
import Editorial
import Input
import Panes
import Terminal
import Testing

struct CompositionTests {
    @Test func `A popup over the picture is told as covered, inside the picture`() throws {
        var state = EditorState.fixture()
        #expect(draw(state).covered.isEmpty)
        _ = reduce(&state, .input(.key("?")))
        let screen = draw(state)
        let picture = try #require(screen.picture)
        let covered = try #require(screen.covered.first)
        #expect(covered.intersection(picture) == covered)
        #expect(!covered.isEmpty)
    }

    @Test(arguments: [":", "?", "ctrl-p"] as [KeyChord], Screens.sizes)
    func `A popup never reaches the screen's edge`(key: KeyChord, size: CellSize) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows)
        _ = reduce(&state, .input(.key(key)))
        let popup = try #require(draw(state).regions.first { $0.target == .popup })
        #expect(popup.rect.column > 0 && popup.rect.row > 0)
        #expect(popup.rect.maxColumn < size.columns && popup.rect.maxRow < size.rows)
    }

    @Test(arguments: Screens.sizes, Panel.allCases)
    func `Everything that can be pressed lies on the screen`(size: CellSize, panel: Panel) {
        let screen = draw(.fixture(columns: size.columns, rows: size.rows, focus: panel))
        let whole = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        for region in screen.regions {
            #expect(region.rect.intersection(whole) == region.rect)
        }
        #expect(screen.surface.lines.allSatisfy { $0.cellWidth <= size.columns })
    }

    @Test func `The picture's cells are blank`() throws {
        let screen = draw(.fixture())
        let picture = try #require(screen.picture)
        for row in picture.row..<picture.maxRow {
            for column in picture.column..<picture.maxColumn {
                #expect(screen.surface[row, column] == Cell())
            }
        }
    }

    @Test(arguments: ["16:9", "9:16", "1:1", "21:9"])
    func `The picture keeps its shape`(aspect: String) throws {
        var state = EditorState.fixture()
        let shape = try #require(Aspect(aspect))
        for index in state.project.shots.indices {
            state.project.shots[index].draft.aspect = shape
        }
        let picture = try #require(draw(state).picture)
        let drawn = Double(picture.columns * 8) / Double(picture.rows * 16)
        let wanted = Double(shape.horizontal) / Double(shape.vertical)
        #expect(abs(drawn / wanted - 1) < 0.05)
    }

    @Test func `The mouse finds rows, fields, the button, shots, takes and the scrubber`() {
        let screen = draw(.fixture())
        let targets = Set(screen.regions.map(\.target))
        let state = EditorState.fixture()
        #expect(targets.contains(.presetRow(1)))
        #expect(targets.contains(.category(.camera)))
        #expect(targets.contains(.field(.style)))
        #expect(targets.contains(.generateButton))
        #expect(targets.contains(.shot(state.project.shots[0].id)))
        #expect(targets.contains(.take(state.takes[0].id)))
        #expect(targets.contains { if case .scrubber(_, 0) = $0 { true } else { false } })
    }

    @Test func `The cursor stands behind the text that is written`() throws {
        var state = EditorState.fixture(focus: .prompt, prompt: "sea")
        _ = reduce(&state, .input(.key("i")))
        let screen = draw(state)
        let cursor = try #require(screen.cursor)
        #expect(screen.surface[cursor.row, cursor.column - 1].text == "a")
    }

    @Test func `Wide, hostile and endless text stays in its place`() {
        var state = EditorState.fixture(columns: 80, rows: 24, focus: .prompt)
        let text = "夜の海\u{1B}[31m\u{202E}" + String(repeating: "字", count: 3000)
        state.project.name = text
        for index in state.project.shots.indices {
            state.project.shots[index].name = text
            state.project.shots[index].draft.prompt = text
        }
        for panel in Panel.allCases {
            state.focus = panel
            let screen = draw(state).surface
            #expect(screen.lines.allSatisfy { $0.cellWidth <= 80 })
            #expect(
                !screen.lines.joined().unicodeScalars.contains {
                    $0.value == 0x1B || $0.value == 0x202E
                }
            )
        }
    }

    @Test func `Every size down to one cell draws without fault`() {
        for columns in stride(from: 1, through: 200, by: 13) {
            for rows in stride(from: 1, through: 60, by: 7) {
                for panel in Panel.allCases {
                    var state = EditorState.fixture(columns: columns, rows: rows, focus: panel)
                    _ = draw(state)
                    state.popup = .messages(scroll: 3)
                    #expect(draw(state).surface.size == state.size)
                }
            }
        }
    }
}

enum Screens {
    static let sizes = [
        CellSize(columns: 168, rows: 46), CellSize(columns: 120, rows: 36),
        CellSize(columns: 80, rows: 24), CellSize(columns: 60, rows: 16),
        CellSize(columns: 40, rows: 12),
    ]
}
