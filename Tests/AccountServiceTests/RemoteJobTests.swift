import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Generation
import Jobs
import Networking
import ServiceFixtures
import Testing

/// Jobs that the service carries out, as far as they are asked about.
struct RemoteJobTests {
    @Test(arguments: Engine.allCases)
    func `What is offered is told in full, with what was spent`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine) { $0.monthlyLimit = Money(cents: 1000) }
        let offer = try await space.offer()
        #expect(offer.models.map(\.id) == ["luma/ray", "runway/mover"])
        #expect(offer.models[0].tariff == .second)
        #expect(offer.models[0].price == 100_000)
        #expect(offer.models[0].sizes.widths == [1280])
        #expect(offer.models[0].lengths.list == [5, 10])
        #expect(offer.models[0].camera == "phrase:luma")
        #expect(offer.models[1].startFrame == .required)
        #expect(offer.spent == 0)
        #expect(offer.limit == 10_000_000)
    }

    @Test(arguments: Engine.allCases)
    func `Asking twice with one key is the same as once, and another request with it is refused`(
        engine: Engine
    ) async throws {
        let space = try await RemoteSpace(engine)
        let reply = try await space.make("one")
        #expect(reply.head.status == 201)
        let first = try reply.json(RemoteJob.self)
        #expect(first.state == .queued)
        #expect(first.estimate == 500_000)
        #expect(try await space.made("one") == first)
        #expect(try await space.make("one", RemoteSpace.request("else")).problem == .conflict)
        // A key is its account's own.
        #expect(try await space.made("one", by: .admin).id != first.id)
        #expect(try space.queue.list().count == 2)
    }

    @Test func `Of many that ask at once with one key there is one job`() async throws {
        for engine in Engine.allCases {
            let space = try await RemoteSpace(engine)
            let ids = try await withThrowingTaskGroup(of: RemoteJob.ID.self) { group in
                for _ in 0..<8 { group.addTask { try await space.made("one").id } }
                return try await group.reduce(into: Set<RemoteJob.ID>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try space.queue.list().count == 1)
        }
    }

    @Test func `A key whose job failed stands for it no more, unless the vendor is at it`()
        async throws
    {
        let space = try await RemoteSpace(.sqlite)
        let first = try await space.made("one")
        let leased = try #require(try space.claim())
        try space.queue.fail(leased.lease, JobFailure(message: "No."), random: 0)
        let second = try await space.made("one")
        #expect(second.id != first.id)
        let again = try #require(try space.claim())
        try space.queue.submitted(again.lease, ticket: "paid")
        try space.queue.fail(again.lease, JobFailure(message: "No room."), random: 0)
        let third = try await space.made("one")
        #expect(third.id == second.id)
        #expect(third.state == .queued)
        #expect(try space.claim()?.job.ticket == "paid")
    }

    @Test(arguments: [
        ("a model", RemoteRequest(model: "x", prompt: "a", width: 1280, height: 720, seconds: 5)),
        ("a size", RemoteRequest(model: "luma/ray", prompt: "a", width: 9, height: 9, seconds: 5)),
        (
            "a length",
            RemoteRequest(model: "luma/ray", prompt: "a", width: 1280, height: 720, seconds: 6)
        ),
        (
            "no prompt",
            RemoteRequest(model: "luma/ray", prompt: " ", width: 1280, height: 720, seconds: 5)
        ),
        (
            "a prompt",
            RemoteRequest(
                model: "luma/ray",
                prompt: String(repeating: "a", count: 101),
                width: 1280,
                height: 720,
                seconds: 5
            )
        ),
        (
            "a frame",
            RemoteRequest(
                model: "luma/ray",
                prompt: "a",
                width: 1280,
                height: 720,
                seconds: 5,
                startFrame: String(repeating: "a", count: 64)
            )
        ),
        (
            "no frame",
            RemoteRequest(model: "runway/mover", prompt: "a", width: 64, height: 64, seconds: 5)
        ),
    ])
    func `What a model does not make is refused before it is queued`(
        what: String,
        request: RemoteRequest
    ) async throws {
        let space = try await RemoteSpace(.sqlite)
        #expect(try await space.make("one", request).problem == .badRequest, "\(what)")
        #expect(try space.queue.list().isEmpty)
    }

    @Test func `A frame that the space does not have is not found`() async throws {
        let space = try await RemoteSpace(.sqlite)
        var request = RemoteSpace.request()
        request.model = RemoteSpace.mover.id
        request.startFrame = String(repeating: "a", count: 64)
        #expect(try await space.make("one", request).problem == .notFound)
    }

    @Test(arguments: Engine.allCases)
    func `Jobs are listed the newest first, page by page`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine)
        var made: [RemoteJob.ID] = []
        for number in 0..<5 {
            made.insert(try await space.made("job-\(number)").id, at: 0)
            space.service.clock.advance(seconds: 1)
        }
        var seen: [RemoteJob.ID] = []
        var hasMore = true
        while hasMore {
            var query = [("limit", "2")]
            if let last = seen.last { query.append(("before", last.description)) }
            let page = try await space.ask(.jobs, query: query, by: .viewer)
                .json(RemoteJobBodies.List.self)
            #expect(page.jobs.count <= 2)
            seen += page.jobs.map(\.id)
            hasMore = page.hasMore
        }
        #expect(seen == made)
        #expect(try await space.ask(.jobs, query: [("limit", "0")]).problem == .badRequest)
        #expect(try await space.ask(.jobs, query: [("before", "x")]).problem == .badRequest)
    }

    @Test(arguments: Engine.allCases)
    func `A job that waits is cancelled at once, and a running one is asked to stop`(
        engine: Engine
    ) async throws {
        let space = try await RemoteSpace(engine)
        let waiting = try await space.made("one")
        let reply = try await space.ask(.cancelJob, waiting)
        #expect(reply.head.status == 202)
        #expect(try reply.json(RemoteJob.self).state == .cancelled)
        let running = try await space.made("two")
        let leased = try #require(try space.claim())
        let asked = try await space.ask(.cancelJob, running).json(RemoteJob.self)
        #expect(asked.state == .running)
        #expect(asked.isCancelRequested)
        #expect(try space.queue.status(of: leased.lease) == .held(cancelRequested: true))
        try space.queue.release(leased.lease)
        #expect(try await space.status(running).state == .cancelled)
        let history = try await space.ask(.jobHistory, running)
            .json(RemoteJobBodies.History.self)
        #expect(history.events.map(\.what) == ["queued", "claimed", "cancelled"])
        #expect(history.events.map(\.state) == [.queued, .running, .cancelled])
    }

    @Test(arguments: Engine.allCases)
    func `A refusal of the vendor is told by its kind`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine)
        let job = try await space.made("one")
        let leased = try #require(try space.claim())
        try space.work().note(.moderated(.input), of: leased.job.id)
        try space.queue.fail(leased.lease, JobFailure(message: "Not this."), random: 0)
        let failed = try await space.status(job)
        #expect(failed.state == .failed)
        #expect(failed.failure == RemoteJob.Failure(.moderatedInput, "Not this."))
    }

    @Test(arguments: Engine.allCases)
    func `What ended is forgotten after its time, but not what it cost`(
        engine: Engine
    ) async throws {
        let space = try await RemoteSpace(engine)
        let job = try await space.made("one")
        let open = try await space.made("two")
        let leased = try #require(try space.claim())
        let asset = try #require(Asset.ID(String(repeating: "a", count: 64)))
        try space.work().settle(leased.job.id, cost: Money(cents: 30))
        try space.work().complete(
            leased.lease,
            of: space.queue,
            leaving: asset,
            type: "video/mp4",
            byteCount: 9
        )
        let done = try await space.status(job)
        #expect(done.result == RemoteJob.Result(asset: asset, type: "video/mp4", byteCount: 9))
        #expect(done.cost == 300_000)
        #expect(try space.work().clean() == 0)
        #expect(try space.work { $0.retention = 0 }.clean() == 1)
        #expect(try await space.ask(.job, job).problem == .notFound)
        #expect(try await space.status(open).state == .queued)
        #expect(try await space.offer().spent == 300_000 + 500_000)
    }
}
