import AccountAPI
import Editorial
import Sync
import Synchronization
import Testing

struct JobPokesTests {
    /// What a service would say of jobs, said by the test.
    private final class PlayedPokes: PokeSource {
        private let lines = Mutex<[AsyncStream<Poke>.Continuation]>([])

        /// How often somebody began to listen.
        var count: Int { lines.withLock { $0.count } }

        func say(_ poke: Poke) { lines.withLock { $0.last }?.yield(poke) }

        func listen(
            to space: String,
            hear: @escaping @Sendable (Poke) async -> Void
        ) async throws(SyncError) {
            let (stream, told) = AsyncStream<Poke>.makeStream()
            lines.withLock { $0.append(told) }
            for await poke in stream { await hear(poke) }
        }
    }

    /// Pauses that are noted, and over when the test says so.
    private final class Pauses: Sendable {
        private let state = Mutex<(seen: [Duration], isOver: Bool)>(([], false))
        private let noted = AsyncStream<Void>.makeStream()

        var seen: [Duration] { state.withLock { $0.seen } }

        init(areOver: Bool) { state.withLock { $0.isOver = areOver } }

        var pause: @Sendable (Duration) async throws -> Void {
            { [self] time in
                let isOver = state.withLock { state in
                    state.seen.append(time)
                    return state.isOver
                }
                noted.continuation.yield()
                if !isOver { try await Task.sleep(for: .seconds(36_000)) }
            }
        }

        /// Waits until somebody rests.
        func wait() async { for await _ in noted.stream { return } }
    }

    private let space: Space.ID
    private let job: RemoteJob.ID

    init() {
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1))
        space = ids.identifier()
        job = ids.identifier()
    }

    @Test func `A job is asked after at once, then when the service says that it moved`()
        async throws
    {
        let (source, pauses) = (PlayedPokes(), Pauses(areOver: false))
        let pokes = JobPokes(source: source, pause: pauses.pause)
        await pokes.turn(of: job, in: space)
        #expect(pauses.seen.isEmpty)
        let (turns, told) = AsyncStream<Int>.makeStream()
        let following = Task { [job, space] in
            for number in 0..<3 {
                await pokes.turn(of: job, in: space)
                told.yield(number)
            }
        }
        await pauses.wait()
        var turned = turns.makeAsyncIterator()
        // Now it is listened, and what moved before is not told of.
        source.say(.opened)
        #expect(await turned.next() == 0)
        await pauses.wait()
        source.say(.changed(cursor: 7))
        source.say(.moved(jobs: ["another", job.description]))
        #expect(await turned.next() == 1)
        await pauses.wait()
        source.say(.moved(jobs: [job.description]))
        #expect(await turned.next() == 2)
        await following.value
        #expect(pauses.seen == [.seconds(1), .seconds(60), .seconds(60)])
        #expect(source.count == 1)
        await pokes.forget(job)
    }

    @Test func `Where nothing can be heard it is asked less and less often`() async throws {
        let (source, pauses) = (PlayedPokes(), Pauses(areOver: true))
        let pokes = JobPokes(source: source, pause: pauses.pause)
        for _ in 0..<8 { await pokes.turn(of: job, in: space) }
        #expect(pauses.seen == [1, 2, 4, 8, 15, 15, 15].map { Duration.seconds($0) })
    }

    @Test func `Whoever is to stop is not held up`() async throws {
        let (source, pauses) = (PlayedPokes(), Pauses(areOver: false))
        let pokes = JobPokes(source: source, pause: pauses.pause)
        await pokes.turn(of: job, in: space)
        let following = Task { [job, space] in await pokes.turn(of: job, in: space) }
        await pauses.wait()
        following.cancel()
        await following.value
    }
}
