import Database
import Editorial
import Jobs
import Testing

@testable import Workspace

/// A workspace that an earlier version wrote is opened as if this one had.
struct FirstSchemaTests {
    /// Writes what the first version of the schema held: a take of which one step is done, one runs and
    /// one waits, and a take whose step is to be tried again.
    private func write(_ path: String) throws {
        let database = try SQLiteDatabase(path: path)
        let first = LocalWorkspace.migrations.filter {
            ["jobs-1", "workspace-1"].contains($0.name)
        }
        try Migrator(first).migrate(database)
        let draft = try StoredJSON.text(Draft(prompt: "a paper boat"))
        let history = """
            {"edits":[\(Self.rename("Untitled", "Sea")),
            {"insertShot":{"_0":{"id":"\(Self.uuid(3))","name":"Boat","draft":\(draft)},"at":0}},
            \(Self.rename("Sea", "Film")),\(Self.rename("Film", "Film 2"))],"position":3}
            """
        try database.write { connection in
            for sql in [
                "INSERT INTO project VALUES ('\(Self.uuid(1))', 'Film', '\(history)', 5)",
                "INSERT INTO project VALUES ('\(Self.uuid(4))', 'Torn', '{\"edits\":[', 3)",
                "INSERT INTO project VALUES ('\(Self.uuid(5))', 'New', '{\"edits\":[],\"position\":0}', 2)",
                """
                INSERT INTO shot VALUES
                    ('\(Self.uuid(1))', '\(Self.uuid(3))', 0, 'Boat', '\(draft)', NULL)
                """,
                "INSERT INTO asset VALUES ('\(Self.digest)', 'image', 'p', 'png', 3, 2, 2)",
                """
                INSERT INTO take VALUES
                    ('\(Self.uuid(2))', '\(Self.uuid(1))', '\(Self.uuid(3))', 1, '\(draft)', 7,
                     '\(Self.digest)', NULL)
                """,
            ] { try connection.execute(sql) }
            let rows = [
                (11, "image", "completed", "NULL", "{\"message\":\"x\",\"isTransient\":true}"),
                (12, "video", "running", "'elsewhere_1_1_1'", ""),
                (13, "post", "waiting", "NULL", ""),
                (14, "image", "scheduled", "NULL", "Busy."),
            ]
            for (position, row) in rows.enumerated() {
                try connection.execute(
                    """
                    INSERT INTO job (
                        id, sequence, queue, kind, payload, state, priority, attempt, max_attempts,
                        run_at, lease_owner, lease_token, created_at, started_at
                    ) VALUES (
                        '\(Self.uuid(row.0))', \(position + 1), 'q-\(row.1)', 'take.\(row.1)', '{}',
                        '\(row.2)', 0, 1, 3, 9, \(row.3), 4, 8, 9
                    )
                    """
                )
                try connection.execute(
                    "INSERT INTO job_event VALUES ('\(Self.uuid(row.0))', 1, 8, NULL, '\(row.2)', 0, NULL)"
                )
            }
            for (position, number) in [11, 12, 13].enumerated() {
                try connection.execute(
                    """
                    INSERT INTO take_step VALUES
                        ('\(Self.uuid(2))', \(position), '\(rows[position].1)', '\(Self.uuid(number))')
                    """
                )
            }
            try connection.execute(
                "INSERT INTO job_dependency VALUES ('\(Self.uuid(13))', '\(Self.uuid(12))')"
            )
        }
    }

    private static func rename(_ old: String, _ new: String) -> String {
        "{\"renameProject\":{\"from\":\"\(old)\",\"to\":\"\(new)\"}}"
    }

    private static let digest = String(repeating: "a", count: 64)

    private static func uuid(_ number: Int) -> String {
        "00000000-0000-7000-8000-0000000000\(number < 10 ? "0" : "")\(number)"
    }

    @Test func `Takes, jobs, what waits for what and history are all still there`() throws {
        let directory = try TemporaryDirectory()
        try write(directory.path + "/kinema.db")
        let workspace = try LocalWorkspace.open(directory: directory.path)
        let id = try #require(Take.ID(Self.uuid(2)))
        let take = try #require(try workspace.take(id))
        #expect(take.draft.prompt == "a paper boat")
        #expect(take.steps.map(\.kind) == [.image, .video, .post])
        #expect(take.steps[0].isCompleted)
        #expect(take.steps[2].state == .pending)
        let ids = [11, 12, 13, 14].compactMap { Job.ID(Self.uuid($0)) }
        #expect(
            try workspace.queue.jobs(ids).map(\.state) == [
                .completed, .running, .waiting, .retrying,
            ]
        )
        #expect(try workspace.queue.history(ids[3]).map(\.state) == [.retrying])
        #expect(try workspace.queue.neighbours(of: ids[2]).needs == [ids[1]])
    }

    @Test func `Every edit can still be undone, and the one that was undone be done again`() throws
    {
        let directory = try TemporaryDirectory()
        try write(directory.path + "/kinema.db")
        let workspace = try LocalWorkspace.open(directory: directory.path)
        let id = try #require(Project.ID(Self.uuid(1)))
        var (project, history) = try #require(try workspace.project(id))
        #expect(history.nodes.count == 4)
        #expect(history.position == 3)
        let redone = history.redo()
        let again = try #require(redone)
        project.apply(again)
        #expect(project.name == "Film 2")
        while let edit = history.undo() { project.apply(edit) }
        #expect(project.name == "Untitled")
        #expect(project.shots.isEmpty)
    }

    @Test func `A history that was torn is given up, and its project is not`() throws {
        let directory = try TemporaryDirectory()
        try write(directory.path + "/kinema.db")
        let workspace = try LocalWorkspace.open(directory: directory.path)
        for (number, name) in [(4, "Torn"), (5, "New")] {
            let id = try #require(Project.ID(Self.uuid(number)))
            let (project, history) = try #require(try workspace.project(id))
            #expect(project.name == name)
            #expect(history == EditHistory())
        }
    }

    @Test func `The work goes on where it was, and new work is queued after it`() throws {
        let directory = try TemporaryDirectory()
        try write(directory.path + "/kinema.db")
        let workspace = try LocalWorkspace.open(directory: directory.path)
        let queue = workspace.queue
        #expect(try queue.rescue() == 1)
        var done: [String] = []
        while let leased = try queue.claim(queues: nil, owner: .current()) {
            done.append(leased.job.kind)
            try queue.complete(leased.lease)
        }
        #expect(done == ["take.video", "take.post", "take.image"])
        #expect(throws: DatabaseError.self) {
            try workspace.database.write { connection in
                _ = try connection.execute("DELETE FROM job WHERE id = '\(Self.uuid(11))'")
            }
        }
    }

    @Test func `Opening it again changes nothing`() throws {
        let directory = try TemporaryDirectory()
        try write(directory.path + "/kinema.db")
        _ = try LocalWorkspace.open(directory: directory.path)
        let workspace = try LocalWorkspace.open(directory: directory.path)
        #expect(try workspace.queue.list().count == 4)
    }
}
