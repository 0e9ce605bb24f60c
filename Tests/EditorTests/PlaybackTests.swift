import Editorial
import Input
import Testing

@testable import Editor

struct PlaybackTests {
    @Test func `Playing follows the clock and a late tick drops frames`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("space")
        state.tick(5000)
        #expect(state.playback.frame == FrameIndex(0))
        state.tick(5500)
        #expect(state.playback.frame == FrameIndex(12))
        state.tick(7000)
        #expect(state.playback.frame == FrameIndex(48))
    }

    @Test func `Time that passed before playing does not count`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("space")
        state.tick(9_000_000)
        #expect(state.playback.frame == .first)
    }

    @Test func `A loop starts again at the end`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("space")
        state.tick(0)
        state.tick(5500)
        #expect(state.playback.frame == FrameIndex(12))
        #expect(state.playback.isPlaying)
    }

    @Test func `Without the loop it stops on the last frame, and play means again`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("L", "space")
        state.tick(0)
        state.tick(5500)
        #expect(state.playback.frame == FrameIndex(119))
        #expect(!state.playback.isPlaying)
        state.keys("space")
        #expect(state.playback.frame == .first)
        #expect(state.playback.isPlaying)
    }

    @Test func `Frame steps pause and stay in the film`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("space", ".", ".", ",")
        #expect(state.playback.frame == FrameIndex(1))
        #expect(!state.playback.isPlaying)
        state.keys("home", ",")
        #expect(state.playback.frame == .first)
        state.keys("end", ".")
        #expect(state.playback.frame == FrameIndex(119))
    }

    @Test func `The shuttle doubles, halves, reverses and stops`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("l")
        #expect(state.playback.speed == 1)
        state.keys("l", "l", "l")
        #expect(state.playback.speed == 4)
        state.keys("j", "j", "j", "j", "j")
        #expect(state.playback.speed == -0.25)
        state.keys("k")
        #expect(state.playback.speed == 1)
        #expect(!state.playback.isPlaying)
    }

    @Test func `Backwards goes round to the end`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("j")
        state.tick(0)
        state.tick(500)
        #expect(state.playback.frame == FrameIndex(108))
    }

    @Test func `A clock that is set back plays on from where it is`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("space")
        state.tick(10_000)
        state.tick(11_000)
        state.tick(2000)
        #expect(state.playback.frame == FrameIndex(24))
        state.tick(2500)
        #expect(state.playback.frame == FrameIndex(36))
    }

    @Test func `The film plays at its own length and rate`() {
        var state = EditorState.fixture(focus: .timeline)
        let id = state.finishTake()
        state.promptPanel.field = .frameRate
        _ = reduce(&state, .run("shot.rename"))
        state.keys("esc")
        _ = state.changeDraft { $0.frameRate = FrameRate(60) }
        let request = state.previewRequest
        #expect(request.content == .film(.fixture, take: id))
        #expect(request.frameRate == FrameRate(24))
        #expect(request.frameCount == 120)
    }

    @Test func `v goes between shot and film, and needs a film`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("v")
        #expect(state.notice?.text.contains("has a film yet") == true)
        state.finishTake()
        #expect(state.previewTitle.subject == "take 1")
        state.keys("v")
        #expect(state.previewTitle.subject == "live")
        state.keys("v")
        #expect(state.previewTitle.subject == "take 1")
    }

    @Test func `A shorter shot keeps the frame inside it`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("end")
        _ = state.changeDraft { $0.duration = RationalTime(1) }
        #expect(state.playback.frame == FrameIndex(23))
    }

    @Test func `An idle editor wants no ticks`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(!state.needsTicks)
        state.keys("space")
        #expect(state.tickInterval == .milliseconds(41))
        state.keys("space")
        #expect(!state.needsTicks)
    }

    @Test func `A notice is shown for six seconds of ticks and kept in the messages`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("D")
        #expect(state.needsTicks)
        state.tick(3_600_000)
        #expect(state.notice != nil)
        state.tick(3_605_900)
        #expect(state.notice != nil)
        state.tick(3_606_000)
        #expect(state.notice == nil)
        #expect(!state.needsTicks)
        #expect(state.messages.map(\.text) == ["A project keeps at least one shot."])
    }
}
