import Editorial
import Generation
import Input
import Testing

@testable import Editor

struct TimelineTests {
    @Test func `Generating queues one take, shows it and submits it once`() {
        var state = EditorState.fixture(focus: .timeline)
        let effects = state.keys("g")
        let take = state.takes[0]
        let order = TakeOrder(
            take: take.id,
            shot: state.selectedShot,
            draft: state.draft,
            model: .sketch
        )
        #expect(effects == [.submitTakes([order])])
        #expect(take.status == .queued)
        #expect(take.number == 1)
        #expect(state.currentTake == take)
        #expect(state.notice?.text == "Take 1 is queued.")
    }

    @Test func `ctrl-g generates while the prompt is written`() {
        var state = EditorState.fixture(focus: .prompt)
        state.keys("i")
        let effects = state.keys("ctrl-g")
        #expect(effects.count == 1)
        #expect(state.mode == .insert)
    }

    @Test func `A take without the preset that is tried on says so`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "ctrl-g")
        #expect(state.takes[0].draft.motions == [])
        #expect(state.notice?.text == "Take 1 is queued without Dolly In, which is only tried on.")
    }

    @Test func `A watched take that completes plays its film`() {
        var state = EditorState.fixture(focus: .timeline)
        let id = state.finishTake()
        #expect(state.notice?.text == "Take 1 is done.")
        #expect(state.previewRequest.content == .film(.fixture, take: id))
        #expect(state.playback.isPlaying)
    }

    @Test func `A take of another shot completes without taking the preview over`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.keys("g")
        var take = state.takes[0]
        state.keys("right")
        for index in take.steps.indices { take.steps[index].state = .completed(seconds: 1) }
        take.film = .fixture
        _ = reduce(&state, .takesChanged([take]))
        #expect(state.notice?.text == "Take 1 of “Shot 1” is done.")
        #expect(state.previewRequest.content == .shot(draft: state.draft))
    }

    @Test func `A failure is told in its own words`() {
        var state = EditorState.fixture(focus: .timeline)
        state.finishTake(.failed(Take.Failure(message: "The disk is full; make room and retry.")))
        #expect(state.notice?.text == "Take 1: The disk is full; make room and retry.")
        #expect(state.notice?.severity == .failure)
    }

    @Test func `A failed take can be retried and not cancelled`() {
        var state = EditorState.fixture(focus: .timeline)
        let id = state.finishTake(.failed(Take.Failure(message: "It broke.")))
        #expect(state.keys("x") == [])
        #expect(state.notice?.severity == .warning)
        #expect(state.keys("R") == [.retryTake(id)])
    }

    @Test func `A queued take can be cancelled`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g")
        #expect(state.keys("x") == [.cancelTake(state.takes[0].id)])
    }

    @Test func `The cursor walks the takes, newest first`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g", "g", "g")
        #expect(state.takeRows.map(\.take.number) == [3, 2, 1])
        state.keys("j", "j", "j")
        #expect(state.currentTake?.number == 1)
        state.keys("k")
        #expect(state.currentTake?.number == 2)
    }

    @Test func `News of takes keeps the cursor, and lets go of a take that is gone`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g", "g", "enter")
        _ = reduce(&state, .takesChanged([]))
        #expect(state.takeCursor == nil)
        #expect(state.popup == nil)
    }

    @Test func `A selected take is an edit and stands until it is selected again`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g")
        let effects = state.keys("s")
        #expect(state.shot.selectedTake == state.takes[0].id)
        #expect(effects == [.save(state.project, state.history)])
        state.keys("s")
        #expect(state.shot.selectedTake == nil)
    }

    @Test func `Recalling gives the shot what the take was made from`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g")
        let draft = state.draft
        state.keys("i")
        state.write(" and more")
        state.keys("esc", "f4", "p")
        #expect(state.draft == draft)
    }

    @Test func `A new shot has the format of the one before and no prompt`() {
        var state = EditorState.fixture(
            Draft(prompt: "sea", aspect: Aspect(1, 1)),
            focus: .timeline
        )
        state.keys("a")
        #expect(state.project.shots.map(\.name) == ["Shot 1", "Shot 2"])
        #expect(state.shotIndex == 1)
        #expect(state.draft.prompt == "")
        #expect(state.draft.aspect == Aspect(1, 1))
    }

    @Test func `A deleted shot comes back to its place and is selected`() {
        var state = EditorState.fixture(shots: 3, focus: .timeline)
        let before = state.project
        state.keys("right", "D")
        #expect(state.project.shots.map(\.name) == ["Shot 1", "Shot 3"])
        #expect(state.shot.name == "Shot 3")
        state.keys("u")
        #expect(state.project == before)
        #expect(state.shot.name == "Shot 2")
    }

    @Test func `The last shot stays`() {
        var state = EditorState.fixture(focus: .timeline)
        #expect(state.keys("D") == [])
        #expect(state.notice?.text == "A project keeps at least one shot.")
    }

    @Test func `Shots are reordered and the moved one stays selected`() {
        var state = EditorState.fixture(shots: 3, focus: .timeline)
        state.keys("shift-right")
        #expect(state.project.shots.map(\.name) == ["Shot 2", "Shot 1", "Shot 3"])
        #expect(state.shot.name == "Shot 1")
        state.keys("<")
        #expect(state.shotIndex == 0)
    }

    @Test func `A duplicate has the draft, a name of its own and no takes`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("g", "d")
        #expect(state.project.shots.map(\.name) == ["Shot 1", "Shot 2"])
        #expect(state.draft == state.project.shots[0].draft)
        #expect(state.takeRows.isEmpty)
    }

    @Test func `Renaming asks with the old name and refuses none`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("r", "ctrl-u", "enter")
        #expect(state.popup != nil)
        state.write("Deck")
        state.keys("enter")
        #expect(state.shot.name == "Deck")
    }

    @Test func `Exporting needs a film and then a path`() {
        var state = EditorState.fixture(focus: .timeline)
        #expect(state.keys("e") == [])
        #expect(state.popup == nil)
        let id = state.finishTake()
        state.keys("e")
        state.write("boat.mp4")
        #expect(state.keys("enter") == [.exportTake(id, path: "boat.mp4")])
    }

    @Test func `The shots and their takes are counted for the timeline`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.keys("g", "g")
        #expect(state.shotItems.map(\.takeCount) == [2, 0])
        #expect(state.shotItems.map(\.isBusy) == [true, false])
        #expect(state.breadcrumb.take == 2)
        #expect(state.busyTakes == 2)
    }
}
