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

/// A team with one of each role, at a service that offers two models.
struct RemoteSpace {
    static let film = Model(
        id: "luma/ray",
        title: "Ray",
        summary: "Films a prompt.",
        product: .film,
        tariff: .second(Money(cents: 10)),
        abilities: ModelAbilities(
            promptLimit: 100,
            sizes: .list([PixelSize(width: 1280, height: 720)]),
            seconds: .list([5, 10]),
            seedLimit: 1000,
            camera: .phrase("luma")
        )
    )
    static let mover = Model(
        id: "runway/mover",
        title: "Mover",
        summary: "Moves a picture.",
        product: .film,
        tariff: .unknown,
        abilities: ModelAbilities(startFrame: .required, endFrame: .possible)
    )

    let service: ServiceFixture
    let space: String
    let tokens: [SpaceRole: String]
    let stranger: String

    init(_ engine: Engine, arrange: (inout RemoteSettings) -> Void = { _ in }) async throws {
        service = try await ServiceFixture(engine) { settings in
            settings.remote.models = [Self.film, Self.mover]
            arrange(&settings.remote)
        }
        let owner = try await service.enrol("owner@example.org").accessToken
        space = try await service.makeTeam(owner).id.description
        stranger = try await service.enrol("stranger@example.org").accessToken
        tokens = try await service.staff(space, of: owner)
    }

    var queue: JobQueue {
        JobQueue(database: service.database.database, clock: service.clock.read)
    }

    static func request(_ prompt: String = "a lighthouse") -> RemoteRequest {
        RemoteRequest(
            model: film.id,
            prompt: prompt,
            seed: 7,
            width: 1280,
            height: 720,
            seconds: 5
        )
    }

    func make(
        _ key: String,
        _ request: RemoteRequest = Self.request(),
        by role: SpaceRole = .member
    ) async throws -> HTTPReply {
        try await service.ask(
            .makeJob,
            at: AccountRoute.makeJob.path(space),
            token: tokens[role],
            json: RemoteJobBodies.Make(key: key, request: request)
        )
    }

    func made(_ key: String, by role: SpaceRole = .member) async throws -> RemoteJob {
        try await make(key, by: role).json(RemoteJob.self)
    }

    func ask(
        _ route: AccountRoute,
        _ job: RemoteJob? = nil,
        query: [(String, String)] = [],
        by role: SpaceRole = .member
    ) async throws -> HTTPReply {
        try await ask(route, job, query: query, token: tokens[role])
    }

    func ask(
        _ route: AccountRoute,
        _ job: RemoteJob? = nil,
        query: [(String, String)] = [],
        token: String?
    ) async throws -> HTTPReply {
        let path = route.path.replacing("{space}", with: space)
            .replacing("{job}", with: job?.id.description ?? "")
        return try await service.ask(route, at: path, query: query, token: token)
    }

    func status(_ job: RemoteJob) async throws -> RemoteJob {
        try await ask(.job, job).json(RemoteJob.self)
    }

    func offer() async throws -> RemoteJobBodies.Offer {
        try await ask(.offer).json(RemoteJobBodies.Offer.self)
    }

    /// Takes the next job as a worker does.
    func claim() throws -> LeasedJob? {
        try queue.claim(queues: [RemoteWorkDesk.queueName], owner: .current())
    }

    func work(_ arrange: (inout RemoteSettings) -> Void = { _ in }) -> RemoteWorkDesk {
        var settings = RemoteSettings()
        settings.models = [Self.film, Self.mover]
        arrange(&settings)
        return RemoteWorkDesk(
            service.database.database,
            settings: settings,
            now: service.clock.read
        )
    }
}
