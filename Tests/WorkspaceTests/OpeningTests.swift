import Database
import Foundation
import Testing

@testable import Workspace

struct OpeningTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `A new workspace is for its owner alone`() throws {
        let path = directory.path + "/a/b"
        let workspace = try LocalWorkspace.open(directory: path)
        for place in ["", "/assets", "/scratch"] {
            #expect(try mode(path + place) == 0o700)
        }
        #expect(try mode(path + "/kinema.db") == 0o600)
        #expect(try mode(workspace.assets.scratchDirectory) == 0o700)
    }

    @Test func `A directory that cannot be made says so and what to do`() throws {
        let file = directory.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        for path in [file, file + "/below"] {
            let error = #expect(throws: WorkspaceError.self) {
                try LocalWorkspace.open(directory: path)
            }
            #expect(error?.kind == .notWritable)
            #expect(error?.message.contains("choose another directory") == true)
        }
    }

    @Test func `A workspace of a newer version is refused with a sentence`() throws {
        let path = directory.path
        _ = try LocalWorkspace.open(directory: path)
        let database = try SQLiteDatabase(path: path + "/kinema.db")
        try database.write { connection in
            try connection.execute("INSERT INTO schema_migration (name) VALUES ('later')")
        }
        let error = #expect(throws: WorkspaceError.self) {
            try LocalWorkspace.open(directory: path)
        }
        #expect(error?.kind == .newer)
        #expect(error?.message.contains("update Kinema") == true)
    }

    @Test func `A damaged database is named`() throws {
        let file = directory.path + "/kinema.db"
        try Data(repeating: 0x5a, count: 4096).write(to: URL(fileURLWithPath: file))
        let error = #expect(throws: WorkspaceError.self) {
            try LocalWorkspace.open(directory: directory.path)
        }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains(file) == true)
    }

    @Test func `Opening clears away what dead processes left, and nothing else`() throws {
        let first = try LocalWorkspace.open(directory: directory.path)
        let scratch = directory.path + "/scratch"
        let own = (first.assets.scratchDirectory as NSString).lastPathComponent
        let dead = own.split(separator: "_").enumerated()
            .map { $0 == 1 ? "\(1 << 23)" : String($1) }.joined(separator: "_")
        let elsewhere = "otherhost.1_1_1_1"
        for name in [dead, elsewhere, "keep-me"] {
            let path = scratch + "/" + name
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false
            )
            try Data([1]).write(to: URL(fileURLWithPath: path + "/film.partial"))
        }

        let second = try LocalWorkspace.open(directory: directory.path)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch)
        let new = (second.assets.scratchDirectory as NSString).lastPathComponent
        #expect(Set(left) == [own, new, elsewhere, "keep-me"])
    }
}
