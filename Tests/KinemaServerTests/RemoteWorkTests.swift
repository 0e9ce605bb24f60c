import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Foundation
import Generation
import Jobs
import Loopback
import Networking
import ServiceFixtures
import Synchronization
import Testing
import VendorStands

@testable import KinemaServer

/// Things that people have the service make, from the asking to the file of their space.
struct RemoteWorkTests {
    @Test(arguments: Stands.all.map(\.id))
    func `What any vendor makes with the service's key becomes a file of the space`(
        vendor: String
    ) async throws {
        let fixture = try await WorkFixture(.sqlite, vendor: vendor)
        var frame: Asset.ID?
        if fixture.model.abilities.startFrame == .required {
            let picture = SampleFile(.jpeg, byteCount: 5000)
            try await fixture.service.keep(picture, in: fixture.space, fixture.token)
            frame = picture.digest
        }
        let job = try await fixture.make(startFrame: frame)
        let done = try await fixture.work(on: job)
        #expect(done.state == .completed, "\(String(describing: done.failure))")
        #expect(done.progress == 1)
        let result = try #require(done.result)
        #expect(try await fixture.bytes(of: result.asset) == fixture.result.data)
        #expect(result.byteCount == fixture.result.data.count)
        #expect(result.type == fixture.result.type.rawValue)
        #expect(fixture.stand.submissions == 1)
        #expect(fixture.stand.unauthorized == 0)
        if let key = fixture.stand.stand.key {
            #expect(try !fixture.databaseText().contains(key))
            #expect(!fixture.service.log.text.contains(key))
        }
        #expect(!fixture.service.log.text.contains("lighthouse"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: fixture.landing).isEmpty
        )
    }

    @Test func `On PostgreSQL many are made at a time, each once`() async throws {
        let fixture = try await WorkFixture(.postgres)
        var jobs: [RemoteJob] = []
        for number in 0..<6 { jobs.append(try await fixture.make("job-\(number)")) }
        let last = try #require(jobs.last)
        let all = jobs
        _ = try await fixture.work(on: last, size: 3) { _ in
            for job in all where try await !fixture.status(job).state.isSettled { return false }
            return true
        }
        for job in jobs {
            let done = try await fixture.status(job)
            #expect(done.state == .completed, "\(String(describing: done.failure))")
        }
        #expect(fixture.stand.submissions == 6)
    }

    @Test func `The picture that goes in is the space's own, as it was sent`() async throws {
        let fixture = try await WorkFixture(.sqlite, vendor: "runway")
        let picture = SampleFile(.jpeg, byteCount: 5000)
        try await fixture.service.keep(picture, in: fixture.space, fixture.token)
        let done = try await fixture.work(on: try await fixture.make(startFrame: picture.digest))
        #expect(done.state == .completed)
        let submission = try #require(
            fixture.stand.requests.first { fixture.stand.stand.isSubmission($0) }
        )
        #expect(
            submission.text.replacing("\\/", with: "/")
                .contains(picture.data.base64EncodedString())
        )
    }

    @Test(arguments: StandRefusal.allCases)
    func `A vendor's refusal is told by its kind, costs nothing, and shows no key`(
        refusal: StandRefusal
    ) async throws {
        let stand = LumaStand()
        let key = try #require(stand.key)
        let fixture = try await WorkFixture(.sqlite) { script in
            if let answer = stand.refusal(refusal, words: "with \(key)") {
                script.submissions = [answer]
            }
        }
        let failed = try await fixture.work(on: try await fixture.make())
        #expect(failed.state == .failed)
        let kinds: [StandRefusal: RemoteJob.Failure.Kind] = [
            .auth: .auth, .credits: .credits, .moderated: .moderatedInput, .invalid: .invalid,
            .modelGone: .modelGone,
        ]
        #expect(failed.failure?.kind == kinds[refusal])
        #expect(failed.failure?.message.contains(key) == false)
        #expect(try !fixture.databaseText().contains(key))
        #expect(!fixture.service.log.text.contains(key))
        let offer = try await fixture.service.ask(
            .offer,
            at: AccountRoute.offer.path(fixture.space),
            token: fixture.token
        ).json(RemoteJobBodies.Offer.self)
        #expect(offer.spent == 0)
    }

    @Test(arguments: Engine.allCases)
    func `Who cancels while the vendor is at it stops the vendor, too`(
        engine: Engine
    ) async throws {
        let fixture = try await WorkFixture(engine) { $0.states = [.running] }
        let isAsked = Atomic(false)
        let done = try await fixture.work(on: try await fixture.make()) { job in
            if job.state == .running, fixture.stand.submissions == 1,
                !isAsked.exchange(true, ordering: .relaxed)
            {
                try await fixture.cancel(job)
            }
            return job.state.isSettled
        }
        #expect(done.state == .cancelled)
        #expect(fixture.stand.cancellations == 1)
        #expect(fixture.stand.submissions == 1)
    }

    @Test(arguments: Engine.allCases)
    func `A worker that leaves gives back what waits, and the next goes on with it`(
        engine: Engine
    ) async throws {
        let fixture = try await WorkFixture(engine) { script in
            script.states = Array(repeating: .running, count: 10) + [.completed]
        }
        let job = try await fixture.make()
        let left = try await fixture.work(on: job) { _ in fixture.stand.submissions == 1 }
        #expect(left.state == .queued || left.state == .completed)
        let done = try await fixture.work(on: job)
        #expect(done.state == .completed)
        #expect(fixture.stand.submissions == 1)
    }

    @Test(arguments: Engine.allCases)
    func `What is cancelled while no worker has it is stopped at the vendor by the next`(
        engine: Engine
    ) async throws {
        let fixture = try await WorkFixture(engine) { $0.states = [.running] }
        let job = try await fixture.make()
        let left = try await fixture.work(on: job) { _ in fixture.stand.submissions == 1 }
        #expect(left.state == .queued)
        try await fixture.cancel(job)
        #expect(try await fixture.status(job).state == .cancelled)
        #expect(fixture.stand.cancellations == 0)
        let done = try await fixture.work(on: job) { _ in fixture.stand.cancellations > 0 }
        #expect(done.state == .cancelled)
        // Once said, it is not said again.
        _ = try await fixture.work(on: try await fixture.make("two")) { $0.state == .running }
        #expect(fixture.stand.cancellations == 1)
    }

    @Test func `What is uncertain is begun anew or let go of, as a person decides`() async throws {
        let fixture = try await WorkFixture(.sqlite) { script in
            var lost = LoopbackAnswer.empty(201)
            lost.ending = .unanswered
            script.submissions = [lost, lost]
        }
        let job = try await fixture.make()
        #expect(try await fixture.work(on: job).state == .uncertain)
        func retry() async throws -> HTTPReply {
            try await fixture.service.ask(
                .retryJob,
                at: AccountRoute.retryJob.path(fixture.space, job.id.description),
                token: fixture.token
            )
        }
        #expect(try await retry().json(RemoteJob.self).state == .queued)
        #expect(try await fixture.work(on: job).state == .uncertain)
        try await fixture.cancel(job)
        #expect(try await fixture.status(job).state == .cancelled)
        #expect(fixture.stand.submissions == 2)
        // What was let go of can still be had.
        #expect(try await retry().json(RemoteJob.self).state == .queued)
        #expect(try await fixture.work(on: job).state == .completed)
        // What is done stays as it is.
        #expect(try await retry().json(RemoteJob.self).state == .completed)
        #expect(fixture.stand.submissions == 3)
    }

    @Test func `An answer that is lost is left to a person, and asked for once`() async throws {
        let fixture = try await WorkFixture(.sqlite) { script in
            var lost = LoopbackAnswer.empty(201)
            lost.ending = .unanswered
            script.submissions = [lost]
        }
        let job = try await fixture.make()
        let doubted = try await fixture.work(on: job)
        #expect(doubted.state == .uncertain)
        #expect(fixture.stand.submissions == 1)
        // The same asking is the same doubt, and no second charge.
        #expect(try await fixture.make().id == job.id)
        #expect(fixture.stand.submissions == 1)
    }

    @Test func `A model that is offered no more fails its job with nothing sent`() async throws {
        let fixture = try await WorkFixture(.sqlite, key: "")
        let failed = try await fixture.work(on: try await fixture.make())
        #expect(failed.state == .failed)
        #expect(failed.failure?.kind == .auth)
        #expect(fixture.stand.submissions == 0)
    }
}
