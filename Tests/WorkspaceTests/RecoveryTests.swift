import Database
import Editorial
import Foundation
import Testing

@testable import Workspace

struct RecoveryTests {
    let directory: TemporaryDirectory
    private var file: String { directory.path + "/kinema.db" }

    init() throws { directory = try TemporaryDirectory() }

    /// Makes projects enough to fill many pages, and lets go of the database.
    private func fill(_ count: Int) throws -> [Project] {
        let workspace = try LocalWorkspace.open(directory: directory.path)
        var ids = IdentifierSource(seed: 3, now: Timestamp(milliseconds: 1))
        let prompt = String(repeating: "a paper boat ", count: 60)
        return try (0..<count).map { number in
            let shot = Shot(id: ids.identifier(), name: "One", draft: Draft(prompt: prompt))
            let project = Project(id: ids.identifier(), name: "Film \(number)", shots: [shot])
            try workspace.save(project, history: EditHistory(), openedAt: ids.now)
            return project
        }
    }

    private func overwrite(_ range: Range<UInt64>) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: file))
        try handle.seek(toOffset: range.lowerBound)
        try handle.write(contentsOf: Data(repeating: 0x5a, count: range.count))
        try handle.close()
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasPrefix("kinema.db") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
            .sorted()
    }

    @Test func `What lies around the damage is taken over, and the damaged file kept`() throws {
        let projects = try fill(60)
        let size = try #require(
            FileManager.default.attributesOfItem(atPath: file)[.size] as? UInt64
        )
        // A page in the middle, which some table has rows in.
        let page = size / 4096 * 2 / 3 * 4096
        try overwrite(page..<page + 4096)
        let before = try Data(contentsOf: URL(filePath: file))
        let outcome = try DatabaseRecovery(directory: directory.path).run(stamp: 7)
        #expect(try Data(contentsOf: URL(filePath: outcome.kept)) == before)
        #expect(outcome.sentence.contains(outcome.kept))
        #expect(try files() == ["kinema.db", "kinema.db.damaged-7", "kinema.db.lock"])
        let workspace = try LocalWorkspace.open(directory: directory.path)
        let names = Set(try workspace.projects().map(\.name))
        #expect(names.count >= 50)
        #expect(names.isSubset(of: Set(projects.map(\.name))))
        let found = try workspace.database.read {
            try $0.rows("PRAGMA integrity_check").map { try $0.text("integrity_check") }
        }
        #expect(found == ["ok"])
    }

    @Test func `A sound database comes through whole`() throws {
        let projects = try fill(5)
        let outcome = try DatabaseRecovery(directory: directory.path).run(stamp: 7)
        #expect(outcome.damagedTables == [])
        let workspace = try LocalWorkspace.open(directory: directory.path)
        for project in projects {
            #expect(try workspace.project(project.id)?.0 == project)
        }
    }

    @Test func `Of what is no database nothing is taken, and it is kept`() throws {
        try Data(repeating: 0x5a, count: 8192).write(to: URL(filePath: file))
        let outcome = try DatabaseRecovery(directory: directory.path).run(stamp: 7)
        #expect(outcome.rowCount == 0)
        #expect(outcome.sentence.contains("nothing of it could be read"))
        let workspace = try LocalWorkspace.open(directory: directory.path)
        #expect(try workspace.projects() == [])
        #expect(try Data(contentsOf: URL(filePath: outcome.kept)).count == 8192)
    }

    @Test func `Only one process recovers at a time`() throws {
        _ = try fill(1)
        let lock = open(file + ".lock", O_CREAT | O_RDWR, 0o600)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let error = #expect(throws: WorkspaceError.self) {
            try DatabaseRecovery(directory: directory.path).run(stamp: 7)
        }
        #expect(error?.kind == .busy)
        #expect(try files() == ["kinema.db", "kinema.db.lock"])
    }
}
