import Editorial
import Generation
import Input
import Motion

@testable import Editor

extension EditorState {
    /// A project of one shot (or more) with six presets, seen at 120×40.
    static func fixture(
        _ draft: Draft = Draft(prompt: "a harbour at dawn"),
        shots count: Int = 1,
        focus: Panel? = nil,
        favourites: Set<String> = []
    ) -> EditorState {
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1000))
        let shots = (1...max(1, count)).map {
            Shot(id: ids.identifier(), name: "Shot \($0)", draft: draft)
        }
        let project = Project(id: ids.identifier(), name: "Harbour", shots: shots)
        var state = EditorState(
            project: project,
            presets: .fixture,
            favourites: favourites,
            size: CellSize(columns: 120, rows: 40),
            seed: 7,
            now: Timestamp(milliseconds: 1000)
        )
        if let focus { state.focus = focus }
        return state
    }

    /// Presses keys one after the other and returns all effects.
    @discardableResult
    mutating func keys(_ chords: KeyChord...) -> [Effect] {
        chords.flatMap { reduce(&self, .input(.key($0))) }
    }

    /// Presses one key for every character.
    @discardableResult
    mutating func write(_ text: String) -> [Effect] {
        text.flatMap { reduce(&self, .input(.key(KeyChord(.character($0))))) }
    }

    @discardableResult
    mutating func click(_ target: HitTarget) -> [Effect] {
        reduce(&self, .pressed(target, .press))
    }

    mutating func drag(to point: CellPoint) {
        let event = PointerEvent(kind: .drag, button: .left, position: point)
        _ = reduce(&self, .pressed(.screen, event))
    }

    @discardableResult
    mutating func release() -> [Effect] {
        let event = PointerEvent(
            kind: .release,
            button: .left,
            position: CellPoint(column: 0, row: 0)
        )
        return reduce(&self, .pressed(.screen, event))
    }

    mutating func tick(_ milliseconds: Int) {
        _ = reduce(&self, .tick(Timestamp(milliseconds: milliseconds)))
    }

    /// Queues a take and lets the store answer that it has ended like this.
    @discardableResult
    mutating func finishTake(_ state: TakeStep.State = .completed(seconds: 1)) -> Take.ID {
        keys("ctrl-g")
        var take = takes[takes.count - 1]
        for index in take.steps.indices { take.steps[index].state = state }
        if take.status == .completed { take.film = .fixture }
        _ = reduce(&self, .takesChanged(takes.dropLast() + [take]))
        return take.id
    }

    var motions: [String] { draft.motions.map(\.preset) }
}

extension [Effect] {
    /// The takes that are asked for.
    var orders: [TakeOrder] {
        flatMap { effect in
            if case .submitTakes(let orders) = effect { orders } else { [TakeOrder]() }
        }
    }
}

extension PresetLibrary {
    static let fixture = PresetLibrary([
        Preset(id: "crash-zoom-in", name: "Crash Zoom In", tags: ["fast"]),
        Preset(id: "dolly-in", name: "Dolly In", tags: ["intimate"]),
        Preset(id: "dolly-out", name: "Dolly Out"),
        Preset(id: "handheld", name: "Handheld"),
        Preset(id: "orbit-left", name: "Orbit Left"),
        Preset(id: "super-dolly-in", name: "Super Dolly In"),
    ])
}

extension PointerEvent {
    static let press = PointerEvent(kind: .press)
    static let drag = PointerEvent(kind: .drag)
    static let wheelUp = PointerEvent(kind: .wheelUp)
    static let wheelDown = PointerEvent(kind: .wheelDown)

    static func press(at point: CellPoint) -> PointerEvent {
        PointerEvent(kind: .press, button: .left, position: point)
    }

    private init(kind: Kind) {
        self.init(kind: kind, button: .left, position: CellPoint(column: 0, row: 0))
    }
}

extension Asset.ID {
    static let fixture = filled("a")

    static func filled(_ digit: Character) -> Asset.ID {
        guard let id = Asset.ID(String(repeating: digit, count: 64)) else {
            preconditionFailure("Sixty-four hexadecimal digits are an asset’s name.")
        }
        return id
    }
}
