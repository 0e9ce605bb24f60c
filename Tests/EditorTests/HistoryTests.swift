import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct HistoryTests {
    @Test func `With nothing to undo it says so and saves nothing`() {
        var state = EditorState.fixture(focus: .preview)
        #expect(state.keys("u") == [])
        #expect(state.notice?.text == "There is nothing left to undo.")
        #expect(state.keys("ctrl-r") == [])
    }

    @Test func `Undo says what it took back and goes to the shot it was in`() {
        var state = EditorState.fixture(shots: 2, focus: .prompt)
        state.keys("r", "f4", "right")
        #expect(state.shotIndex == 1)
        let effects = state.keys("u")
        #expect(state.notice?.text == "Undid: change the seed.")
        #expect(state.shotIndex == 0)
        #expect(effects == [.save(state.project, state.history)])
    }

    @Test func `A project with no shot is given one, and undo never takes it away`() {
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 0))
        let shot = Shot(id: ids.identifier(), name: "Only", draft: Draft())
        var history = EditHistory()
        history.record(.insertShot(shot, at: 0))
        var state = EditorState(
            project: Project(id: ids.identifier(), name: "P", shots: [shot]),
            history: history,
            presets: .fixture,
            size: CellSize(columns: 80, rows: 24),
            seed: 1,
            now: Timestamp(milliseconds: 0)
        )
        state.keys("u")
        #expect(state.project.shots == [shot])
        let empty = EditorState(
            project: Project(id: ids.identifier(), name: "P", shots: []),
            presets: .fixture,
            size: CellSize(columns: 80, rows: 24),
            seed: 1,
            now: Timestamp(milliseconds: 0)
        )
        #expect(empty.project.shots.map(\.name) == ["Shot 1"])
    }

    @Test func `The same inputs give the same state`() {
        var (one, two) = (EditorState.fixture(shots: 2), EditorState.fixture(shots: 2))
        var (left, right) = (Inputs(seed: 3), Inputs(seed: 3))
        for _ in 0..<300 {
            let effects = reduce(&one, left.next(for: one))
            #expect(reduce(&two, right.next(for: two)) == effects)
        }
        #expect(one == two)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `Two thousand random inputs never trap, and undoing all gives the first project back`(
        _ seed: UInt64
    ) {
        var state = EditorState.fixture(shots: 2)
        let first = state.project
        var inputs = Inputs(seed: seed)
        for step in 0..<2000 {
            _ = reduce(&state, inputs.next(for: state))
            // Everything that drawing reads can be read at any moment.
            if step % 10 == 0 { readEverything(of: state) }
        }
        // Older edits are forgotten beyond the limit, and then there is no way back.
        #expect(state.history.edits.count < EditHistory.limit)
        let last = state.project
        // Edits that were undone at the end stay undone.
        let position = state.history.position
        while state.history.canUndo { _ = reduce(&state, .run("edit.undo")) }
        #expect(state.project == first)
        while state.history.position < position { _ = reduce(&state, .run("edit.redo")) }
        #expect(state.project == last)
    }

    private func readEverything(of state: EditorState) {
        let request = state.previewRequest
        #expect((0..<request.frameCount).contains(request.frame.value))
        #expect(state.fields.contains(state.promptPanel.field))
        #expect(state.project.index(of: state.selectedShot) != nil)
        #expect(state.statusHints.count <= 6)
        #expect(state.fieldRows.count == state.fields.count)
        if state.focus != .presets { #expect(state.auditioned == nil) }
        if let field = state.textField { #expect((0...field.text.count).contains(field.cursor)) }
        _ = (state.presetRows, state.takeRows, state.shotItems, state.helpRows, state.previewTitle)
        _ = (state.paletteRows, state.choiceRows, state.completions, state.promptCursor)
        _ = (state.tickInterval, state.breadcrumb, state.readiness)
    }
}

/// Inputs of every kind, keys for the most part.
private struct Inputs {
    var random: IdentifierSource
    private var clock = 1000

    init(seed: UInt64) {
        random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 0))
    }

    mutating func next(for state: EditorState) -> Action {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: .pressed(target(in: state), pointer())
        case 1: .tick(later())
        case 2: .input(.paste(pick(["boat", "é\u{301}", "👩‍🚀\n漢字", "\u{1B}]0;x\u{7}", ""])))
        case 3: .run(pick(Command.all.map(\.id)))
        case 4: news(of: state)
        case 5:
            .laidOut(
                Viewport(
                    promptColumns: Int.random(in: 0...60, using: &random),
                    presetRows: Int.random(in: 0...30, using: &random)
                )
            )
        case 6: .input(.key(KeyChord(.character(pick(Array("abcé 漢👍\u{301}"))))))
        case 7: .resized(CellSize(columns: Int.random(in: 0...300, using: &random), rows: 0))
        default: .input(.key(pick(Self.chords)))
        }
    }

    private static let chords = Keymap.standard.bindings.flatMap { binding in
        binding.keys.steps.map { step -> KeyChord in
            if case .chord(let chord) = step { chord } else { "a" }
        }
    }

    private mutating func news(of state: EditorState) -> Action {
        var takes = state.takes
        for index in takes.indices where Bool.random(using: &random) {
            let step = pick([
                TakeStep.State.completed(seconds: 2), .cancelled, .pending,
                .running(progress: 0.5, startedAt: state.now),
                .failed(Take.Failure(message: "It broke.")),
            ])
            for place in takes[index].steps.indices { takes[index].steps[place].state = step }
            takes[index].film = takes[index].status == .completed ? .fixture : nil
        }
        return .takesChanged(takes.suffix(6))
    }

    private mutating func target(in state: EditorState) -> HitTarget {
        let row = Int.random(in: -2...12, using: &random)
        return pick(
            Panel.allCases.map { HitTarget.panel($0) } + state.fields.map { .field($0) }
                + state.project.shots.map { .shot($0.id) } + state.takes.map { .take($0.id) }
                + state.takes.map { .step($0.id, .video) }
                + [
                    .presetRow(row), .category(.camera), .category(.looks), .filter, .popup,
                    .popupRow(row), .scrubber(columns: row, column: row * 3), .generateButton,
                    .promptText(row: row, firstColumn: 3), .splitter(.presets), .screen,
                    .splitter(.timeline),
                ]
        )
    }

    private mutating func pointer() -> PointerEvent {
        pick([.press, .drag, .wheelUp, .wheelDown])
    }

    private mutating func later() -> Timestamp {
        clock += Int.random(in: -500...4000, using: &random)
        return Timestamp(milliseconds: clock)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
