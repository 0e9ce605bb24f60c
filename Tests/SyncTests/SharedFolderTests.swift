import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Sync
import Testing
import Workspace

struct SharedFolderTests {
    /// A machine with a folder of presets that it shares.
    private final class Shelf {
        let studio: Studio
        let exchange: Exchange
        let directory: String

        init(_ service: ServiceFixture, seed: UInt64) async throws {
            studio = try Studio(service, seed: seed)
            try await studio.join(service, "ada@example.org")
            directory = studio.directory + "/presets"
            let folder = SharedFolder(kind: "preset", directory: directory, ending: ".yaml")
            exchange = Exchange(
                workspace: studio.workspace,
                access: studio.access,
                sources: [folder],
                now: studio.time
            )
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true
            )
        }

        func write(_ text: String, to name: String) throws {
            try text.write(toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
        }

        var files: [String: String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            let texts = names.map { name in
                (name, (try? String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)) ?? "")
            }
            return Dictionary(uniqueKeysWithValues: texts)
        }
    }

    private func pair() async throws -> (ServiceFixture, Shelf, Shelf) {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        return (service, try await Shelf(service, seed: 1), try await Shelf(service, seed: 2))
    }

    @Test func `A preset is on the other machine, and so are its change and its removal`()
        async throws
    {
        let (service, one, two) = try await pair()
        try one.write("a", to: "my-move.yaml")
        try one.write("not shared", to: "notes.txt")
        for shelf in [one, two] { _ = try await shelf.exchange.meet() }
        #expect(two.files == ["my-move.yaml": "a"])
        service.clock.advance(seconds: 1)
        try two.write("b", to: "my-move.yaml")
        for shelf in [two, one] { _ = try await shelf.exchange.meet() }
        #expect(one.files["my-move.yaml"] == "b")
        try FileManager.default.removeItem(atPath: one.directory + "/my-move.yaml")
        for shelf in [one, two] { _ = try await shelf.exchange.meet() }
        // Put aside, so that nothing is lost.
        #expect(two.files == ["my-move.yaml.deleted": "b"])
        let again = try await two.exchange.meet()
        #expect(again.sentCount == 0 && !again.hasNewFiles)
    }

    @Test func `One changed on both sides is told, and both texts are kept`() async throws {
        let (service, one, two) = try await pair()
        try one.write("a", to: "my-move.yaml")
        for shelf in [one, two] { _ = try await shelf.exchange.meet() }
        try one.write("one", to: "my-move.yaml")
        _ = try await one.exchange.meet()
        service.clock.advance(seconds: 1)
        try two.write("two", to: "my-move.yaml")
        let meeting = try await two.exchange.meet()
        #expect(meeting.outcome.conflicts.map(\.theirs) == ["\"one\""])
        let conflict = try #require(try two.studio.workspace.conflicts().first)
        try two.studio.workspace.settle(conflict, takingMine: false)
        for shelf in [two, one] { _ = try await shelf.exchange.meet() }
        #expect(two.files["my-move.yaml"] == "one" && one.files["my-move.yaml"] == "one")
    }

    @Test func `A team is sent the presets, and nothing that is a person’s own`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let studio = try Studio(service, seed: 1)
        try await studio.join(service, "ada@example.org", sharing: false)
        _ = try await studio.access.makeSpace(named: "Film club")
        let folders = ["preset", "setting"].map { kind in
            SharedFolder(
                kind: kind,
                directory: studio.directory + "/" + kind,
                ending: ".yaml",
                isPersonal: kind == "setting"
            )
        }
        for folder in folders {
            try FileManager.default.createDirectory(
                atPath: folder.directory,
                withIntermediateDirectories: true
            )
            try Data("a".utf8).write(to: URL(filePath: folder.directory + "/mine.yaml"))
        }
        try studio.workspace.setFavourite("dolly", true)
        let exchange = Exchange(
            workspace: studio.workspace,
            access: studio.access,
            sources: folders,
            now: studio.time
        )
        try await exchange.share(spaceNamed: "Film club")
        try studio.workspace.setFavourite("orbit", true)
        let state = try #require(try studio.workspace.sharing())
        #expect(!state.isOwn)
        #expect(try await exchange.meet().sentCount == 1)
        let sent = try service.database.database.read { connection in
            try connection.rows("SELECT DISTINCT kind FROM record").map { try $0.text("kind") }
        }
        #expect(sent == ["preset"])
    }

    @Test func `A folder that is not there, or a file that cannot be read, has lost nothing`()
        async throws
    {
        let (_, one, two) = try await pair()
        try one.write("a", to: "my-move.yaml")
        for shelf in [one, two] { _ = try await shelf.exchange.meet() }
        let aside = two.directory + "-aside"
        try FileManager.default.moveItem(atPath: two.directory, toPath: aside)
        for shelf in [two, one] { _ = try await shelf.exchange.meet() }
        #expect(one.files == ["my-move.yaml": "a"])
        try FileManager.default.moveItem(atPath: aside, toPath: two.directory)
        try Data([0xff, 0xfe, 0xff]).write(to: URL(filePath: two.directory + "/my-move.yaml"))
        for shelf in [two, one] { _ = try await shelf.exchange.meet() }
        #expect(one.files == ["my-move.yaml": "a"])
    }

    @Test func `A name from elsewhere never leads out of the folder`() async throws {
        let (_, one, _) = try await pair()
        let stamp = HybridStamp(milliseconds: 1_800_000_000_000, counter: 0, writer: 7)
        let names = ["..", ".hidden", "../up", "a/b"]
        let records = names.map { name in
            SharedRecord(
                key: SharedRecord.Key(kind: "preset", id: name),
                fields: ["text": StampedValue("\"x\"", stamp)]
            )
        }
        _ = try one.studio.workspace.adopt(records, upTo: 0)
        _ = try await one.exchange.meet()
        #expect(one.files.isEmpty)
        let beside = try FileManager.default.contentsOfDirectory(atPath: one.studio.directory)
        #expect(!beside.contains("up.yaml"))
    }
}
