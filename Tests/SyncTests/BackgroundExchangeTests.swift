import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Sync
import Synchronization
import Testing
import Workspace

struct BackgroundExchangeTests {
    /// A machine with its exchange going beside it, and what it told.
    private struct Desk {
        let studio: Studio
        let background: BackgroundExchange
        let standings: AsyncStream<SharingStanding>
        let pokes: PlayedPokes
        let pauses: Pauses
        let task: Task<Void, Never>

        /// Short waits are over at once, those for the next question never.
        init(_ studio: Studio, retries: Int = 0) {
            self.studio = studio
            let (standings, told) = AsyncStream<SharingStanding>.makeStream()
            self.standings = standings
            let pokes = PlayedPokes()
            self.pokes = pokes
            let pauses = Pauses(limit: retries)
            self.pauses = pauses
            let background = BackgroundExchange(
                exchange: studio.exchange,
                workspace: studio.workspace,
                access: studio.access,
                pokes: pokes,
                rhythm: ExchangeRhythm(pause: pauses.pause, random: { 0 }),
                now: { [clock = studio.time] in clock() },
                tell: { told.yield($0) }
            )
            self.background = background
            task = Task { await background.run() }
        }

        /// Waits until it stands so.
        func wait(for isSo: (SharingStanding) -> Bool) async -> SharingStanding? {
            for await standing in standings where isSo(standing) { return standing }
            return nil
        }

        func waitUntilSynced() async {
            _ = await wait {
                if case .synced = $0.phase { $0.waitingCount == 0 } else { false }
            }
        }
    }

    /// What a service would say of changes, said by the test.
    private final class PlayedPokes: PokeSource {
        private let stream: AsyncStream<Poke>
        private let told: AsyncStream<Poke>.Continuation

        init() { (stream, told) = AsyncStream<Poke>.makeStream() }

        func say(_ poke: Poke) { told.yield(poke) }

        func listen(
            to space: String,
            hear: @escaping @Sendable (Poke) async -> Void
        ) async throws(SyncError) {
            for await poke in stream { await hear(poke) }
        }
    }

    /// Waits that are noted; of those above a second so many are over at once.
    private final class Pauses: Sendable {
        private let state: Mutex<(left: Int, seen: [Duration])>

        init(limit: Int) { state = Mutex((limit, [])) }

        var seen: [Duration] { state.withLock { $0.seen } }

        var pause: @Sendable (Duration) async throws -> Void {
            { [self] time in
                let isOver = state.withLock { state in
                    if time >= .seconds(1) { state.seen.append(time) }
                    if time < .seconds(1) { return true }
                    state.left -= 1
                    return state.left >= 0
                }
                if !isOver { try await Task.sleep(for: .seconds(36_000)) }
            }
        }
    }

    private func pair() async throws -> (ServiceFixture, Studio, Studio) {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        for studio in [one, two] { try await studio.join(service, "ada@example.org") }
        return (service, one, two)
    }

    @Test func `An edit is sent without being asked for, and a poke brings it to the other`()
        async throws
    {
        let (_, one, two) = try await pair()
        let (here, there) = (Desk(one), Desk(two))
        defer { for desk in [here, there] { desk.task.cancel() } }
        await here.waitUntilSynced()
        await there.waitUntilSynced()
        let made = try one.make("Harbour", ["a boat"])
        await here.background.workspaceChanged()
        await here.waitUntilSynced()
        #expect(try two.project(made.id) == nil)
        there.pokes.say(.changed(cursor: 99))
        await there.waitUntilSynced()
        #expect(try two.project(made.id) == made)
    }

    @Test func `A poke of what is known already asks nothing`() async throws {
        let (_, one, _) = try await pair()
        let desk = Desk(one)
        defer { desk.task.cancel() }
        await desk.waitUntilSynced()
        await desk.background.workspaceChanged()
        desk.pokes.say(.changed(cursor: 0))
        desk.pokes.say(.closed)
        desk.pokes.say(.opened)
        // The line that was opened anew is the one thing that asks.
        await desk.waitUntilSynced()
        #expect(desk.pauses.seen.count <= 2)
    }

    @Test func `A service that does not answer is asked less and less, and it is told since when`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let studio = try Studio(service, seed: 1)
        try await studio.join(service, "ada@example.org")
        let nowhere = try #require(WebAddress("http://127.0.0.1:9"))
        try studio.access.begin(try await service.signIn("ada@example.org"), at: nowhere)
        let desk = Desk(studio, retries: 5)
        defer { desk.task.cancel() }
        let began = service.clock.read()
        var seen: [SharingStanding.Phase] = []
        for await standing in desk.standings {
            if standing.phase != .syncing { seen.append(standing.phase) }
            service.clock.advance(seconds: 60)
            if seen.count == 6 { break }
        }
        let first = try #require(seen.first)
        guard case .offline(let since) = first else {
            Issue.record("It is \(first).")
            return
        }
        #expect(seen.allSatisfy { $0 == first })
        #expect(since.milliseconds <= began + 120_000)
        #expect(desk.pauses.seen.prefix(5) == [2, 4, 8, 16, 32].map { Duration.seconds($0) }[...])
    }

    @Test func `A session that was ended elsewhere is told, and signing in again goes on`()
        async throws
    {
        let (service, one, two) = try await pair()
        let desk = Desk(one)
        defer { desk.task.cancel() }
        await desk.waitUntilSynced()
        for session in try await two.access.sessions() where !session.isCurrent {
            try await two.access.endSession(session.id.description)
        }
        _ = try one.make("Harbour", ["a boat"])
        await desk.background.workspaceChanged()
        #expect(await desk.wait { $0.phase == .expired } != nil)
        try one.access.begin(
            try await service.signIn("ada@example.org"),
            at: service.address,
            email: "ada@example.org"
        )
        await desk.background.wake()
        await desk.waitUntilSynced()
        #expect(try one.workspace.sharing()?.pendingCount == 0)
    }
}
