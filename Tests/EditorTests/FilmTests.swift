import Editorial
import Generation
import Input
import Testing

@testable import Editor

struct FilmTests {
    private var sound: Asset {
        Asset(
            id: .filled("c"),
            kind: .sound,
            name: "tide.mp3",
            fileExtension: "mp3",
            byteCount: 9,
            size: PixelSize(width: 0, height: 0)
        )
    }

    @Test func `A film is written once every shot has one`() throws {
        var state = EditorState.fixture(shots: 3)
        state.keys("esc")
        #expect(state.filmReason == "3 shots have no film yet; :all makes what is missing.")
        let queued = state.keys("f4", "A")
        #expect(queued.orders.count == 3)
        #expect(state.filmReason == "3 shots are still being made.")
        var takes = state.takes
        for place in takes.indices {
            for step in takes[place].steps.indices {
                takes[place].steps[step].state = .completed(seconds: 1)
            }
            takes[place].film = .fixture
        }
        _ = reduce(&state, .takesChanged(takes))
        state.keys("ctrl-s")
        let effects = state.keys("enter")
        #expect(
            effects.last
                == .exportFilm(
                    state.project,
                    films: takes,
                    path: "harbour.mp4",
                    replaces: false
                )
        )
    }

    @Test func `The end of a film is told once`() {
        var state = EditorState.fixture()
        let running = FilmProgress(job: "1", path: "/a.mp4", state: .running(0.5))
        let done = FilmProgress(job: "1", path: "/a.mp4", state: .completed)
        // What ended before the editor was opened is no news.
        _ = reduce(&state, .filmChanged(FilmProgress(job: "0", path: "/", state: .completed)))
        #expect(state.notice == nil)
        _ = reduce(&state, .filmChanged(running))
        _ = reduce(&state, .filmChanged(done))
        #expect(state.notice?.text == "The film is in /a.mp4.")
        // What was read before the next one was asked for is no news of that.
        _ = reduce(&state, .filmChanged(FilmProgress(job: "2", path: "/b.mp4", state: .waiting)))
        _ = reduce(&state, .filmChanged(done))
        #expect(state.filmExport?.job == "2")
    }

    @Test func `Music is laid under the film, mixed, and taken back by undo`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("b")
        state.write("~/tide.mp3")
        #expect(state.keys("enter") == [.importMusic(path: "~/tide.mp3")])
        let effects = reduce(&state, .musicImported(sound))
        #expect(state.project.music?.asset == sound.id)
        #expect(effects.contains(.readSound(sound.id)))
        _ = reduce(&state, .entered("gain -8"))
        #expect(state.project.music?.gain == -8)
        _ = reduce(&state, .entered("gain 99"))
        #expect(state.project.music?.gain == -8)
        state.keys("u", "u")
        #expect(state.project.music == nil)
    }
}
