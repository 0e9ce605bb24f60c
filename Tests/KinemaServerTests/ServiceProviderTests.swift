import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import Generation
import Loopback
import Networking
import ServiceFixtures
import Sync
import Testing
import VendorStands

@testable import AccountService
@testable import Kinema

/// The account service as one of the services that a worker asks, by the same rules as the others.
struct ServiceProviderTests {
    /// Somebody who is signed in at a service with one vendor.
    private struct Desk {
        let fixture: WorkFixture
        var provider: ServiceProvider
        let landing: Landing
        let access: AccountAccess

        init(script edit: (inout StandServer.Script) -> Void = { _ in }) async throws {
            let fixture = try await WorkFixture(.sqlite, script: edit)
            self.fixture = fixture
            let home = fixture.landing + "-home"
            try FileManager.default.createDirectory(
                atPath: home,
                withIntermediateDirectories: true
            )
            landing = Landing(home)
            let http = HTTPClient(rules: RetryRules(attempts: 1))
            access = AccountAccess(
                file: CredentialFile(path: home + "/account.json"),
                http: http,
                now: fixture.service.clock.read
            )
            let grant = try await fixture.service.signIn("ada@example.org")
            try access.begin(grant, at: fixture.service.address)
            let space = try #require(Space.ID(fixture.space))
            provider = ServiceProvider(
                access: access,
                space: { space },
                files: ServiceFiles(access: access, http: http)
            )
        }

        func remove() { try? FileManager.default.removeItem(atPath: landing.directory) }

        func request(_ key: String = "one") throws -> GenerationRequest {
            let asked = fixture.request()
            return GenerationRequest(
                key: key,
                model: try #require(
                    ServiceOffer(server: "", models: [RemoteModel(fixture.model)])
                        .catalogue.first
                ),
                prompt: asked.prompt,
                size: PixelSize(width: asked.width, height: asked.height),
                seconds: asked.seconds,
                frameRate: FrameRate(24)
            )
        }

        func submit(_ key: String = "one") async throws -> GenerationTicket {
            try await provider.submit(try request(key), landing: landing) { _ in }
        }

        func job(_ ticket: GenerationTicket) throws -> RemoteJob {
            RemoteJob(
                id: try #require(RemoteJob.ID(ticket.id)),
                model: "",
                prompt: "",
                state: .queued,
                progress: 0,
                createdAt: Timestamp(milliseconds: 0)
            )
        }
    }

    @Test func `Asked twice with one key it gives one ticket, and brings what came of it once`()
        async throws
    {
        let desk = try await Desk()
        defer { desk.remove() }
        let ticket = try await desk.submit()
        #expect(try await desk.submit() == ticket)
        #expect(
            try await desk.provider.update(on: ticket, landing: desk.landing) == .queued(ahead: nil)
        )
        _ = try await desk.fixture.work(on: try desk.job(ticket))
        let update = try await desk.provider.update(on: ticket, landing: desk.landing)
        guard case .completed(let outputs, _) = update else {
            Issue.record("It is \(update).")
            return
        }
        let output = try #require(outputs.first)
        for _ in 0..<2 {
            let name = try await desk.provider.fetch(output, of: ticket, landing: desk.landing) {
                _ in
            }
            let path = try #require(desk.landing.path(name))
            #expect(FileManager.default.contents(atPath: path) == desk.fixture.result.data)
        }
        #expect(desk.fixture.stand.submissions == 1)
    }

    @Test func `Stopped, it is stopped there, and says so`() async throws {
        let desk = try await Desk()
        defer { desk.remove() }
        let ticket = try await desk.submit()
        try await desk.provider.cancel(ticket)
        let update = try await desk.provider.update(on: ticket, landing: desk.landing)
        #expect(update == .cancelled)
        // Wanted again, it is asked for anew.
        #expect(try await desk.submit() != ticket)
    }

    @Test func `What happens to a job is heard, and not asked for again and again`() async throws {
        var desk = try await Desk()
        defer { desk.remove() }
        // Nothing but a poke ends this in time.
        desk.provider.pokes = JobPokes(
            source: PokeLine(access: desk.access, socket: .pokes),
            pause: { _ in try await Task.sleep(for: .seconds(36_000)) }
        )
        let ticket = try await desk.submit()
        let (provider, landing) = (desk.provider, desk.landing)
        #expect(try await provider.update(on: ticket, landing: landing) == .queued(ahead: nil))
        async let ending = {
            while true {
                let update = try await provider.update(on: ticket, landing: landing)
                guard case .queued = update else { return update }
            }
        }()
        try await desk.provider.cancel(ticket)
        #expect(try await ending == .cancelled)
    }

    @Test func `What nobody can know is asked for once more when a person says so, and not before`()
        async throws
    {
        let desk = try await Desk { script in
            var lost = LoopbackAnswer.empty(201)
            lost.ending = .unanswered
            script.submissions = [lost]
        }
        defer { desk.remove() }
        let ticket = try await desk.submit()
        _ = try await desk.fixture.work(on: try desk.job(ticket))
        // A worker that did not hear of the doubt asks for nothing.
        #expect(try await desk.submit() == ticket)
        #expect(try await desk.fixture.status(try desk.job(ticket)).state == .uncertain)
        let update = try await desk.provider.update(on: ticket, landing: desk.landing)
        guard case .failed = update else {
            Issue.record("It is \(update).")
            return
        }
        // Whoever was told that it failed and asks again has decided.
        #expect(try await desk.submit() == ticket)
        let done = try await desk.fixture.work(on: try desk.job(ticket))
        #expect(done.state == .completed)
        #expect(desk.fixture.stand.submissions == 2)
    }

    @Test func `Why the vendor refused is told here by its kind`() async throws {
        let desk = try await Desk { script in
            if let answer = LumaStand().refusal(.moderated, words: "no") {
                script.submissions = [answer]
            }
        }
        defer { desk.remove() }
        let ticket = try await desk.submit()
        _ = try await desk.fixture.work(on: try desk.job(ticket))
        let update = try await desk.provider.update(on: ticket, landing: desk.landing)
        guard case .failed(let error) = update else {
            Issue.record("It is \(update).")
            return
        }
        #expect(error.kind == .moderated(.input))
    }

    @Test func `What it knows nothing of is over, and signed out nothing is asked`() async throws {
        let desk = try await Desk()
        defer { desk.remove() }
        let ticket = try await desk.submit()
        var unknown = ticket
        unknown.id = "00000000-0000-7000-8000-000000000000"
        for (ticket, kind) in [
            (unknown, ProviderError.Kind.expired), (GenerationTicket(id: "x"), .expired),
        ] {
            let error = await #expect(throws: ProviderError.self) {
                _ = try await desk.provider.update(on: ticket, landing: desk.landing)
            }
            #expect(error?.kind == kind)
        }
        _ = await desk.access.end()
        let error = await #expect(throws: ProviderError.self) {
            _ = try await desk.provider.update(on: ticket, landing: desk.landing)
        }
        #expect(error?.kind == .auth)
        #expect(desk.fixture.stand.submissions == 0)
    }
}
