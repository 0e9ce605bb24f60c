import Editor
import Editorial
import Foundation
import Input
import Panes
import Terminal
import Testing

/// Somebody who presses, pastes, drags and resizes without any sense.
struct RandomWalkTests {
    private static let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
    /// A walk has this many steps; with KINEMA_SOAK all of them have 100 000.
    private static let steps = isLong ? 12_500 : 400

    @Test(arguments: 1...8)
    func `No walk of keys, pointer, pastes and sizes breaks the editor`(seed: Int) {
        var walk = Walk(seed: UInt64(seed))
        for _ in 0..<Self.steps { walk.step() }
    }
}

private struct Walk {
    var random: IdentifierSource
    var state = EditorState.fixture()
    var screen: Composition?
    var clock = 1_750_000_007_000
    var held = false

    init(seed: UInt64) {
        random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 0))
    }

    mutating func step() {
        let before = state
        for effect in reduce(&state, action()) { carryOut(effect) }
        // Drawing is the dear part; the longest walks look at every tenth screen.
        guard state != before, number(0..<10) < 3 else { return }
        let drawn = compose(
            state,
            theme: number(0..<2) == 0 ? .standard : .plain,
            terminal: TerminalStatus(
                graphics: "none",
                glyphs: number(0..<2) == 0 ? .ascii : .unicode
            )
        )
        check(drawn)
        screen = drawn
        _ = reduce(&state, .laidOut(drawn.viewport))
    }

    private func check(_ drawn: Composition) {
        #expect(drawn.surface.size == state.size)
        let whole = CellRect(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
        if let cursor = drawn.cursor, !whole.isEmpty {
            #expect(whole.contains(cursor), "The cursor is at \(cursor) of \(state.size).")
        }
        let isInside = drawn.regions.allSatisfy { $0.rect.intersection(whole) == $0.rect }
        #expect(isInside)
        if let picture = drawn.picture { #expect(picture.intersection(whole) == picture) }
    }

    private mutating func carryOut(_ effect: Effect) {
        switch effect {
        case .submitTakes, .retryTake, .cancelTake:
            if state.takes.count > 12 { _ = reduce(&state, .takesChanged(state.takes.suffix(4))) }
        case .editPrompt(let text, let shot):
            _ = reduce(&state, .promptEdited(text + "\n", shot))
        default: break
        }
    }

    private mutating func action() -> Action {
        switch number(0..<40) {
        case 0..<22: .input(.key(chord()))
        case 22..<30: pointer()
        case 30: .input(.paste(text()))
        case 31, 32: .resized(size())
        case 33: .input(.focus(number(0..<2) == 0))
        case 34: .run(pick(Command.all.map(\.id)))
        case 35: takes()
        default: tick()
        }
    }

    private mutating func tick() -> Action {
        clock += number(0..<700)
        return .tick(Timestamp(milliseconds: clock))
    }

    private mutating func chord() -> KeyChord {
        switch number(0..<6) {
        case 0, 1, 2: pick(Self.chords)
        case 3: KeyChord(.character(pick(Array("abcjklqz0123456789@/:?[]é漢👩‍🚀\u{301}"))))
        case 4:
            pick(["esc", "enter", "tab", "backspace", "down", "up", "space", "ctrl-p", "i", "z"])
        default:
            KeyChord(
                pick([.enter, .escape, .left, .right, .home, .end, .pageUp, .function(5), .delete]),
                KeyModifiers(rawValue: UInt8(number(0..<8)))
            )
        }
    }

    private static let chords = Keymap.standard.bindings.flatMap { binding in
        binding.keys.steps.map { step -> KeyChord in
            if case .chord(let chord) = step { chord } else { "a" }
        }
    }

    private mutating func pointer() -> Action {
        let point = CellPoint(
            column: number(-2..<max(1, state.size.columns + 2)),
            row: number(-2..<max(1, state.size.rows + 2))
        )
        let kinds: [PointerEvent.Kind] = [
            .press, .press, .drag, .drag, .release, .move, .wheelUp, .wheelDown,
        ]
        let event = PointerEvent(
            kind: pick(kinds),
            button: pick([.left, .left, .left, .right, .middle, .none]),
            position: point
        )
        return .pressed(screen?.target(at: point) ?? .screen, event)
    }

    private mutating func size() -> CellSize {
        switch number(0..<4) {
        case 0: CellSize(columns: number(1..<12), rows: number(1..<8))
        case 1: CellSize(columns: number(1..<501), rows: number(1..<201))
        default: CellSize(columns: number(40..<200), rows: number(12..<60))
        }
    }

    private mutating func text() -> String {
        let pieces = [
            "boat ", "é\u{301}", "👩‍🚀", "漢字\n", "\u{1B}]0;x\u{7}", "שלום ", "\u{202E}", "🇩🇪", "\t",
        ]
        return (0..<number(0..<40)).map { _ in pick(pieces) }.joined()
    }

    private mutating func takes() -> Action {
        var takes = state.takes
        for index in takes.indices where number(0..<2) == 0 {
            let step = pick([
                TakeStep.State.completed(seconds: 2), .cancelled, .pending,
                .running(progress: Double(number(0..<12)) / 10, startedAt: state.now),
                .failed(Take.Failure(message: "It broke; try again.")),
            ])
            for place in takes[index].steps.indices { takes[index].steps[place].state = step }
        }
        return .takesChanged(takes.suffix(6))
    }

    private mutating func number(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(0..<elements.count)]
    }
}
