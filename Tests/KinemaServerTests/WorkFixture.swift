import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Generation
import Jobs
import Loopback
import Networking
import Pipeline
import Providers
import ServiceFixtures
import VendorStands

@testable import KinemaServer

/// The account service with one vendor behind it, and those who ask that.
final class WorkFixture: Sendable {
    let service: ServiceFixture
    let stand: StandServer
    let model: Model
    let result: SampleFile
    let token: String
    let space: String
    private let vendors: ProviderDesk

    /// `vendor` is the id of a stand-in, whose script `edit` changes.
    init(
        _ engine: Engine,
        vendor: String = "luma",
        key: String? = nil,
        script edit: (inout StandServer.Script) -> Void = { _ in }
    ) async throws {
        guard let stand = Stands.named(vendor), let row = ProviderTable[vendor],
            let model = row.models.first(where: { $0.id == stand.model })
        else { throw CocoaError(.featureUnsupported) }
        self.model = model
        result = SampleFile(model.product == .film ? .mp4 : .png, byteCount: 100_000)
        var script = StandServer.Script()
        edit(&script)
        self.stand = try StandServer(stand, script, result: result.data)
        service = try await ServiceFixture(engine) { settings in
            settings.remote.models = [model]
        }
        token = try await service.enrol("ada@example.org").accessToken
        space = try await service.profile(token).ownSpace?.id.description ?? ""
        var settings = ProviderSettings()
        settings.entries[vendor] = ProviderSettings.Entry(
            address: self.stand.address,
            key: stand.key == nil ? nil : .environment(["KEY"])
        )
        vendors = ProviderDesk(
            settings,
            environment: ["KEY": key ?? stand.key ?? ""],
            directory: service.files + "-vendors",
            now: { 1_750_000_000 }
        )
    }

    deinit {
        stand.stop()
        try? FileManager.default.removeItem(atPath: landing)
    }

    var landing: String { service.files + "-landing" }

    /// Asks for as much as the model makes.
    func request(startFrame: Asset.ID? = nil) -> RemoteRequest {
        let can = model.abilities
        let size = can.size(for: PixelSize(width: 1280, height: 720))
        return RemoteRequest(
            model: model.id,
            prompt: "a lighthouse at dawn",
            width: size.width,
            height: size.height,
            seconds: can.seconds(for: 5),
            startFrame: startFrame?.digest
        )
    }

    func make(_ key: String = "one", startFrame: Asset.ID? = nil) async throws -> RemoteJob {
        try await service.ask(
            .makeJob,
            at: AccountRoute.makeJob.path(space),
            token: token,
            json: RemoteJobBodies.Make(key: key, request: request(startFrame: startFrame))
        ).json(RemoteJob.self)
    }

    func status(_ job: RemoteJob) async throws -> RemoteJob {
        try await service.ask(
            .job,
            at: AccountRoute.job.path(space, job.id.description),
            token: token
        ).json(RemoteJob.self)
    }

    func cancel(_ job: RemoteJob) async throws {
        _ = try await service.ask(
            .cancelJob,
            at: AccountRoute.cancelJob.path(space, job.id.description),
            token: token
        )
    }

    /// Works until `isDone`, which is asked again and again, says so; returns
    /// the job as it stands once nobody works any more.
    func work(
        on job: RemoteJob,
        size: Int = 1,
        until isDone: @escaping @Sendable (RemoteJob) async throws -> Bool = { $0.state.isSettled }
    ) async throws -> RemoteJob {
        let departure = Departure()
        let crew = try await crew(size)
        async let working: Void = crew.work(until: departure)
        let deadline = ContinuousClock.now + .seconds(600)
        do {
            while try await !isDone(try await status(job)), ContinuousClock.now < deadline {
                try await Task.sleep(for: .milliseconds(5))
            }
        } catch {
            for _ in 0..<2 { departure.ask() }
            throw error
        }
        for _ in 0..<2 { departure.ask() }
        await working
        await crew.files.assets.close()
        return try await status(job)
    }

    private func crew(_ size: Int) async throws -> WorkerCrew {
        var settings = RemoteSettings()
        settings.models = [model]
        let database = service.database.database
        var crew = WorkerCrew(
            database: database,
            settings: settings,
            vendors: vendors,
            files: WorkFiles(
                assets: try await AssetDesk.open(
                    database,
                    storage: .directory(service.files),
                    settings: AssetSettings(),
                    now: service.clock.read
                )
            ),
            landing: landing,
            size: size,
            logger: service.log.logger,
            now: service.clock.read
        )
        // Not without any wait: hours of asking would pass in seconds.
        crew.nap = { usleep(5000) }
        return crew
    }

    /// The bytes of a file of the space.
    func bytes(of asset: Asset.ID) async throws -> Data {
        let found = try await service.find(asset, in: space, token).json(AssetExchange.Found.self)
        guard let address = WebAddress(service.address.text + found.address) else { return Data() }
        return try await service.http.reply(to: HTTPRequest(.get, address)).body
    }

    /// Every text that the database holds.
    func databaseText() throws -> String {
        try service.database.database.read { connection in
            try ["job", "job_event", "job_log", "remote_job", "remote_charge", "asset"].map {
                "\(try connection.rows("SELECT * FROM \($0)"))"
            }.joined()
        }
    }
}
