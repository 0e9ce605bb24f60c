import Editorial
import Foundation
import Generation
import Jobs
import Media
import Motion
import Networking
import PipelineFixtures
import Providers
import Rendering
import Testing
import VendorStands
import Workspace

@testable import Pipeline

/// A workspace of its own with a service beside it, and a worker that asks it.
struct RemoteStudio {
    let directory: String
    let workspace: LocalWorkspace
    let server: StandServer
    private let model: Model
    private let project: Project
    private let desk: RemoteDesk

    init(
        _ id: String,
        key: String? = nil,
        budget: Money? = nil,
        script edit: (inout StandServer.Script) -> Void = { _ in },
        nap: @escaping @Sendable (LocalWorkspace) -> Void = { _ in }
    ) throws {
        directory = NSTemporaryDirectory() + "kinema-remote-\(UUID().uuidString)"
        let workspace = try LocalWorkspace.open(directory: directory)
        self.workspace = workspace
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1_000))
        let shot = Shot(id: ids.identifier(), name: "one", draft: Draft())
        project = Project(id: ids.identifier(), name: "Studio", shots: [shot])
        try workspace.save(
            project,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 1_000)
        )
        let stand = try #require(Stands.named(id))
        let row = try #require(ProviderTable[id])
        model = try #require(row.models.first { $0.id == stand.model })
        var script = StandServer.Script()
        edit(&script)
        let server = try StandServer(
            stand,
            script,
            result: try Self.result(model.product, in: directory)
        )
        self.server = server
        desk = RemoteDesk(
            models: ModelCatalogue([.sketch] + row.models),
            purse: StudioPurse(workspace: workspace, budget: budget),
            landingDirectory: directory + "/landing",
            nap: { nap(workspace) },
            provider: { (_) throws(ProviderError) in
                guard let address = WebAddress(server.address) else {
                    throw ProviderError(.fatal, "The stand-in has no address.")
                }
                return row.make(
                    ProviderSetup(
                        id: id,
                        title: row.title,
                        address: address,
                        client: HTTPClient(pause: { _ in }, random: { 0 }),
                        key: stand.key == nil ? nil : .environment(["KEY"]),
                        environment: ["KEY": key ?? stand.key ?? ""],
                        now: { 1_750_000_000 }
                    )
                )
            }
        )
    }

    func remove() {
        server.stop()
        // A directory of the system's own for such things.
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Asks for two seconds of film.
    func submit(prompt: String = "a lighthouse at dawn", model: Model? = nil) throws -> Take.ID {
        let model = model ?? self.model
        var random = SystemRandomNumberGenerator()
        let now = Timestamp(milliseconds: WallClock.milliseconds())
        let id = Take.ID(UUIDv7(at: now, using: &random))
        _ = try workspace.submitTake(
            id: id,
            shot: project.shots[0].id,
            project: project.id,
            draft: Draft(
                prompt: prompt,
                duration: RationalTime(2),
                shortSide: 90,
                model: model.id
            ),
            model: model,
            at: now
        )
        return id
    }

    /// Works until nothing is left to do, on a thread that may wait.
    ///
    /// With an obstacle, the worker has no services to ask.
    func work(obstacle: String? = nil) async throws {
        let worker = TakeWorker(
            queue: workspace.queue,
            ledger: LocalLedger(workspace: workspace),
            presets: PresetLibrary([]),
            owner: .current(),
            clock: WallClock.milliseconds,
            claimed: TakeWorker.queues + (obstacle == nil ? [TakeWorker.remoteQueue] : []),
            remote: obstacle == nil ? desk : nil,
            remoteObstacle: obstacle
        )
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                continuation.resume(with: Result { try worker.run(untilIdleFor: 0.01) })
            }
            // The kernels put whole rows of a picture on the stack.
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    func remoteJob() throws -> Job? {
        try workspace.queue.list().first { $0.queue == TakeWorker.remoteQueue }
    }

    func spent() throws -> Money {
        try workspace.charges(since: Timestamp(milliseconds: 0)).reduce(.zero) { $0 + $1.spent }
    }

    /// A picture, or a film of half a second at another size and rate than is asked for.
    private static func result(_ product: Model.Product, in directory: String) throws -> Data {
        let size = PixelSize(width: 128, height: 72)
        let frame = try Frame(size: size, format: .rgba8)
        let isFilm = product == .film
        let path = directory + (isFilm ? "/result.mp4" : "/result.png")
        if isFilm {
            try FilmRender(
                source: frame,
                direction: .still,
                settings: FilmSettings(size: size, frameRate: FrameRate(30)),
                frameCount: 15
            ).write(to: path) { _ in }
        } else {
            try StillWriter.write(frame, to: path)
        }
        return try Data(contentsOf: URL(filePath: path))
    }
}

/// The accounts of a workspace, whose month began long ago.
private struct StudioPurse: Purse {
    let workspace: LocalWorkspace
    let budget: Money?

    func reserve(_ charge: Charge) throws {
        let answer = try workspace.reserve(
            charge.price.reserve,
            for: charge.job,
            take: charge.take,
            model: charge.model,
            budget: budget,
            monthStart: Timestamp(milliseconds: 0),
            at: Timestamp(milliseconds: 1_000)
        )
        if case .refused(let left) = answer { throw PurseError("Only \(left) are left.") }
    }

    func send(_ job: Job.ID) throws { try workspace.sendCharge(job) }
    func settle(_ job: Job.ID, cost: Money?) throws { try workspace.settleCharge(job, cost: cost) }
    func release(_ job: Job.ID) throws { try workspace.releaseCharge(job) }
}
