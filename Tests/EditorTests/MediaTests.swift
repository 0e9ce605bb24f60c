import Editorial
import Generation
import Input
import Motion
import Testing

@testable import Editor

/// Frames, films and sounds that a shot takes from the library.
struct MediaTests {
    private func item(_ digit: Character, _ name: String, _ kind: Asset.Kind) -> LibraryItem {
        LibraryItem(
            asset: Asset(
                id: .filled(digit),
                kind: kind,
                name: name,
                fileExtension: "jpg",
                byteCount: 1,
                size: PixelSize(width: 4, height: 3)
            ),
            addedAt: Timestamp(milliseconds: 1)
        )
    }

    private func query(_ effects: [Effect]) throws -> AssetQuery {
        guard case .readLibrary(let query)? = effects.first else {
            throw Failure("The library was not asked: \(effects)")
        }
        return query
    }

    private struct Failure: Error {
        let what: String
        init(_ what: String) { self.what = what }
    }

    private func open(_ field: Field, in state: inout EditorState) throws -> AssetQuery {
        state.focus(on: .prompt)
        state.promptPanel.field = field
        return try query(state.keys("enter"))
    }

    @Test func `An end frame is chosen from the pictures of the library, as an edit`() throws {
        var state = EditorState.fixture()
        let asked = try open(.endFrame, in: &state)
        #expect(asked.kind == .image)
        let page = LibraryPage(
            query: asked,
            total: 2,
            items: [item("a", "pad.jpg", .image), item("b", "sea.jpg", .image)]
        )
        _ = reduce(&state, .libraryRead(page, tags: []))
        #expect(state.library.page == nil)
        state.keys("down", "enter")
        #expect(state.popup == nil)
        #expect(state.draft.endFrame == .filled("b"))
        #expect(state.fieldRows.first { $0.field == .endFrame }?.value == "sea.jpg")
        _ = state.undo()
        #expect(state.draft.endFrame == nil)
    }

    @Test func `What is typed finds in the library, and a path is brought in`() throws {
        var state = EditorState.fixture()
        _ = try open(.startFrame, in: &state)
        #expect(try query(state.write("s")).text == "s")
        state.keys("backspace")
        state.write("~/boat.jpg")
        #expect(
            state.keys("enter")
                == [.importMedia(path: "~/boat.jpg", .startFrame, state.selectedShot)]
        )
    }

    @Test func `An answer to an older search is passed over`() throws {
        var state = EditorState.fixture()
        let first = try open(.startFrame, in: &state)
        state.write("s")
        let late = LibraryPage(query: first, total: 1, items: [item("a", "pad.jpg", .image)])
        _ = reduce(&state, .libraryRead(late, tags: []))
        guard case .assets(let picker) = state.popup else { throw Failure("It closed.") }
        #expect(picker.page == nil)
    }

    @Test func `A sound of the library is heard under the film`() throws {
        var state = EditorState.fixture()
        let asked = try open(.sound, in: &state)
        #expect(asked.kind == .sound)
        let page = LibraryPage(query: asked, total: 1, items: [item("c", "sea.ogg", .sound)])
        #expect(reduce(&state, .libraryRead(page, tags: [])) == [.readFacts(.filled("c"))])
        state.keys("enter")
        #expect(state.project.music?.name == "sea.ogg")
        state.promptPanel.field = .sound
        state.keys("x")
        #expect(state.project.music == nil)
    }

    @Test func `A shot moves like a film once its camera was followed`() throws {
        var state = EditorState.fixture()
        let shot = state.selectedShot
        let asked = try open(.reference, in: &state)
        #expect(asked.kind == .video)
        let page = LibraryPage(query: asked, total: 1, items: [item("d", "walk.mp4", .video)])
        _ = reduce(&state, .libraryRead(page, tags: []))
        #expect(
            state.keys("enter")
                == [.followCamera(.filled("d"), preset: "like-walk", named: "Like walk")]
        )
        _ = reduce(&state, .cameraFollowed("like-walk", .running(0.42)))
        let row = state.fieldRows.first { $0.field == .reference }
        #expect(row?.value == "following walk.mp4, 42 %")
        let made = Preset(id: "like-walk", name: "Like walk", tags: ["recovered"])
        let presets = PresetLibrary(state.presets.presets + [made])
        _ = reduce(&state, .presetsChanged(presets, own: ["like-walk"]))
        _ = reduce(&state, .cameraFollowed("like-walk", .done))
        #expect(state.project[shot: shot]?.draft.motions.map(\.preset) == ["like-walk"])
        #expect(state.fieldRows.first { $0.field == .reference }?.value == "Like walk")
        state.promptPanel.field = .reference
        state.keys("x")
        #expect(state.motions == [])
    }

    @Test func `A camera that cannot be followed says why, and nothing changes`() {
        var state = EditorState.fixture()
        let film = item("d", "walk.mp4", .video).asset
        _ = reduce(&state, .mediaImported(film, .reference, state.selectedShot))
        let before = state.project
        let answer = Action.cameraFollowed("like-walk", .failed("It has one frame."))
        #expect(reduce(&state, answer) == [])
        #expect(state.notice?.text.contains("It has one frame.") == true)
        #expect(state.project == before)
        #expect(state.following == nil)
    }

    @Test func `What the model does not take is dimmed, with the reason`() throws {
        let state = EditorState.fixture(Draft(prompt: "a boat", startFrame: .fixture))
        let rows = state.fieldRows
        let end = try #require(rows.first { $0.field == .endFrame })
        #expect(end.remark == "sketch takes no end frame.")
        #expect(
            rows.first { $0.field == .style }?.remark?.contains("starts from a picture") == true
        )
    }

    @Test func `A take in the making is shown as its service shows it, while the shot is the same`()
    {
        var state = EditorState.fixture()
        state.keys("ctrl-g")
        let take = state.takes[0]
        let picture = LivePicture(path: "/previews/1.jpg", stamp: 1)
        _ = reduce(&state, .livePicturesChanged([take.id: picture]))
        #expect(state.previewRequest.content == .live(picture, take.draft.size))
        #expect(state.previewTitle.subject == "take 1, being made")
        _ = reduce(&state, .entered("prompt another boat"))
        #expect(state.previewRequest.content == .shot(draft: state.draft))
    }

    @Test func `News are counted on where messages have an end`() {
        var state = EditorState.fixture()
        for place in 0..<250 { _ = reduce(&state, .entered("seed \(place) x")) }
        let before = state.saidCount
        #expect(state.said(since: before).isEmpty)
        _ = reduce(&state, .entered("nothing.there"))
        #expect(state.said(since: before).map(\.text) == [state.notice?.text])
        #expect(state.messages.count == 200)
    }
}
