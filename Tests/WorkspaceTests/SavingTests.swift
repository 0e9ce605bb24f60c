import Database
import Editorial
import Testing

@testable import Workspace

struct SavingTests {
    let fixture: WorkspaceFixture
    var workspace: LocalWorkspace { fixture.workspace }

    init() throws { fixture = try WorkspaceFixture() }

    @Test func `What is written after the last time is what a whole save would have written`()
        throws
    {
        var project = fixture.project(shots: 6)
        var history = EditHistory()
        let time = Timestamp(milliseconds: 5)
        try workspace.save(project, history: history, openedAt: time)
        var saved = (project: project, history: history)
        var edits: [Edit] = [
            .moveShot(from: 0, to: 4),
            .removeShot(project.shots[2], at: 1),
            .changeCut(
                project.shots[3].id,
                from: Cut(),
                to: Cut(
                    trim: Trim(first: FrameIndex(3), count: 9),
                    transition: Transition(.wipe),
                    markers: [Marker(FrameIndex(4), "“quoted”")]
                )
            ),
        ]
        var draft = project.shots[0].draft
        draft.camera.set(HandKey(FrameIndex(7), 0.25, easing: "heavy"), of: "dolly")
        edits.append(.changeDraft(project.shots[0].id, from: project.shots[0].draft, to: draft))
        for edit in edits {
            project.apply(edit)
            history.record(edit)
            try workspace.save(project, history: history, openedAt: time, after: saved)
            saved = (project, history)
            let (loaded, tree) = try #require(try workspace.project(project.id))
            #expect(loaded == project)
            #expect(tree == history)
        }
        if let edit = history.undo() { project.apply(edit) }
        history.record(.renameProject(from: "Film", to: "Branch"))
        project.name = "Branch"
        try workspace.save(project, history: history, openedAt: time, after: saved)
        let (loaded, tree) = try #require(try workspace.project(project.id))
        #expect(loaded == project)
        #expect(tree == history)
        #expect(tree.nodes.count == edits.count + 1)
    }

    @Test(arguments: [2, 200])
    func `What is typed is saved by as many statements however many shots there are`(
        shots: Int
    ) throws {
        var project = fixture.project(shots: Soak.isWhole ? shots * 5 : shots)
        var history = EditHistory()
        try workspace.save(project, history: history, openedAt: fixture.ids.now)
        let counting = CountingDatabase(base: workspace.database)
        let counted = try LocalWorkspace(
            directory: workspace.directory,
            database: counting,
            clock: fixture.clock.read
        )
        let before = (project: project, history: history)
        let shot = project.shots[1]
        var draft = shot.draft
        draft.prompt += "!"
        let edit = Edit.changeDraft(shot.id, from: shot.draft, to: draft)
        project.apply(edit)
        history.record(edit)
        counting.reset()
        try counted.save(project, history: history, openedAt: fixture.ids.now, after: before)
        // Whether it is still as it was, the project, the edit, the shot, whether it is shared.
        #expect(counting.statements.count == 5, "\(counting.statements)")
    }

    @Test func `What another process wrote is not written over`() throws {
        var project = fixture.project()
        var history = EditHistory()
        let time = Timestamp(milliseconds: 5)
        try workspace.save(project, history: history, openedAt: time)
        let start = (project: project, history: history)
        let edit = Edit.renameProject(from: project.name, to: "Theirs")
        project.apply(edit)
        history.record(edit)
        try workspace.save(project, history: history, openedAt: time, after: start)

        var own = start
        let other = Edit.renameProject(from: own.project.name, to: "Ours")
        own.project.apply(other)
        own.history.record(other)
        let error = #expect(throws: WorkspaceError.self) {
            try workspace.save(own.project, history: own.history, openedAt: time, after: start)
        }
        #expect(error?.kind == .conflict)
        #expect(try workspace.project(project.id)?.0.name == "Theirs")
    }

    @Test func `A deleted project is out of sight and comes back whole`() throws {
        let project = fixture.project()
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        try workspace.delete(project.id, at: fixture.ids.now)
        #expect(try workspace.projects() == [])
        #expect(try workspace.lastProject() == nil)
        try workspace.delete(project.id, at: nil)
        #expect(try workspace.lastProject() == project.id)
        #expect(try workspace.project(project.id)?.0 == project)
    }

    @Test func `A project that was put away is listed as such and not opened by itself`() throws {
        let project = fixture.project()
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        try workspace.archive(project.id, at: fixture.ids.now)
        #expect(try workspace.projects().map(\.archivedAt) == [fixture.ids.now])
        #expect(try workspace.lastProject() == nil)
        #expect(try workspace.firstDrafts()[project.id] == project.shots[0].draft)
    }
}
