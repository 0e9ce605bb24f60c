import AccountAPI
package import Database
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Jobs
package import Logging
import NIOCore

/// The account service on a port, as a part of a process that lives as long as it runs.
///
/// When it is asked to end, it takes no more connections, answers what it was
/// asked, and ends.
package struct AccountServer: Sendable {
    private let settings: ServiceSettings
    private let database: any SQLDatabase
    private let storage: StoragePlace
    private let postbox: any Postbox
    private let host: String
    private let port: Int
    private let logger: Logger
    private let now: @Sendable () -> Int
    private let onListening: @Sendable (Int) -> Void

    /// A database to which ``ServiceSchema/migrations`` have been applied.
    ///
    /// A port of 0 is one that the system chooses; `onListening` is told which.
    /// `now` gives milliseconds since 1970.
    package init(
        settings: ServiceSettings,
        database: any SQLDatabase,
        storage: StoragePlace,
        postbox: any Postbox,
        host: String,
        port: Int,
        logger: Logger,
        now: @escaping @Sendable () -> Int,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.settings = settings
        self.database = database
        self.storage = storage
        self.postbox = postbox
        self.host = host
        self.port = port
        self.logger = logger
        self.now = now
        self.onListening = onListening
    }

    package func run() async throws {
        let store = ServiceStore(database, width: 8)
        let hashing = try PasswordHashing(cost: settings.hashCost, width: settings.hashWidth)
        let posting = WorkPool(width: 1)
        let accounts = AccountDesk(
            settings: settings,
            store: store,
            hashing: hashing,
            keys: SigningKeys(store: store, settings: settings, now: now),
            limits: RateLimits(),
            postbox: postbox,
            posting: posting,
            now: now
        )
        let spaces = SpaceDesk(accounts: accounts)
        let assets = AssetDesk(
            store: store,
            storage: try await storage.open(store, now: now),
            settings: settings.assets,
            now: now
        )
        let hub = ChangeHub(store: store, logger: logger, now: now)
        let onListening = onListening
        let application = Application(
            router: try await router(accounts, spaces, assets, hub),
            server: HTTPServerBuilder { [pulse = settings.socketPulse] responder in
                SocketChannel(
                    responder: responder,
                    hub: hub,
                    permit: { await hub.permit($0, spaces) },
                    pulse: TimeAmount(pulse)
                )
            },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        defer { logger.info("ended") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await hub.run() }
            group.addTask { await sweep(assets) }
            group.addTask { [postbox] in await postbox.run() }
            try await application.run()
            group.cancelAll()
        }
        await assets.close()
        await hashing.close()
        await posting.close()
    }

    /// Removes now and then what nobody can use any more.
    private func sweep(_ assets: AssetDesk) async {
        let pool = WorkPool(width: 1)
        while !Task.isCancelled {
            do {
                try await pool.run { [self] in
                    try AdminDesk(database, now: now()).sweep()
                    try RemoteWorkDesk(database, settings: settings.remote, now: now).clean()
                }
                _ = try await assets.sweep()
            } catch {
                logger.error("nothing was swept", metadata: ["error": "\(type(of: error))"])
            }
            // Cancelled, it ends.
            try? await Task.sleep(for: .seconds(3600))
        }
        await pool.close()
    }

    private func router(
        _ accounts: AccountDesk,
        _ spaces: SpaceDesk,
        _ assets: AssetDesk,
        _ hub: ChangeHub
    ) async throws -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        let metrics = ServiceMetrics()
        router.middlewares.add(Guarding(metrics: metrics))
        MetricsRim(metrics: metrics, access: settings.metrics, hub: hub, accounts: accounts)
            .add(to: router)
        let routes = RouteBook(router: router, accounts: accounts)
        let devices = DeviceDesk(accounts: accounts)
        routes.on(.health) { _, _ in try .json(["status": "alive"]) }
        routes.on(.ready) { _, _ in
            _ = try await accounts.store.read { try $0.rows("SELECT 1 AS one") }
            return try .json(["status": "ready"])
        }
        routes.on(.openAPI) { _, _ in try .json(OpenAPIDocument.tree) }
        AccountRim(accounts: accounts, devices: devices, spaces: spaces).add(to: routes)
        OwnerRim(spaces: spaces).add(to: routes)
        SpaceRim(spaces: spaces, hub: hub).add(to: routes)
        AssetRim(assets: assets).add(to: routes)
        let jobs = RemoteJobDesk(
            accounts: accounts,
            queue: JobQueue(database: database, clock: now)
        )
        JobRim(jobs: jobs).add(to: routes)
        PageRim(
            accounts: accounts,
            devices: devices,
            identities: IdentityDesk(accounts: accounts),
            templates: try PageTemplates(),
            key: try await FormKey.load(accounts.store)
        ).add(to: router)
        return router
    }
}
