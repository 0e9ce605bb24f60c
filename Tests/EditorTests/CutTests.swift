import Editorial
import Input
import Testing

@testable import Editor

struct CutTests {
    @Test func `Splitting makes two shots that play the same frames, and one undo joins them`() {
        var state = EditorState.fixture(focus: .timeline)
        let before = state.project
        state.playback.frame = FrameIndex(48)
        state.keys("S")
        #expect(state.project.shots.map(\.usedFrames) == [0..<48, 48..<120])
        #expect(state.project.shots.map(\.name) == ["Shot 1", "Shot 2"])
        #expect(state.project.length == before.length)
        #expect(state.shotIndex == 1)
        state.keys("u")
        #expect(state.project == before)
    }

    @Test func `Both halves of a split shot have its take`() {
        var state = EditorState.fixture(focus: .timeline)
        let take = state.finishTake()
        state.playback.frame = FrameIndex(60)
        state.focus = .timeline
        state.keys("S")
        #expect(state.project.shots.map(\.selectedTake) == [take, take])
        #expect(state.takeRows.map(\.id) == [take])
        #expect(state.filmTake?.id == take)
    }

    @Test func `A shot is not split before its first frame`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("S")
        #expect(state.project.shots.count == 1)
        #expect(state.notice?.severity == .warning)
    }

    @Test func `Trimming shortens the film, and the whole shot comes back`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.playback.frame = FrameIndex(24)
        state.keys("[")
        state.playback.frame = FrameIndex(95)
        state.keys("]")
        #expect(state.shot.usedFrames == 24..<96)
        #expect(state.project.starts.map(\.seconds) == [0, 3])
        #expect(state.project.length.seconds == 8)
        state.keys("\\")
        #expect(state.shot.usedFrames == 0..<120)
    }

    @Test func `An end is moved by frames, as one gesture, and no further than the shot`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("5", "(")
        #expect(state.shot.usedFrames == 0..<115)
        state.keys("9", ")")
        #expect(state.shot.usedFrames == 0..<120)
        state.keys("u")
        #expect(state.shot.usedFrames == 0..<120)
    }

    @Test func `A transition lets a shot begin before the one before has ended`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.keys("t")
        #expect(state.notice?.text == "The first shot has none before it to come in from.")
        state.keys("right", "t", "down", "enter")
        #expect(state.shot.cut.transition == Transition(.dissolve))
        #expect(state.project.starts.map(\.seconds) == [0, 4.5])
        #expect(state.project.length.seconds == 9.5)
    }

    @Test func `A transition is written with its seconds`() {
        var state = EditorState.fixture(shots: 2, focus: .timeline)
        state.keys("right")
        _ = state.enter("transition wipe 1.5")
        #expect(state.shot.cut.transition?.duration == RationalTime(3, 2))
        _ = state.enter("transition cut")
        #expect(state.shot.cut.transition == nil)
        _ = state.enter("transition melt")
        #expect(state.notice?.severity == .warning)
    }

    @Test func `Markers are set, named, gone to and taken away`() {
        var state = EditorState.fixture(focus: .timeline)
        state.playback.frame = FrameIndex(30)
        state.keys("M")
        _ = state.enter("marker the gull")
        #expect(state.shot.cut.markers == [Marker(FrameIndex(30), "the gull")])
        state.keys("N")
        #expect(state.playback.frame.value == 0)
        state.keys("n")
        #expect(state.playback.frame.value == 30)
        state.keys("M")
        #expect(state.shot.cut.markers == [])
    }

    @Test func `Only what lies between in and out is played`() {
        var state = EditorState.fixture(focus: .preview)
        state.playback.frame = FrameIndex(10)
        state.keys("i")
        state.playback.frame = FrameIndex(19)
        state.keys("o", "space")
        state.tick(2000)
        state.tick(2000 + 500)
        #expect(state.playedFrames == 10..<20)
        #expect((10..<20).contains(state.playback.frame.value))
        state.keys("\\")
        #expect(state.playedFrames == 0..<120)
    }

    @Test func `The lanes zoom in about the playhead and follow it`() {
        var state = EditorState.fixture(focus: .timeline)
        state.playback.frame = FrameIndex(60)
        state.keys("+", "+")
        #expect(state.laneFrames == 45..<75)
        state.playback.frame = FrameIndex(100)
        #expect(state.laneFrames.contains(100))
        #expect(state.laneFrames.count == 30)
        state.keys("0")
        #expect(state.laneFrames == 0..<120)
    }

    @Test func `Three moves and three looks are mixed, and a fourth of a kind is not`() {
        var state = EditorState.fixture()
        for id in ["dolly-in", "dolly-out", "handheld"] { _ = state.addMotion(id) }
        #expect(state.readiness.isReady)
        _ = state.addMotion("orbit-left")
        #expect(state.motions.count == 3)
        #expect(state.notice?.text.hasPrefix("A shot mixes up to three moves") == true)
    }

    @Test func `Trimming from beyond the shot's own ends says so and changes nothing`() {
        var state = EditorState.fixture(focus: .timeline)
        _ = reduce(&state, .entered("goto 48"))
        state.keys("]")
        _ = reduce(&state, .entered("goto 100"))
        #expect(state.keys("[") == [])
        #expect(state.notice?.text.hasPrefix("The shot ends before this frame") == true)
        state.keys("\\")
        _ = reduce(&state, .entered("goto 48"))
        state.keys("[")
        _ = reduce(&state, .entered("goto 10"))
        #expect(state.keys("]") == [])
        #expect(state.notice?.text.hasPrefix("The shot begins after this frame") == true)
    }
}
