import Editorial
import Input
import Testing

@testable import Editor

struct QueueScreenTests {
    private func job(_ id: String, _ state: QueueItem.State) -> QueueItem {
        QueueItem(
            id: id,
            queue: "video-synthesis",
            state: state,
            task: "video",
            createdAt: Timestamp(milliseconds: 0)
        )
    }

    private func opened(_ items: [QueueItem]) -> EditorState {
        var state = EditorState.fixture()
        state.keys("esc", "f7")
        _ = reduce(&state, .queueRead(items, isPaused: false, nil))
        return state
    }

    @Test func `Jobs are cancelled, tried again and moved by the rules of the queue`() {
        var state = opened([
            job("a", .running), job("b", .ready), job("c", .ready), job("d", .ready),
            job("e", .failed),
        ])
        #expect(state.keys("x").first == .steerQueue(.cancel("a")))
        #expect(state.keys("n") == [])
        #expect(state.notice?.text == "Only what has not begun can be moved.")
        state.keys("j", "j")
        #expect(state.keys("n").first == .steerQueue(.first("c")))
        #expect(state.keys("K").first == .steerQueue(.before("c", other: "b")))
        #expect(state.keys("J").first == .steerQueue(.last("c")))
        state.keys("G")
        #expect(state.keys("R").first == .steerQueue(.retry("e")))
        #expect(state.keys("x") == [])
    }

    @Test func `The queue is paused and goes on`() {
        var state = opened([])
        #expect(state.keys("p").first == .steerQueue(.pause(true)))
        _ = reduce(&state, .queueRead([], isPaused: true, nil))
        #expect(state.keys("p").first == .steerQueue(.pause(false)))
    }

    @Test func `A job's details are read once the cursor is on it`() {
        var state = opened([job("a", .running), job("b", .ready)])
        #expect(state.keys("j") == [.readQueue(details: "b")])
        let details = QueueDetails(job: "b", attempts: [], log: ["one"])
        let items = state.queueRows
        #expect(reduce(&state, .queueRead(items, isPaused: false, details)) == [])
        #expect(state.queue.details == details)
    }

    @Test func `The cursor stays near when its job is cleaned away`() {
        var state = opened([job("a", .running), job("b", .completed), job("c", .completed)])
        state.keys("j")
        _ = reduce(
            &state,
            .queueRead([job("a", .running), job("c", .completed)], isPaused: false, nil)
        )
        #expect(state.currentJob?.id == "c")
    }

    @Test func `News of takes is news of the queue while that is shown`() {
        var state = opened([])
        #expect(reduce(&state, .takesChanged([])).contains(.readQueue(details: nil)))
        state.keys("esc")
        #expect(!reduce(&state, .takesChanged([])).contains(.readQueue(details: nil)))
    }
}
