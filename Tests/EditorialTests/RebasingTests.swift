import Testing

@testable import Editorial

/// Two of one project, of which each is changed without the other.
struct RebasingTests {
    private func begin(_ source: inout IdentifierSource, shots count: Int = 4) -> EditedProject {
        let shots = (0..<count).map { number in
            Shot(id: source.identifier(), name: "\(number)", draft: Draft(prompt: "\(number)"))
        }
        return EditedProject(
            Project(id: source.identifier(), name: "Film", shots: shots),
            EditHistory()
        )
    }

    private func change(
        _ work: inout EditedProject,
        _ source: inout IdentifierSource
    ) {
        let word = "\(source.next() % 1000)"
        let shots = work.project.shots
        var edit = Edit.renameProject(from: work.project.name, to: word)
        if let place = shots.indices.randomElement(using: &source) {
            let shot = shots[place]
            var draft = shot.draft
            switch Int.random(in: 0..<8, using: &source) {
            case 0: edit = .removeShot(shot, at: place)
            case 1:
                let new = Shot(id: source.identifier(), name: word, draft: Draft(prompt: word))
                edit = .insertShot(new, at: place)
            case 2:
                edit = .moveShot(from: place, to: Int.random(in: shots.indices, using: &source))
            case 3:
                draft.seed = UInt32(source.next() % 9)
                edit = .changeDraft(shot.id, from: shot.draft, to: draft)
            case 4: edit = .renameShot(shot.id, from: shot.name, to: word)
            case 5: break
            default:
                draft.prompt = word
                edit = .changeDraft(shot.id, from: shot.draft, to: draft)
            }
        }
        if work.project.apply(edit) { work.history.record(edit) }
    }

    @Test func `Whatever two do, taking back what was done here leaves what the other did`() {
        for seed in 1...400 as ClosedRange<UInt64> {
            var source = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 5))
            var base = begin(&source)
            for _ in 0..<3 { change(&base, &source) }
            var (mine, other) = (base, base)
            for _ in 0..<4 { change(&mine, &source) }
            for _ in 0..<4 { change(&other, &source) }
            var result = mine.rebased(from: base, onto: other)
            #expect(Set(result.project.shots.map(\.id)).count == result.project.shots.count)
            for edit in result.history.go(to: other.history.current) { result.project.apply(edit) }
            #expect(result.project == other.project, "seed \(seed)")
        }
    }

    @Test func `Where only one did something, that is what both have`() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var source = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 5))
            let base = begin(&source)
            var work = base
            for _ in 0..<5 { change(&work, &source) }
            #expect(work.rebased(from: base, onto: base).project == work.project)
            #expect(base.rebased(from: base, onto: work) == work)
        }
    }

    @Test func `Two fields of one shot both stay, and so does a text that was written on`() throws {
        var source = IdentifierSource(seed: 9, now: Timestamp(milliseconds: 5))
        let base = begin(&source, shots: 1)
        let shot = base.project.shots[0]
        var (mine, other) = (base, base)
        var draft = shot.draft
        for text in ["a", "a b", "a bo"] {
            var next = draft
            next.prompt = text
            mine.project.apply(.changeDraft(shot.id, from: draft, to: next))
            mine.history.record(.changeDraft(shot.id, from: draft, to: next), joining: true)
            draft = next
        }
        var theirs = shot.draft
        theirs.seed = 7
        other.project.apply(.changeDraft(shot.id, from: shot.draft, to: theirs))
        other.history.record(.changeDraft(shot.id, from: shot.draft, to: theirs))
        let result = mine.rebased(from: base, onto: other)
        #expect(result.project.shots[0].draft.prompt == "a bo")
        #expect(result.project.shots[0].draft.seed == 7)
        #expect(result.history.nodes.count == 2)
    }

    @Test func `A shot that the other removed comes back when it was changed here`() {
        var source = IdentifierSource(seed: 9, now: Timestamp(milliseconds: 5))
        let base = begin(&source)
        let shot = base.project.shots[2]
        var (mine, other) = (base, base)
        let (here, there) = (
            Edit.renameShot(shot.id, from: shot.name, to: "kept"), Edit.removeShot(shot, at: 2)
        )
        mine.project.apply(here)
        mine.history.record(here)
        other.project.apply(there)
        other.history.record(there)
        let names = mine.rebased(from: base, onto: other).project.shots.map(\.name)
        #expect(names == ["0", "1", "kept", "3"])
    }

    @Test func `Every field of a draft is told apart`() throws {
        let asset = try #require(Asset.ID(String(repeating: "a", count: 64)))
        let other = Draft(
            prompt: "other",
            negativePrompt: "other",
            style: .anime,
            aspect: Aspect(1, 1),
            duration: RationalTime(2),
            frameRate: FrameRate(30),
            shortSide: 480,
            seed: 1,
            motions: [MotionChoice(preset: "pan")],
            camera: HandCamera(lanes: ["zoom": [HandKey(FrameIndex(0), 1)]]),
            startFrame: asset,
            endFrame: asset,
            model: "other"
        )
        let fields = zip(Mirror(reflecting: Draft()).children, Mirror(reflecting: other).children)
        for (old, new) in fields {
            #expect("\(old.value)" != "\(new.value)", "\(old.label ?? "") does not differ here")
        }
        #expect(Draft().taking(Draft(), to: other) == other)
    }
}
