import Editorial
import Testing

struct EditTests {
    @Test(arguments: 0..<200)
    func `Applying any edit and its inverse gives the same project back`(seed: UInt64) {
        var random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 1))
        let before = Project.random(using: &random)
        for edit in Edit.possible(in: before, using: &random) {
            var project = before
            project.apply(edit)
            project.apply(edit.inverse)
            #expect(project == before, "\(edit.title) is not taken back.")
        }
    }

    @Test(arguments: 0..<50)
    func `Undoing everything leads to the beginning, and redoing to the end`(seed: UInt64) {
        var random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 1))
        let beginning = Project.random(using: &random)
        var project = beginning
        var history = EditHistory()
        for _ in 0..<30 {
            let edits = Edit.possible(in: project, using: &random)
            guard let edit = edits.randomElement(using: &random), project.apply(edit) else {
                continue
            }
            history.record(edit, joining: Bool.random(using: &random))
        }
        let end = project
        while let edit = history.undo() { project.apply(edit) }
        #expect(project == beginning)
        while let edit = history.redo() { project.apply(edit) }
        #expect(project == end)
    }

    @Test func `Typing joins into one gesture, and another kind of edit does not`() {
        var random = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1))
        let shot: Shot.ID = random.identifier()
        let empty = Draft()
        var one = empty
        one.prompt = "a"
        var two = one
        two.prompt = "ab"
        var three = two
        three.seed = 1
        var history = EditHistory()
        history.record(.changeDraft(shot, from: empty, to: one), joining: true)
        history.record(.changeDraft(shot, from: one, to: two), joining: true)
        history.record(.changeDraft(shot, from: two, to: three), joining: true)
        #expect(history.edits.count == 2)
        #expect(history.edits[0] == .changeDraft(shot, from: empty, to: two))
    }

    @Test func `An edit of a shot that is gone changes nothing`() {
        var random = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1))
        var project = Project.random(using: &random)
        let before = project
        let changed = project.apply(.renameShot(random.identifier(), from: "a", to: "b"))
        #expect(!changed)
        #expect(project == before)
    }

    @Test(arguments: 0..<50)
    func `Any state of the tree can be gone to from any other`(seed: UInt64) throws {
        var random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 1))
        var project = Project.random(using: &random)
        var history = EditHistory()
        var states: [Int?: Project] = [nil: project]
        for _ in 0..<40 {
            if Bool.random(using: &random), let edit = history.undo() {
                project.apply(edit)
                continue
            }
            let edits = Edit.possible(in: project, using: &random)
            guard let edit = edits.randomElement(using: &random), project.apply(edit) else {
                continue
            }
            history.record(edit)
            states[history.current] = project
        }
        let kept = try #require(EditHistory(nodes: history.nodes, current: history.current))
        #expect(kept == history)
        for (id, state) in states {
            for edit in history.go(to: id) { project.apply(edit) }
            #expect(project == state)
        }
    }

    @Test func `The oldest edits are forgotten beyond the limit`() {
        var history = EditHistory()
        for index in 0..<(EditHistory.limit + 5) {
            history.record(.renameProject(from: "\(index)", to: "\(index + 1)"))
        }
        #expect(history.edits.count == EditHistory.limit)
        #expect(history.edits[0] == .renameProject(from: "5", to: "6"))
    }
}

extension Cut {
    fileprivate static let full = Cut(
        trim: Trim(first: FrameIndex(3), count: 40),
        transition: Transition(.wipe),
        markers: [Marker(FrameIndex(9), "nine")]
    )
}

extension Project {
    fileprivate static func random(using random: inout IdentifierSource) -> Project {
        let shots = (0..<Int.random(in: 1...4, using: &random)).map { index in
            Shot(
                id: random.identifier(),
                name: "shot \(index)",
                draft: Draft(prompt: "prompt \(index)", seed: .random(in: 0...9, using: &random))
            )
        }
        return Project(id: random.identifier(), name: "project", shots: shots)
    }
}

extension Edit {
    /// One of each kind that fits a project.
    fileprivate static func possible(
        in project: Project,
        using random: inout IdentifierSource
    ) -> [Edit] {
        let index = Int.random(in: project.shots.indices, using: &random)
        let target = Int.random(in: project.shots.indices, using: &random)
        let shot = project.shots[index]
        var draft = shot.draft
        draft.prompt += "!"
        draft.camera.set(HandKey(FrameIndex(4), 0.5), of: "dolly")
        draft.duration = RationalTime(7)
        let added = Shot(id: random.identifier(), name: "new", draft: Draft())
        var edits: [Edit] = [
            .renameProject(from: project.name, to: project.name + "!"),
            .renameShot(shot.id, from: shot.name, to: shot.name + "!"),
            .insertShot(added, at: target),
            .moveShot(from: index, to: target),
            .changeDraft(shot.id, from: shot.draft, to: draft),
            .selectTake(shot.id, from: shot.selectedTake, to: random.identifier()),
            .changeCut(shot.id, from: shot.cut, to: .full),
            .several(
                [
                    .changeCut(shot.id, from: shot.cut, to: .full),
                    .insertShot(added, at: index + 1),
                    .renameShot(added.id, from: "new", to: "newer"),
                ],
                title: "Split the shot"
            ),
        ]
        if project.shots.count > 1 { edits.append(.removeShot(shot, at: index)) }
        return edits
    }
}
