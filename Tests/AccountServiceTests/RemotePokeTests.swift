import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Foundation
import Jobs
import Networking
import ServiceFixtures
import Testing

/// How far the service's jobs are, told over WebSockets.
struct RemotePokeTests {
    private struct Pokes {
        var messages: WebSocketMessages.Iterator

        /// The jobs that the next poke which tells of some tells of.
        mutating func jobs() async throws -> [ChangePoke.Job] {
            while case .text(let text) = try await messages.next() {
                let poke = try JSONDecoder().decode(ChangePoke.self, from: Data(text.utf8))
                if let jobs = poke.jobs { return jobs }
            }
            return []
        }
    }

    private func listen(
        to space: RemoteSpace,
        by role: SpaceRole = .viewer,
        _ work: @Sendable @escaping (inout Pokes) async throws -> Void
    ) async throws {
        let path = AccountRoute.events.path(space.space)
        let address = try #require(space.service.address.appending(path, query: []))
        let token = space.tokens[role] ?? ""
        try await WebSocketClient().open(
            address,
            headers: [HTTPHeader("Authorization", "Bearer \(token)")]
        ) { connection in
            var pokes = Pokes(messages: connection.messages.makeAsyncIterator())
            try await work(&pokes)
        }
    }

    @Test(arguments: Engine.allCases)
    func `Whoever listens hears how far a job is, to its end, and then no more of it`(
        engine: Engine
    ) async throws {
        let space = try await RemoteSpace(engine)
        let first = try await space.made("one").id.description
        try await listen(to: space) { pokes in
            #expect(
                try await pokes.jobs() == [.init(id: first, state: .queued, progress: 0)]
            )
            let leased = try #require(try space.claim())
            _ = try space.queue.progress(leased.lease, 0.5, note: nil)
            // What follows closely may be told as one.
            var last = try await pokes.jobs()
            while last.first?.progress != 0.5 { last = try await pokes.jobs() }
            #expect(last == [.init(id: first, state: .running, progress: 0.5)])
            try space.queue.complete(leased.lease)
            #expect(
                try await pokes.jobs() == [.init(id: first, state: .completed, progress: 1)]
            )
            let second = try await space.made("two").id.description
            #expect(
                try await pokes.jobs() == [.init(id: second, state: .queued, progress: 0)]
            )
        }
    }
}
