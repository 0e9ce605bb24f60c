import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

struct RecordTests {
    private func record(
        _ id: String,
        _ value: String,
        of field: String = "name",
        at milliseconds: Int = 1_800_000_000_000
    ) -> SharedRecord {
        SharedRecord(
            key: SharedRecord.Key(kind: "shot", id: id),
            fields: [
                field: StampedValue(
                    value,
                    HybridStamp(milliseconds: milliseconds, counter: 0, writer: 1)
                )
            ]
        )
    }

    private struct Desk {
        let service: ServiceFixture
        let token: String
        let space: String

        init(_ service: ServiceFixture, _ email: String) async throws {
            self.service = service
            token = try await service.enrol(email).accessToken
            space = try await service.profile(token).ownSpace?.id.description ?? ""
        }

        func push(_ records: [SharedRecord], into other: String? = nil) async throws -> HTTPReply {
            try await service.ask(
                .push,
                at: AccountRoute.push.path(other ?? space),
                token: token,
                json: RecordExchange.Push(records: records)
            )
        }

        func pull(
            after sequence: Int = 0,
            limit: Int = 500,
            from other: String? = nil
        ) async throws -> HTTPReply {
            try await service.ask(
                .pull,
                at: AccountRoute.pull.path(other ?? space),
                query: [("after", "\(sequence)"), ("limit", "\(limit)")],
                token: token
            )
        }
    }

    @Test(arguments: Engine.allCases)
    func `What is pushed twice has one number, and is pulled by it`(engine: Engine) async throws {
        let desk = try await Desk(try await ServiceFixture(engine), "ada@example.org")
        let batch = [record("a", "1"), record("b", "2"), record("c", "3")]
        for _ in 0..<2 {
            let reply = try await desk.push(batch).json(RecordExchange.Pushed.self)
            #expect(reply.sequence == 3)
        }
        let page = try await desk.pull(limit: 2).json(RecordExchange.Pulled.self)
        #expect(page == .init(records: [batch[0], batch[1]], sequence: 2, hasMore: true))
        let rest = try await desk.pull(after: 2, limit: 2).json(RecordExchange.Pulled.self)
        #expect(rest == .init(records: [batch[2]], sequence: 3, hasMore: false))
        let none = try await desk.pull(after: 3).json(RecordExchange.Pulled.self)
        #expect(none == .init(records: [], sequence: 3, hasMore: false))
    }

    @Test(arguments: Engine.allCases)
    func `The later writing of a field wins, whatever comes first`(engine: Engine) async throws {
        let desk = try await Desk(try await ServiceFixture(engine), "ada@example.org")
        let now = 1_800_000_000_000
        _ = try await desk.push([record("a", "\"new\"", at: now + 1)])
        _ = try await desk.push([record("a", "\"old\"", at: now)])
        _ = try await desk.push([record("a", "[1,{}]", of: "unheard-of", at: now)])
        let page = try await desk.pull().json(RecordExchange.Pulled.self)
        #expect(
            page.records.map { $0.fields.mapValues(\.value) } == [
                ["name": "\"new\"", "unheard-of": "[1,{}]"]
            ]
        )
        #expect(page.sequence == 2)
    }

    @Test(arguments: Engine.allCases)
    func `Another's space is not there, to read or to write`(engine: Engine) async throws {
        let service = try await ServiceFixture(engine)
        let ada = try await Desk(service, "ada@example.org")
        let bob = try await Desk(service, "bob@example.org")
        _ = try await ada.push([record("a", "1")])
        let unknown = UUID().uuidString.lowercased()
        for space in [ada.space, unknown] {
            #expect(try await bob.push([record("a", "2")], into: space).problem == .notFound)
            #expect(try await bob.pull(from: space).problem == .notFound)
        }
        #expect(
            try await bob.pull(from: ada.space).text == bob.pull(from: unknown).text
        )
        #expect(
            try await ada.pull().json(RecordExchange.Pulled.self).records == [record("a", "1")]
        )
    }

    @Test(arguments: SpaceRole.allCases)
    func `In a shared space a role may do what the table says`(role: SpaceRole) async throws {
        let service = try await ServiceFixture(.sqlite)
        let ada = try await Desk(service, "ada@example.org")
        let bob = try await Desk(service, "bob@example.org")
        let bobID = try await service.profile(bob.token).id.description
        try service.database.database.write { connection in
            _ = try connection.execute(
                "INSERT INTO member (space, account, role) VALUES ($1, $2, $3)",
                [.text(ada.space), .text(bobID), .text(role.rawValue)]
            )
        }
        let pushed = try await bob.push([record("a", "1")], into: ada.space)
        #expect(pushed.head.isSuccess == role.may(.writeRecords))
        #expect(
            try await bob.pull(from: ada.space).head.isSuccess == role.may(.readRecords)
        )
    }

    @Test func `Records that nobody honest sends are refused, all of the batch`() async throws {
        let desk = try await Desk(try await ServiceFixture(.sqlite), "ada@example.org")
        let good = record("good", "1")
        let far = record("a", "1", at: 1_800_000_000_000 + 25 * 3_600_000)
        #expect(try await desk.push([good, far]).problem == .clockAhead)
        for bad in [
            record("../../etc", "1"), record("'; DROP TABLE record; --", "1"),
            record("a", "1", of: "na me"), record("", "1"), record("a", "\u{0}"),
            record(String(repeating: "a", count: 81), "1"),
            record("a", String(repeating: "x", count: 256 * 1024 + 1)),
        ] {
            #expect(try await desk.push([good, bad]).problem == .badRequest)
        }
        let many = (0...500).map { record("a\($0)", "1") }
        #expect(try await desk.push(many).problem == .tooLarge)
        #expect(try await desk.pull().json(RecordExchange.Pulled.self).records.isEmpty)
    }

    @Test func `Of many that push at once none is missed by one who follows the numbers`()
        async throws
    {
        let desk = try await Desk(try await ServiceFixture(.postgres), "ada@example.org")
        let seen = try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<6 {
                group.addTask {
                    for turn in 0..<6 {
                        let batch = (0..<3).map { record("\(writer)-\(turn)-\($0)", "1") }
                        _ = try await desk.push(batch)
                    }
                }
            }
            var (seen, sequence): (Set<String>, Int) = ([], 0)
            while seen.count < 108 {
                let page = try await desk.pull(after: sequence, limit: 7)
                    .json(RecordExchange.Pulled.self)
                seen.formUnion(page.records.map(\.key.id))
                sequence = page.sequence
                if page.records.isEmpty, group.isEmpty { break }
            }
            try await group.waitForAll()
            return seen
        }
        #expect(seen.count == 108)
    }
}
