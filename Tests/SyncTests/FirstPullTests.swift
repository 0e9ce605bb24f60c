import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Sync
import Testing
import Workspace

struct FirstPullTests {
    /// A space with a history: many changes of few records, most of them taken away.
    private func history(_ engine: Engine) async throws -> (ServiceFixture, Studio, Project) {
        let service = try await ServiceFixture(engine)
        try await service.enrol("ada@example.org")
        let one = try Studio(service, seed: 1)
        try await one.join(service, "ada@example.org")
        let film = try one.make("Film", (0..<8).map { "shot \($0)" })
        try one.workspace.setFavourite("dolly-in", true)
        _ = try await one.exchange.meet()
        for round in 0..<3 {
            service.clock.advance(seconds: 1)
            try one.edit(film.id) { $0.shots[0].draft.prompt = "round \(round)" }
            _ = try await one.exchange.meet()
        }
        try one.edit(film.id) { $0.shots.removeLast(6) }
        try one.workspace.setFavourite("dolly-in", false)
        _ = try await one.exchange.meet()
        return (service, one, try #require(try one.project(film.id)))
    }

    @Test(arguments: Engine.allCases)
    func `A new machine is told each thing that is there once, and nothing that is gone`(
        engine: Engine
    ) async throws {
        let (service, _, film) = try await history(engine)
        let two = try Studio(service, seed: 2)
        try await two.join(service, "ada@example.org")
        let meeting = try await two.exchange.meet()
        // The film and its two shots: neither the changes, nor what was removed.
        #expect(meeting.takenCount == 3)
        #expect(try two.project(film.id) == film)
        // It is up to date: nothing of what was left out comes later.
        #expect(try await two.exchange.meet().takenCount == 0)
    }

    @Test func `Pages of a first pull hold only what is there, however small they are`()
        async throws
    {
        let (service, one, _) = try await history(.sqlite)
        let token = try await service.signIn("ada@example.org").accessToken
        let space = try #require(try one.workspace.sharing()?.space)
        var (after, settled) = (0, Int.max)
        var keys: [SharedRecord.Key] = []
        while true {
            let page = try await service.ask(
                .pull,
                at: AccountRoute.pull.path(space),
                query: [
                    ("after", "\(after)"), ("limit", "1"), ("settled", "\(settled)"),
                ],
                token: token
            ).json(RecordExchange.Pulled.self)
            #expect(page.records.allSatisfy { !$0.isRemoved })
            keys += page.records.map(\.key)
            after = page.sequence
            settled = try #require(page.settled)
            #expect(page.latest != nil)
            guard page.hasMore else { break }
        }
        #expect(keys.count == 3 && Set(keys).count == 3)
        #expect(try one.workspace.sharing()?.sequence == after)
    }

    @Test func `What is removed while a new machine is still pulling is told to it`()
        async throws
    {
        let (service, one, film) = try await history(.sqlite)
        let token = try await service.signIn("ada@example.org").accessToken
        let space = try #require(try one.workspace.sharing()?.space)
        func page(_ after: Int, _ settled: Int) async throws -> RecordExchange.Pulled {
            try await service.ask(
                .pull,
                at: AccountRoute.pull.path(space),
                query: [("after", "\(after)"), ("limit", "2"), ("settled", "\(settled)")],
                token: token
            ).json(RecordExchange.Pulled.self)
        }
        let first = try await page(0, .max)
        service.clock.advance(seconds: 1)
        try one.edit(film.id) { $0.shots.removeAll() }
        _ = try await one.exchange.meet()
        var last = try await page(first.sequence, try #require(first.settled))
        var told = last.records
        while last.hasMore {
            last = try await page(last.sequence, try #require(last.settled))
            told += last.records
        }
        #expect(told.filter(\.isRemoved).count == 2)
    }

    @Test func `What a new machine with a slow clock writes is not lost to an old removal`()
        async throws
    {
        let (service, one, _) = try await history(.sqlite)
        let two = try Studio(service, seed: 2, skew: -7_200_000)
        try await two.join(service, "ada@example.org")
        _ = try await two.exchange.meet()
        try two.workspace.setFavourite("dolly-in", true)
        for studio in [two, one] { _ = try await studio.exchange.meet() }
        #expect(try one.workspace.favourites() == ["dolly-in"])
        #expect(try two.workspace.favourites() == ["dolly-in"])
    }

    @Test func `A machine that has something already is told of removals too`() async throws {
        let (service, one, _) = try await history(.sqlite)
        let two = try Studio(service, seed: 2, skew: -7_200_000)
        try two.workspace.setFavourite("dolly-in", true)
        try await two.join(service, "ada@example.org")
        #expect(try await two.exchange.meet().takenCount == 10)
        _ = try await one.exchange.meet()
        #expect(try one.workspace.favourites() == two.workspace.favourites())
    }
}
