import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Generation
import Jobs
import Networking
import ServiceFixtures
import Testing

/// What a space may spend a month.
struct RemoteMoneyTests {
    @Test(arguments: Engine.allCases)
    func `A month's limit is kept by those who ask at once, too`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine) { $0.monthlyLimit = Money(cents: 170) }
        let problems = try await withThrowingTaskGroup(of: AccountProblem.Code?.self) { group in
            for number in 0..<6 {
                group.addTask { try await space.make("job-\(number)").problem }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(problems.count { $0 == nil } == 3)
        #expect(problems.count { $0 == .limitReached } == 3)
        #expect(try await space.offer().spent == 1_500_000)
        #expect(try space.queue.list().count == 3)
    }

    @Test(arguments: Engine.allCases)
    func `What was set aside comes back when nothing was sent for it`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine) { $0.monthlyLimit = Money(cents: 60) }
        let first = try await space.made("one")
        #expect(try await space.make("two").problem == .limitReached)
        _ = try await space.ask(.cancelJob, first)
        #expect(try await space.offer().spent == 0)
        _ = try await space.made("two")
        let leased = try #require(try space.claim())
        try space.work().send(leased.job.id)
        try space.work().release(leased.job.id)
        #expect(try await space.offer().spent == 0)
        // Before it is sent again, it is set aside again.
        let work = space.work { $0.monthlyLimit = Money(cents: 60) }
        try work.reserve(leased.job.id)
        #expect(try await space.offer().spent == 500_000)
        try work.send(leased.job.id)
        try space.queue.fail(leased.lease, JobFailure(message: "Late."), random: 0)
        #expect(try await space.offer().spent == 500_000)
    }

    @Test func `Money that was given back and is gone is not spent twice`() async throws {
        let space = try await RemoteSpace(.sqlite) { $0.monthlyLimit = Money(cents: 60) }
        _ = try await space.made("one")
        let leased = try #require(try space.claim())
        let work = space.work { $0.monthlyLimit = Money(cents: 60) }
        try work.release(leased.job.id)
        _ = try await space.made("two")
        let error = #expect(throws: ProviderError.self) { try work.reserve(leased.job.id) }
        #expect(error?.kind == .credits)
    }

    @Test func `What a month cost does not weigh on the next`() async throws {
        let space = try await RemoteSpace(.sqlite) { $0.monthlyLimit = Money(cents: 60) }
        _ = try await space.made("one")
        #expect(try await space.make("two").problem == .limitReached)
        space.service.clock.advance(seconds: 32 * 86_400)
        let token = try await space.service.signIn("member@example.org").accessToken
        let reply = try await space.service.ask(
            .makeJob,
            at: AccountRoute.makeJob.path(space.space),
            token: token,
            json: RemoteJobBodies.Make(key: "two", request: RemoteSpace.request())
        )
        #expect(reply.head.status == 201)
    }

    @Test func `A model without a price is not asked for where there is a limit`() async throws {
        var model = RemoteSpace.film
        model = Model(
            id: model.id,
            title: model.title,
            summary: model.summary,
            product: model.product,
            tariff: .unknown,
            abilities: model.abilities
        )
        let unpriced = model
        let limited = try await RemoteSpace(.sqlite) { settings in
            settings.models = [unpriced]
            settings.monthlyLimit = Money(cents: 60)
        }
        #expect(try await limited.make("one").problem == .limitReached)
        let free = try await RemoteSpace(.sqlite) { $0.models = [unpriced] }
        #expect(try await free.made("one").estimate == nil)
    }

    @Test func `So many jobs of a space wait, and no more`() async throws {
        let space = try await RemoteSpace(.sqlite) { $0.openLimit = 2 }
        for number in 0..<2 { _ = try await space.made("job-\(number)") }
        let refused = try await space.make("job-2")
        #expect(refused.problem == .tooMany)
        #expect(refused.head["retry-after"] != nil)
    }
}
