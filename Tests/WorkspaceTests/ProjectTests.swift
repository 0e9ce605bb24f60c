import Database
import Editorial
import Foundation
import Testing

@testable import Workspace

struct ProjectTests {
    let fixture: WorkspaceFixture
    var workspace: LocalWorkspace { fixture.workspace }

    init() throws { fixture = try WorkspaceFixture() }

    private func moment(_ milliseconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds)
    }

    @Test func `A project comes back as it was saved, with its edits`() throws {
        var project = fixture.project()
        project.shots[0].selectedTake = fixture.ids.identifier()
        project.shots[1].draft.startFrame = Asset.ID(String(repeating: "a", count: 64))
        var history = EditHistory()
        for name in ["Boat", "Paper boat"] {
            let edit = Edit.renameProject(from: project.name, to: name)
            project.apply(edit)
            history.record(edit)
        }
        let undone = history.undo()
        let edit = try #require(undone)
        project.apply(edit)
        try workspace.save(project, history: history, openedAt: moment(5))

        let other = try LocalWorkspace.open(directory: workspace.directory)
        let (loaded, edits) = try #require(try other.project(project.id))
        #expect(loaded == project)
        #expect(edits == history)
        #expect(edits.canUndo && edits.canRedo)
    }

    @Test func `Saving again writes order, names and removals`() throws {
        var project = fixture.project(shots: 4)
        try workspace.save(project, history: EditHistory(), openedAt: moment(5))
        project.shots.remove(at: 1)
        project.shots.swapAt(0, 2)
        project.shots[1].name = "Renamed"
        project.name = "Other"
        try workspace.save(project, history: EditHistory(), openedAt: moment(6))
        #expect(try workspace.project(project.id)?.0 == project)
    }

    @Test func `The project that was opened last comes first`() throws {
        let old = fixture.project("Old", shots: 1)
        let new = fixture.project("New", shots: 3)
        #expect(try workspace.lastProject() == nil)
        try workspace.save(new, history: EditHistory(), openedAt: moment(9))
        try workspace.save(old, history: EditHistory(), openedAt: moment(3))
        _ = try fixture.submit(of: new)
        let projects = try workspace.projects()
        #expect(projects.map(\.name) == ["New", "Old"])
        #expect(projects.map(\.shotCount) == [3, 1])
        #expect(projects.map(\.takeCount) == [1, 0])
        #expect(try workspace.lastProject() == new.id)
    }

    @Test func `An unknown project is nothing`() throws {
        #expect(try workspace.project(fixture.ids.identifier()) == nil)
    }

    @Test func `A save that fails anywhere leaves the project as it was`() throws {
        let before = fixture.project(shots: 3)
        try workspace.save(before, history: EditHistory(), openedAt: moment(5))
        var after = before
        after.name = "After"
        after.shots.remove(at: 0)
        for shot in after.shots.indices { after.shots[shot].name = "After" }
        // One statement for the project, one to look, one removal, two shots.
        for failing in 1...5 {
            let broken = try LocalWorkspace(
                directory: workspace.directory,
                database: FailingDatabase(base: workspace.database, failing: failing),
                clock: fixture.clock.read
            )
            let error = #expect(throws: WorkspaceError.self) {
                try broken.save(after, history: EditHistory(), openedAt: moment(6))
            }
            #expect(error?.kind == .diskFull)
            #expect(try workspace.project(before.id)?.0 == before)
        }
    }

    @Test func `Edits that cannot be read are given up, not the project`() throws {
        let project = fixture.project()
        var edited = EditHistory()
        edited.record(.renameProject(from: "Fim", to: project.name))
        let breakages = [
            "UPDATE edit SET edit = ''", "UPDATE edit SET parent = 7",
            "UPDATE project SET history_at = 9",
        ]
        for breakage in breakages {
            try workspace.save(project, history: edited, openedAt: moment(5))
            try workspace.database.write { connection in
                try connection.execute(breakage)
            }
            let (loaded, history) = try #require(try workspace.project(project.id))
            #expect(loaded == project)
            #expect(history == EditHistory())
        }
    }

    @Test func `A draft with a fraction over nothing is called damaged`() throws {
        let project = fixture.project(shots: 1)
        try workspace.save(project, history: EditHistory(), openedAt: moment(5))
        let draft = try StoredJSON.text(project.shots[0].draft)
        let broken = draft.replacingOccurrences(
            of: #""frameRate":{"denominator":1"#,
            with: #""frameRate":{"denominator":0"#
        )
        #expect(broken != draft)
        try workspace.database.write { connection in
            try connection.execute("UPDATE shot SET draft = $1", [.text(broken)])
        }
        let error = #expect(throws: WorkspaceError.self) { try workspace.project(project.id) }
        #expect(error?.kind == .damaged)
    }

    @Test func `Marks on presets stay, and twice is once`() throws {
        try workspace.setFavourite("dolly-in", true)
        try workspace.setFavourite("dolly-in", true)
        try workspace.setFavourite("orbit", true)
        try workspace.setFavourite("orbit", false)
        try workspace.setFavourite("pan", false)
        #expect(try workspace.favourites() == ["dolly-in"])
    }

    @Test func `Another process sees that something changed`() throws {
        let other = try LocalWorkspace.open(directory: workspace.directory)
        let before = try (workspace.changeCounter(), other.changeCounter())
        try workspace.setFavourite("orbit", true)
        #expect(try workspace.changeCounter() != before.0)
        #expect(try other.changeCounter() != before.1)
    }

    @Test func `How a project's panels are is kept with it, and goes with it`() throws {
        let fixture = try WorkspaceFixture()
        let (project, take) = try fixture.submitted()
        let workspace = fixture.workspace
        #expect(try workspace.panels(of: project.id) == nil)
        try workspace.keep(panels: "presets=30", of: project.id)
        try workspace.keep(panels: "presets=40", of: project.id)
        #expect(try workspace.panels(of: project.id) == "presets=40")
        #expect(try workspace.project(ofTake: take.id) == project.id)
        // Nobody keeps anything of what was never there.
        let other = fixture.project()
        try workspace.keep(panels: "presets=30", of: other.id)
        #expect(try workspace.panels(of: other.id) == nil)
    }
}
