import Editor
import Editorial
import Input
import Motion
import Panes
import Terminal
import Testing

struct ModeGoldenTests {
    private static let sizes = [
        CellSize(columns: 168, rows: 46), CellSize(columns: 80, rows: 24),
    ]

    /// A shot whose camera has keys in two lanes, a trim and markers.
    private func keyed(_ size: CellSize) -> EditorState {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows, focus: .timeline)
        let place = state.shotIndex
        var hand = HandCamera()
        hand["dolly"] = [
            HandKey(.first, 0), HandKey(FrameIndex(48), 0.22, easing: "heavy"),
            HandKey(FrameIndex(110), 0.05),
        ]
        hand["roll"] = [HandKey(FrameIndex(12), -4), HandKey(FrameIndex(90), 6)]
        state.project.shots[place].draft.camera = hand
        state.project.shots[place].cut = Cut(
            trim: Trim(first: FrameIndex(6), count: 100),
            transition: Transition(.dissolve),
            markers: [Marker(FrameIndex(30), "the gull")]
        )
        return state
    }

    @Test(arguments: sizes)
    func `The timeline shows what a shot's keys, trim, transition and markers are`(
        size: CellSize
    ) throws {
        let name = "timeline-keys-\(size.columns)x\(size.rows)"
        try Golden.expect(draw(keyed(size)).surface, named: name)
    }

    @Test(arguments: sizes)
    func `Keys are edited as a curve`(size: CellSize) throws {
        var state = keyed(size)
        state.playback.frame = FrameIndex(48)
        _ = reduce(&state, .run("keyframe.enter"))
        try Golden.expect(
            draw(state).surface,
            named: "keyframes-\(size.columns)x\(size.rows)"
        )
    }

    @Test func `The camera in the hand shows its numbers and its way`() throws {
        var state = keyed(CellSize(columns: 120, rows: 36))
        _ = reduce(&state, .run("camera.enter"))
        for key in ["l", "l", "+"] as [KeyChord] { _ = reduce(&state, .input(.key(key))) }
        try Golden.expect(draw(state).surface, named: "camera-120x36")
    }

    @Test(arguments: sizes)
    func `The projects are listed, with the one under the cursor in motion`(
        size: CellSize
    ) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows)
        _ = reduce(&state, .run("projects.open"))
        let name = "projects-\(size.columns)x\(size.rows)"
        try Golden.expect(draw(state).surface, named: name + "-reading")
        var ids = IdentifierSource(seed: 3, now: state.now)
        let names = ["夜の港", "A very long name that no column has room for", "Ferry"]
        let others = names.enumerated().map { place, name in
            ProjectItem(
                id: ids.identifier(),
                name: name,
                shotCount: 3 * place,
                takeCount: 1240 * place,
                openedAt: Timestamp(milliseconds: state.now.milliseconds - 7_000_000 * place)
            )
        }
        let own = ProjectItem(
            id: state.project.id,
            name: state.project.name,
            shotCount: 7,
            takeCount: 2,
            openedAt: state.now,
            draft: state.draft
        )
        _ = reduce(&state, .projectsChanged([own] + others))
        try Golden.expect(draw(state).surface, named: name)
    }

    @Test func `The history is a tree with the present in it`() throws {
        var state = EditorState.fixture(columns: 80, rows: 24, focus: .timeline)
        for line in ["rename one", "seed 7"] { _ = reduce(&state, .entered(line)) }
        _ = reduce(&state, .run("edit.undo"))
        _ = reduce(&state, .entered("rename two"))
        _ = reduce(&state, .run("history.open"))
        try Golden.expect(draw(state).surface, named: "history-80x24")
    }
}
