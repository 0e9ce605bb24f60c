import Editorial
import Input
import Testing

@testable import Editor

struct LibraryScreenTests {
    private func item(_ number: Int, _ kind: Asset.Kind = .image) -> LibraryItem {
        let digits = String(number, radix: 16)
        let digest = String(repeating: "0", count: 64 - digits.count) + digits
        guard let id = Asset.ID(digest) else { preconditionFailure("Digits are an id.") }
        return LibraryItem(
            asset: Asset(
                id: id,
                kind: kind,
                name: "file \(number)",
                fileExtension: "png",
                byteCount: 100,
                size: PixelSize(width: 64, height: 36)
            ),
            addedAt: Timestamp(milliseconds: 1000)
        )
    }

    /// The screen with a library of so many media, of which it read the first.
    private func opened(_ total: Int = 3, kind: Asset.Kind = .image) throws -> EditorState {
        var state = EditorState.fixture()
        state.keys("esc", "f6")
        try answer(&state, total, kind)
        return state
    }

    /// Answers what was asked last, as a store would.
    private func answer(
        _ state: inout EditorState,
        _ total: Int,
        _ kind: Asset.Kind = .image
    ) throws {
        let query = try #require(state.library.asked)
        let end = min(total, query.offset + query.limit)
        let items = (min(query.offset, total)..<end).map { item($0, kind) }
        let page = LibraryPage(query: query, total: total, items: items)
        _ = reduce(&state, .libraryRead(page, tags: [AssetTag(name: "dawn", count: 2)]))
    }

    @Test func `A library far larger than the screen is read in parts as one scrolls`() throws {
        var state = try opened(100_000)
        #expect(state.library.page?.items.count == 800)
        let effects = state.keys("G")
        #expect(state.library.cursor == 99_999)
        #expect(
            effects.contains {
                if case .readLibrary(let query) = $0 { query.offset == 99_599 } else { false }
            }
        )
        try answer(&state, 100_000)
        #expect(state.library.current?.asset.name == "file 99999")
        // A row further up costs no more than what is known of that row.
        #expect(state.keys("k") == [.readFacts(item(99_998).id)])
    }

    @Test func `An answer to an older question is passed over`() throws {
        var state = try opened()
        let old = try #require(state.library.asked)
        state.keys("f")
        _ = reduce(&state, .libraryRead(LibraryPage(query: old, total: 9, items: []), tags: []))
        #expect(state.library.total == 3)
    }

    @Test func `What is typed is looked for, and escape finds everything again`() throws {
        var state = try opened()
        state.keys("/")
        state.write("daw")
        #expect(state.library.asked?.text == "daw")
        state.keys("esc")
        #expect(state.library.asked?.text == "")
        #expect(state.screen == .library)
    }

    @Test func `Marked media are tagged and taken out together, and put back`() throws {
        var state = try opened()
        state.keys("v", "v")
        let marked = [item(0).id, item(1).id]
        #expect(state.libraryChoice == marked)
        state.keys("t")
        state.write("Dawn -sea")
        let tagged = state.keys("enter")
        #expect(tagged.first == .tagAssets(marked, adding: ["dawn"], removing: ["sea"]))
        #expect(state.keys("D").first == .removeAssets(marked, true))
        #expect(state.library.marked.isEmpty)
        #expect(state.keys("u").first == .removeAssets(marked, false))
    }

    @Test func `A picture becomes the start frame, and a sound the music`() throws {
        var state = try opened()
        state.keys("enter")
        #expect(state.screen == .editor)
        #expect(state.draft.startFrame == item(0).id)
        state = try opened(kind: .sound)
        state.keys("enter")
        #expect(state.project.music?.name == "file 0")
        state.keys("u")
        #expect(state.project.music == nil)
    }

    @Test func `A path that is dropped on the library comes in`() throws {
        var state = try opened()
        let effects = reduce(&state, .input(.paste("'/tmp/a b.png' ")))
        #expect(effects == [.importAssets("'/tmp/a b.png'")])
    }

    @Test func `Only a tag's media are shown once it is chosen`() throws {
        var state = try opened()
        state.keys("T", "j", "enter")
        #expect(state.library.asked?.tag == "dawn")
    }

    @Test func `Without anything in it the library says how to bring something in`() throws {
        var state = try opened(0)
        state.keys("v")
        #expect(state.notice?.text == "Nothing is here; i brings media in.")
    }
}
