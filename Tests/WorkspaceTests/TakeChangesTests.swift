import Database
import Editorial
import Jobs
import Testing

@testable import Workspace

/// Of many takes only those are read again that changed.
struct TakeChangesTests {
    let fixture: WorkspaceFixture
    var workspace: LocalWorkspace { fixture.workspace }

    init() throws { fixture = try WorkspaceFixture() }

    @Test func `What is read of the changes alone is what reading all gives`() throws {
        let (project, first) = try fixture.submitted()
        var reading = try workspace.readTakes(of: project.id)
        #expect(reading.takes == [first])

        func readOn() throws {
            reading = try workspace.readTakes(of: project.id, since: reading)
            #expect(try workspace.takes(of: project.id) == reading.takes)
        }
        _ = try fixture.submit(of: project, shot: 1)
        try readOn()
        #expect(reading.takes.count == 2)
        let job = try #require(try fixture.claim())
        try readOn()
        #expect(reading.takes.contains { $0.status == .running })
        _ = try workspace.queue.progress(job.lease, 0.5, note: nil)
        try readOn()
        try workspace.cancelTake(first.id)
        try readOn()
        try workspace.retryTake(first.id)
        try readOn()
        try workspace.database.write { connection in
            try connection.execute("DELETE FROM take WHERE id = $1", [.text(first.id.description)])
        }
        try readOn()
        #expect(reading.takes.count == 1)
    }

    @Test func `Another project's takes are not among them, and nothing new costs one statement`()
        throws
    {
        let (project, _) = try fixture.submitted()
        let reading = try workspace.readTakes(of: project.id)
        let (other, take) = try fixture.submitted()
        #expect(try workspace.readTakes(of: project.id, since: reading).takes == reading.takes)
        #expect(try workspace.readTakes(of: other.id, since: reading).takes == [take])

        let counting = CountingDatabase(base: workspace.database)
        let counted = try LocalWorkspace(
            directory: workspace.directory,
            database: counting,
            clock: fixture.clock.read
        )
        let now = try counted.readTakes(of: project.id)
        counting.reset()
        _ = try counted.readTakes(of: project.id, since: now)
        #expect(counting.statements.count == 1)
    }

    @Test func `A thousand takes of which one moved on are read by three statements`() throws {
        let project = fixture.project(shots: 1)
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        for _ in 0..<(Soak.isWhole ? 1000 : 40) { _ = try fixture.submit(of: project) }
        let counting = CountingDatabase(base: workspace.database)
        let counted = try LocalWorkspace(
            directory: workspace.directory,
            database: counting,
            clock: fixture.clock.read
        )
        let reading = try counted.readTakes(of: project.id)
        _ = try fixture.claim()
        counting.reset()
        let now = try counted.readTakes(of: project.id, since: reading)
        #expect(now.takes.count { $0.status == .running } == 1)
        #expect(counting.statements.count == 3)
        // The takes and their steps, none of which is another's.
        #expect(counting.rowCount < 10)
    }
}
