import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// Who may do what with the jobs of a space.
struct RemotePermissionTests {
    private static let reading: [AccountRoute] = [.offer, .jobs, .job, .jobHistory]

    @Test(arguments: Engine.allCases)
    func `Every role may what the table says, route by route`(engine: Engine) async throws {
        let space = try await RemoteSpace(engine)
        let job = try await space.made("one", by: .owner)
        for role in SpaceRole.allCases {
            for route in Self.reading {
                let reply = try await space.ask(route, job, by: role)
                #expect(reply.head.status == 200, "\(role) \(route.id)")
            }
            let made = try await space.make("own-\(role.rawValue)", by: role)
            #expect(made.head.isSuccess == (role != .viewer), "\(role) makes")
            if role == .viewer { #expect(made.problem == .forbidden) }
        }
    }

    @Test(arguments: SpaceRole.allCases)
    func `One's own jobs are stopped by who may make them, those of others by admins`(
        actor: SpaceRole
    ) async throws {
        let space = try await RemoteSpace(.sqlite)
        for maker in SpaceRole.allCases where maker != .viewer {
            let job = try await space.made("job", by: maker)
            let reply = try await space.ask(.cancelJob, job, by: actor)
            let may = actor == .owner || actor == .admin || (actor == .member && actor == maker)
            #expect(reply.head.isSuccess == may, "\(actor) stops what \(maker) made")
            #expect((try await space.status(job).state == .cancelled) == may)
        }
    }

    @Test(arguments: Engine.allCases)
    func `To a stranger there are no jobs, nor in another space's name`(
        engine: Engine
    ) async throws {
        let space = try await RemoteSpace(engine)
        let job = try await space.made("one")
        for route in Self.reading + [.cancelJob] {
            let reply = try await space.ask(route, job, token: space.stranger)
            #expect(reply.problem == .notFound, "\(route.id)")
        }
        let own = try await space.service.profile(space.stranger).ownSpace?.id.description ?? ""
        for route in [AccountRoute.job, .jobHistory, .cancelJob] {
            let path = route.path.replacing("{space}", with: own)
                .replacing("{job}", with: job.id.description)
            let reply = try await space.service.ask(route, at: path, token: space.stranger)
            #expect(reply.problem == .notFound, "\(route.id)")
        }
        let foreign = try await space.service.ask(
            .makeJob,
            at: AccountRoute.makeJob.path(space.space),
            token: space.stranger,
            json: RemoteJobBodies.Make(key: "x", request: RemoteSpace.request())
        )
        #expect(foreign.problem == .notFound)
        #expect(try await space.status(job).state == .queued)
    }

    @Test func `A key for reading makes nothing, and one for writing sees nothing`() async throws {
        let space = try await RemoteSpace(.sqlite)
        let job = try await space.made("one")
        func key(_ scopes: [AccountKey.Scope]) async throws -> String {
            try await space.service.ask(
                .makeKey,
                token: space.tokens[.member],
                json: AccountKeyBodies.Make(name: "x", scopes: scopes)
            ).json(AccountKeyBodies.Made.self).secret
        }
        let (reader, writer) = (try await key([.read]), try await key([.write]))
        #expect(try await space.ask(.job, job, token: reader).head.status == 200)
        #expect(try await space.ask(.cancelJob, job, token: reader).problem == .forbidden)
        #expect(try await space.ask(.job, job, token: writer).problem == .forbidden)
        #expect(try await space.ask(.cancelJob, job, token: writer).head.status == 202)
    }
}
