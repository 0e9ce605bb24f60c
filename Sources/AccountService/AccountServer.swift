import AccountAPI
package import Database
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// The account service on a port, as a part of a process that lives as long as it runs.
///
/// When it is asked to end, it takes no more connections, answers what it was
/// asked, and ends.
package struct AccountServer: Sendable {
    private let settings: ServiceSettings
    private let database: any SQLDatabase
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
        postbox: any Postbox,
        host: String,
        port: Int,
        logger: Logger,
        now: @escaping @Sendable () -> Int,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.settings = settings
        self.database = database
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
        let onListening = onListening
        let application = Application(
            router: try await router(accounts),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                        maxHeaderFieldSize: 16 * 1024,
                        maxHeaderListSize: 32 * 1024,
                        maxHeaderFieldCount: 100
                    )
                )
            ),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        defer { logger.info("ended") }
        try await application.run()
        await store.close()
        await hashing.close()
        await posting.close()
    }

    private func router(_ accounts: AccountDesk) async throws -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.middlewares.add(Guarding())
        let routes = RouteBook(router: router, accounts: accounts)
        let devices = DeviceDesk(accounts: accounts)
        let spaces = SpaceDesk(accounts: accounts)
        routes.on(.health) { _, _ in try .json(["status": "alive"]) }
        routes.on(.ready) { _, _ in
            _ = try await accounts.store.read { try $0.rows("SELECT 1 AS one") }
            return try .json(["status": "ready"])
        }
        routes.on(.openAPI) { _, _ in try .json(OpenAPIDocument.tree) }
        AccountRim(accounts: accounts, devices: devices, spaces: spaces).add(to: routes)
        SpaceRim(spaces: spaces).add(to: routes)
        PageRim(
            accounts: accounts,
            devices: devices,
            templates: try PageTemplates(),
            key: try await FormKey.load(accounts.store)
        ).add(to: router)
        return router
    }
}
