import Editorial
import Input
import Testing

@testable import Editor

/// Projects and media as grids of pictures.
struct GridTests {
    private func opened(_ count: Int = 40) -> EditorState {
        var state = EditorState.fixture()
        _ = reduce(&state, .run("library.open"))
        let items = (0..<count).map { place in
            let digits = String(place, radix: 16)
            let name = String(repeating: "0", count: 64 - digits.count) + digits
            return LibraryItem(
                asset: Asset(
                    id: Asset.ID(name) ?? .fixture,
                    kind: .image,
                    name: "file \(place)",
                    fileExtension: "png",
                    byteCount: 1,
                    size: PixelSize(width: 16, height: 9)
                ),
                addedAt: state.now
            )
        }
        let page = LibraryPage(query: state.library.query, total: count, items: items)
        _ = reduce(&state, .libraryRead(page, tags: []))
        return state
    }

    @Test func `A screen becomes a grid and a list again, and that is kept`() {
        var state = opened()
        #expect(state.keys("z") == [.remember(state.settings)])
        #expect(state.isGrid)
        #expect(state.settings.grids == [.library])
        _ = reduce(&state, .run("screen.editor"))
        #expect(!state.isGrid)
        _ = reduce(&state, .run("library.open"))
        state.keys("z")
        #expect(!state.isGrid)
    }

    @Test func `Up and down go by the tiles beside one another, left and right by one`() {
        var state = opened()
        state.keys("z")
        state.viewport.grid = CellSize(columns: 5, rows: 3)
        state.keys("j")
        #expect(state.library.cursor == 5)
        state.keys("l", "l", "h")
        #expect(state.library.cursor == 6)
        state.keys("pagedown")
        #expect(state.library.cursor == 21)
        state.keys("up")
        #expect(state.library.cursor == 16)
        state.keys("7", "G")
        #expect(state.library.cursor == 6)
        state.keys("end")
        #expect(state.library.cursor == 39)
        state.keys("home")
        #expect(state.library.cursor == 0)
    }

    @Test func `In a list nothing lies at the side, and that is said`() {
        var state = opened()
        state.keys("l")
        #expect(state.library.cursor == 0)
        #expect(state.notice?.text.contains("z shows them as pictures") == true)
    }
}
