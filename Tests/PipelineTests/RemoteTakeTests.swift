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
