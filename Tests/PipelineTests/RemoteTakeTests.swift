import Database
import Editorial
import Foundation
import Generation
import Jobs
import Loopback
import Media
import Motion
import Networking
import Providers
import Synchronization
import Testing
import VendorStands
import Workspace

@testable import Pipeline

/// Takes that are made elsewhere, from the asking to the film, against stand-ins.
struct RemoteTakeTests {
    @Test func `A film from elsewhere becomes a take of the size, rate and length that was asked`()
        async throws
    {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let done = try #require(try studio.workspace.take(take))
        #expect(done.status == .completed)
        #expect(done.steps.map(\.kind) == [.video, .post])
        let path = try #require(try done.film.flatMap(studio.workspace.assets.path))
        let info = try MediaInfo(probing: path)
        #expect(info.size == PixelSize(width: 160, height: 90))
        #expect(info.frameCount == 48)
        #expect(studio.server.submissions == 1)
        #expect(studio.server.unauthorized == 0)
    }

    @Test func `A picture from elsewhere is filmed here`() async throws {
        let studio = try RemoteStudio("openai")
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let done = try #require(try studio.workspace.take(take))
        #expect(done.status == .completed)
        #expect(done.steps.map(\.kind) == [.image, .video, .post])
        #expect(done.picture != nil)
        #expect(studio.server.submissions == 1)
    }

    @Test func `What is seen of a take so far is shown, and gone once there is the take`()
        async throws
    {
        let seen = Mutex(false)
        let studio = try RemoteStudio("comfyui") { script in
            script.states = Array(repeating: .running, count: 200) + [.completed]
        } nap: { workspace in
            let files = try? FileManager.default.contentsOfDirectory(
                atPath: workspace.directory + "/previews"
            )
            if files?.isEmpty == false { seen.withLock { $0 = true } }
            // The service says how far it is in its own time.
            if !seen.withLock({ $0 }) { usleep(20_000) }
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(seen.withLock { $0 })
        #expect(studio.workspace.preview(of: take) == nil)
    }

    @Test func `Nothing is left where results come down`() async throws {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        _ = try studio.submit()
        try await studio.work()
        let landing = studio.directory + "/landing"
        #expect(try FileManager.default.contentsOfDirectory(atPath: landing) == [])
    }

    @Test func `Where it cannot be known whether it was taken, a person decides`() async throws {
        let studio = try RemoteStudio("runway") { script in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            script.submissions = [answer]
        }
        defer { studio.remove() }
        _ = try studio.submit()
        try await studio.work()
        let job = try #require(try studio.remoteJob())
        #expect(job.state == .uncertain)
        #expect(job.failure?.message.contains("retry or confirm") == true)
        #expect(studio.server.submissions == 1)
        #expect(try studio.spent() == Money(cents: 24))
        try await studio.work()
        #expect(studio.server.submissions == 1)
    }

    @Test func `A job that was uncertain goes on from the ticket a person tells`() async throws {
        let studio = try RemoteStudio("runway") { script in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            script.submissions = [answer]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let job = try #require(try studio.remoteJob())
        try studio.workspace.queue.confirm(job.id, ticket: "17f20503-6c24-4c16-946b-35dbbce2af2f")
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(studio.server.submissions == 1)
    }

    @Test func `A worker that died after paying is followed by one that goes on from its ticket`()
        async throws
    {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        let take = try studio.submit()
        let dead = JobOwner(
            host: JobOwner.current().host,
            processID: 4_194_303,
            startTime: 1,
            nonce: 1
        )
        let leased = try #require(
            try studio.workspace.queue.claim(queues: [TakeWorker.remoteQueue], owner: dead)
        )
        try studio.workspace.queue.submitting(leased.lease)
        let ticket = GenerationTicket(id: "17f20503-6c24-4c16-946b-35dbbce2af2f")
        try studio.workspace.queue.submitted(leased.lease, ticket: ticket.stored)
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(studio.server.submissions == 0)
    }

    @Test func `A worker that died while it paid leaves it to a person`() async throws {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        _ = try studio.submit()
        let dead = JobOwner(
            host: JobOwner.current().host,
            processID: 4_194_303,
            startTime: 1,
            nonce: 1
        )
        let leased = try #require(
            try studio.workspace.queue.claim(queues: [TakeWorker.remoteQueue], owner: dead)
        )
        try studio.workspace.queue.submitting(leased.lease)
        try await studio.work()
        #expect(try studio.remoteJob()?.state == .uncertain)
        #expect(studio.server.submissions == 0)
    }

    @Test func `A refusal fails the take in words, and nothing is owed`() async throws {
        let studio = try RemoteStudio("runway") { script in
            script.submissions = [.json(["error": "bad key \u{1B}[31m"], status: 401)]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        guard case .failed(let failure) = try studio.workspace.take(take)?.status else {
            Issue.record("It did not fail.")
            return
        }
        #expect(failure.message.contains("did not accept the key"))
        #expect(!failure.message.contains("\u{1B}"))
        #expect(try studio.spent() == .zero)
    }

    @Test func `A page that is called a film is never a take`() async throws {
        let page = Data("<!DOCTYPE html>".utf8)
        let studio = try RemoteStudio("runway") { script in
            script.results = [
                LoopbackAnswer(headers: ["Content-Type": "video/mp4"], body: .data(page))
            ]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let done = try #require(try studio.workspace.take(take))
        #expect(done.film == nil)
        guard case .failed = done.status else {
            Issue.record("It did not fail.")
            return
        }
    }

    @Test func `What only begins like a film is never a take`() async throws {
        let fake = Data([0, 0, 0, 32]) + Data("ftypisom".utf8) + Data(count: 4000)
        let studio = try RemoteStudio("runway") { script in
            script.results = [LoopbackAnswer(body: .data(fake))]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let done = try #require(try studio.workspace.take(take))
        #expect(done.film == nil)
        guard case .failed(let failure) = done.status else {

            Issue.record("It did not fail.")
            return
        }
        #expect(failure.message.contains("cannot be shown"))
    }

    @Test func `A month's budget stops what it has no room for before anything is asked`()
        async throws
    {
        let studio = try RemoteStudio("runway", budget: Money(cents: 30))
        defer { studio.remove() }
        let first = try studio.submit()
        let second = try studio.submit()
        try await studio.work()
        #expect(try studio.workspace.take(first)?.status == .completed)
        guard case .failed(let failure) = try studio.workspace.take(second)?.status else {
            Issue.record("It did not fail.")
            return
        }
        #expect(failure.message.contains("$0.06"))
        #expect(studio.server.submissions == 1)
        #expect(try studio.spent() == Money(cents: 24))
    }

    @Test func `A retry after a failure there asks anew, once`() async throws {
        let studio = try RemoteStudio("runway") { script in
            script.states = [.failed(words: "no luck"), .completed]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        guard case .failed = try studio.workspace.take(take)?.status else {
            Issue.record("It did not fail.")
            return
        }
        try studio.workspace.retryTake(take)
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(studio.server.submissions == 2)
    }

    @Test func `What was sent twice counts twice, though it is one job`() async throws {
        let studio = try RemoteStudio("runway") { script in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            script.submissions = [answer]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        let job = try #require(try studio.remoteJob())
        #expect(job.state == .uncertain)
        try studio.workspace.queue.retry([job.id])
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(studio.server.submissions == 2)
        #expect(try studio.spent() == Money(cents: 48))
        #expect(try studio.workspace.charges(since: Timestamp(milliseconds: 0)).map(\.takes) == [1])
    }

    @Test
    func `A film that was paid for and could not be shown stays paid for when it is made anew`()
        async throws
    {
        let page = Data("<!DOCTYPE html>".utf8)
        let studio = try RemoteStudio("runway") { script in
            script.results = [LoopbackAnswer(body: .data(page))]
        }
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        #expect(try studio.spent() == Money(cents: 24))
        try studio.workspace.retryTake(take)
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(try studio.spent() == Money(cents: 48))
    }

    @Test func `A second request that was refused costs nothing, and the first still does`()
        async throws
    {
        let studio = try RemoteStudio("runway") { script in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            script.submissions = [answer, .json(["error": "bad key"], status: 401)]
        }
        defer { studio.remove() }
        _ = try studio.submit()
        try await studio.work()
        try studio.workspace.queue.retry([try #require(try studio.remoteJob()).id])
        try await studio.work()
        #expect(studio.server.submissions == 2)
        #expect(try studio.spent() == Money(cents: 24))
    }

    @Test func `Money that was set aside and not sent is used by the next attempt`() throws {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        let take = try studio.submit()
        let job = try #require(try studio.remoteJob()).id
        func reserve() throws {
            _ = try studio.workspace.reserve(
                Money(cents: 24),
                for: job,
                take: take,
                model: "runway/gen4.5",
                budget: nil,
                monthStart: Timestamp(milliseconds: 0),
                at: Timestamp(milliseconds: 1)
            )
        }
        try reserve()
        try reserve()
        #expect(try studio.spent() == Money(cents: 24))
        try studio.workspace.sendCharge(job)
        try reserve()
        #expect(try studio.spent() == Money(cents: 48))
        try studio.workspace.releaseCharge(job)
        try studio.workspace.settleCharge(job, cost: Money(cents: 30))
        try studio.workspace.releaseCharge(job)
        #expect(try studio.spent() == Money(cents: 30))
    }

    @Test func `What is under way is fetched, though it could not be asked for any more`()
        async throws
    {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        let take = try studio.submit(prompt: String(repeating: "a lighthouse ", count: 200))
        try await studio.work()
        guard case .failed(let failure) = try studio.workspace.take(take)?.status else {
            Issue.record("It did not fail.")
            return
        }
        #expect(failure.message.contains("shorten the prompt"))
        #expect(studio.server.submissions == 0)
        try studio.workspace.retryTake(take)
        let dead = JobOwner(
            host: JobOwner.current().host,
            processID: 4_194_303,
            startTime: 1,
            nonce: 1
        )
        let leased = try #require(
            try studio.workspace.queue.claim(queues: [TakeWorker.remoteQueue], owner: dead)
        )
        let ticket = GenerationTicket(id: "17f20503-6c24-4c16-946b-35dbbce2af2f")
        try studio.workspace.queue.submitted(leased.lease, ticket: ticket.stored)
        try await studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        #expect(studio.server.submissions == 0)
    }

    @Test func `Where no service can be asked, what is made here is made and the rest says why`()
        async throws
    {
        let studio = try RemoteStudio("runway")
        defer { studio.remove() }
        let remote = try studio.submit()
        let local = try studio.submit(model: .sketch)
        try await studio.work(obstacle: "providers.yaml:3: That is no address.")
        #expect(try studio.workspace.take(local)?.status == .completed)
        let job = try #require(try studio.remoteJob())
        #expect(job.state == .available)
        #expect(job.note == "providers.yaml:3: That is no address.")
        try await studio.work()
        #expect(try studio.workspace.take(remote)?.status == .completed)
    }

    @Test func `A service that is not set up fails the take in words`() async throws {
        let studio = try RemoteStudio("runway", key: "")
        defer { studio.remove() }
        let take = try studio.submit()
        try await studio.work()
        guard case .failed(let failure) = try studio.workspace.take(take)?.status else {
            Issue.record("It did not fail.")
            return
        }
        #expect(failure.message.contains("Runway has no key here"))
        #expect(studio.server.submissions == 0)
    }
}
