import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct CameraTests {
    @Test func `The camera is taken, moved and kept by a key`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("c")
        #expect(state.mode == .camera)
        state.keys("4", "l", "+")
        #expect(state.handValue(of: .azimuth) == 2)
        #expect(state.draft.camera.isEmpty)
        #expect(state.framedDraft.camera["az"] == [HandKey(.first, 2)])
        let effects = state.keys("enter")
        #expect(state.draft.camera["az"] == [HandKey(.first, 2)])
        #expect(state.draft.camera["dolly"] == [HandKey(.first, 0.01)])
        #expect(effects.count == 1)
    }

    @Test func `The first key past the first frame is what the camera moves to from rest`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("c", "end", "8", "+", "enter")
        #expect(
            state.draft.camera["dolly"] == [HandKey(.first, 0), HandKey(FrameIndex(119), 0.08)]
        )
        let path = ShotDirection(state.draft, in: .fixture).camera
        #expect(path.pose(at: 0).dolly == 0)
        #expect(abs(path.pose(at: 1).dolly - 0.08) < 1e-9)
    }

    @Test func `Leaving without a key changes nothing and says so`() {
        var state = EditorState.fixture(focus: .preview)
        let before = state.project
        state.keys("c", "l", "l", "esc")
        #expect(state.project == before)
        #expect(state.mode == .normal)
        #expect(state.notice?.text == "The camera is back where its keys have it.")
    }

    @Test func `A drag orbits, with shift it moves sideways, and the wheel dollies`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("c")
        _ = reduce(&state, .pressed(.picture, .press(at: CellPoint(column: 50, row: 10))))
        state.drag(to: CellPoint(column: 46, row: 10))
        state.release()
        #expect(state.handValue(of: .azimuth) == 1)
        _ = reduce(&state, .pressed(.picture, .wheelUp))
        #expect(state.handValue(of: .dolly) == 0.01)
    }

    @Test func `No channel goes further than it may`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("c", "9", "9", "9", "l")
        #expect(state.handValue(of: .azimuth) == CameraChannel.azimuth.range.upperBound)
    }

    @Test func `A lane's keys are added, nudged, eased, copied and removed`() {
        var state = EditorState.fixture(focus: .timeline)
        state.keys("K")
        #expect(state.popup?.title == "Keys for")
        state.keys("down", "down", "enter", "a")
        #expect(state.keyframes?.channel == .dolly)
        #expect(state.draft.camera["dolly"] == [HandKey(.first, 0)])
        state.keys("3", "+", "2", "L", "e")
        #expect(
            state.draft.camera["dolly"] == [HandKey(FrameIndex(2), 0.03, easing: "heavy")]
        )
        #expect(state.playback.frame.value == 2)
        state.keys("y", "end", "p")
        #expect(state.draft.camera["dolly"].map(\.frame.value) == [2, 119])
        state.keys("V", "x")
        #expect(state.draft.camera.isEmpty)
    }

    @Test func `Keys are written as numbers and as expressions`() {
        var state = EditorState.fixture(focus: .timeline)
        state.openLane(.roll)
        state.keys("enter")
        state.write("0:(0) 60:(5*sin(t))")
        state.keys("enter")
        let keys = state.draft.camera["roll"]
        #expect(keys.first == HandKey(.first, 0, easing: "linear"))
        #expect(keys.map(\.frame.value).dropFirst().first == 60)
        #expect(keys.allSatisfy { abs($0.value) <= 5 })
        state.keys("home", "enter")
        state.keys("ctrl-u")
        state.write("900")
        state.keys("enter")
        guard case .question(let question) = state.popup else {
            Issue.record("The question was closed.")
            return
        }
        #expect(question.problem == "roll goes from -360 to 360, in degrees.")
    }

    @Test(arguments: [
        "0", "0:1", "0:(", "0:()", "5:(1) 3:(2)", "0:(sin)", "0:(1/0)", "x:(1)", "0:(((((1)",
        "0:(t t)", "-1:(2)", "0:(" + String(repeating: "(", count: 500) + ")",
    ])
    func `What is no list of keys is refused and never traps`(text: String) {
        #expect(KeyExpression.keys(text, frameCount: 24) == nil)
    }

    @Test func `A preset is saved from the camera under a name that is free`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(Command["preset.save"]?.availability(state) != .available)
        state.keys("c", "l", "enter", "p")
        state.write("Dolly In")
        #expect(state.keys("enter") == [])
        state.keys("p")
        state.write("My Orbit")
        #expect(
            state.keys("enter")
                == [.savePreset(id: "my-orbit", name: "My Orbit", draft: state.draft)]
        )
    }
}
