import Database
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Sync
import Testing

@testable import Workspace

struct SharedTakeTests {
    private func pair() async throws -> (Studio, Studio) {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        for studio in [one, two] { try await studio.join(service, "ada@example.org") }
        return (one, two)
    }

    private func film(_ digit: Character) throws -> Asset {
        Asset(
            id: try #require(Asset.ID(String(repeating: digit, count: 64))),
            kind: .video,
            name: "take.mp4",
            fileExtension: "mp4",
            byteCount: 4711,
            size: PixelSize(width: 1280, height: 720)
        )
    }

    /// Makes a take and gives it a film, as a worker does at its end.
    @discardableResult
    private func make(_ asset: Asset, of film: Project, on studio: Studio) throws -> Take.ID {
        let id: Take.ID = studio.id()
        let shot = film.shots[0]
        try studio.workspace.submitTake(
            id: id,
            shot: shot.id,
            project: film.id,
            draft: shot.draft,
            at: Timestamp(milliseconds: studio.time())
        )
        try studio.workspace.writing { connection in
            try studio.workspace.assets.record(asset, on: connection)
            try connection.execute(
                "UPDATE take SET film = $2 WHERE id = $1",
                [.text(id.description), .text(asset.id.digest)]
            )
            try studio.workspace.noteTake(id, on: connection)
        }
        return id
    }

    @Test func `A take made on one machine is known on the other, before its film is there`()
        async throws
    {
        let (one, two) = try await pair()
        let made = try one.make("Film", ["a boat"])
        let id = try make(try film("a"), of: made, on: one)
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        let take = try #require(try two.workspace.takes(of: made.id).first)
        #expect(take.id == id && take.number == 1 && take.draft == made.shots[0].draft)
        #expect(take.film == (try film("a")).id && take.isSettled)
        #expect(try two.workspace.assets.path(of: try film("a").id) == nil)
    }

    @Test func `Takes made on both machines both stay, each with a number of its own`()
        async throws
    {
        let (one, two) = try await pair()
        let made = try one.make("Film", ["a boat"])
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        let first = try make(try film("a"), of: made, on: one)
        let second = try make(try film("b"), of: made, on: two)
        for studio in [one, two, one] { _ = try await studio.exchange.meet() }
        for studio in [one, two] {
            let takes = try studio.workspace.takes(of: made.id)
            #expect(Set(takes.map(\.id)) == [first, second])
            #expect(Set(takes.map(\.number)) == [1, 2])
        }
        let third = try make(try film("c"), of: made, on: two)
        #expect(try two.workspace.take(third)?.number == 3)
    }

    @Test func `Takes that were there before somebody signed in come along`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        let made = try one.make("Film", ["a boat"])
        try make(try film("a"), of: made, on: one)
        for studio in [one, two] {
            try await studio.join(service, "ada@example.org")
            _ = try await studio.exchange.meet()
        }
        #expect(try two.workspace.takes(of: made.id).count == 1)
    }

    @Test func `A take that nobody here can read is left out and kept`() async throws {
        let (one, two) = try await pair()
        let made = try one.make("Film", ["a boat"])
        _ = try await one.exchange.meet()
        let stamp = HybridStamp(milliseconds: 1_800_000_000_500, counter: 0, writer: 77)
        let id: Take.ID = one.id()
        func json(_ text: String) -> String { "\"\(text)\"" }
        let strange = SharedRecord(
            key: SharedRecord.Key(kind: "take", id: id.description),
            fields: [
                "project": StampedValue(json(made.id.description), stamp),
                "shot": StampedValue(json(made.shots[0].id.description), stamp),
                "number": StampedValue("1", stamp), "created": StampedValue("1", stamp),
                "asked": StampedValue("{\"hologram\":true}", stamp),
            ]
        )
        _ = try two.workspace.adopt([strange], upTo: 0)
        _ = try await two.exchange.meet()
        #expect(try two.project(made.id) == made)
        #expect(try two.workspace.takes(of: made.id).isEmpty)
    }
}
