package import AccountAPI
package import AccountService
import Database
package import DatabaseFixtures
package import Foundation
package import Networking
import ServiceLifecycle

/// The account service within a test: on a port of its own, over an empty database, with a clock
/// that stands still.
package final class ServiceFixture: Sendable {
    package let database: DatabaseFixture
    package let clock = FixtureClock()
    package let postbox = MemoryPostbox()
    package let log = FixtureLog()
    package let http = HTTPClient(rules: RetryRules(attempts: 1))
    package let address: WebAddress
    package let port: Int
    /// Where the service keeps files, and the directory where it is one.
    package let place: StoragePlace
    package let files: String
    private let running: ServiceGroup
    private let run: Task<Void, any Error>

    /// `arrange` changes how the service behaves, before it begins.
    package init(
        _ engine: Engine,
        shelf: Shelf = .directory,
        secure: Bool = false,
        arrange: (inout ServiceSettings) -> Void = { _ in }
    ) async throws {
        database = try DatabaseFixture(engine)
        try Migrator(ServiceSchema.migrations).migrate(database.database)
        files = NSTemporaryDirectory() + "files-" + UUID().uuidString
        place = try await Self.place(shelf, files, http)
        let (ports, told) = AsyncStream<Int>.makeStream()
        var settings = ServiceSettings(
            publicAddress: (secure ? "https" : "http") + "://kinema.test",
            hashCost: .least
        )
        arrange(&settings)
        let server = AccountServer(
            settings: settings,
            database: database.database,
            storage: place,
            postbox: postbox,
            host: "127.0.0.1",
            port: 0,
            logger: log.logger,
            now: clock.read,
            onListening: { told.yield($0) }
        )
        let group = ServiceGroup(
            services: [Part(server: server)],
            logger: log.logger
        )
        running = group
        let run = Task {
            defer { told.finish() }
            try await group.run()
        }
        var port: Int?
        for await one in ports {
            port = one
            break
        }
        guard let port, let address = WebAddress("http://127.0.0.1:\(port)") else {
            try await run.value
            throw DatabaseError(kind: .other, message: "The service did not listen.")
        }
        self.address = address
        self.port = port
        self.run = run
    }

    /// Asks the service to end, and returns once it has.
    package func end() async throws {
        await running.triggerGracefulShutdown()
        try await run.value
    }

    deinit {
        // In good order: a connection that is cut off in the making is a fault to NIO.
        Task { [running] in await running.triggerGracefulShutdown() }
        try? FileManager.default.removeItem(atPath: files)
    }

    private struct Part: Service {
        let server: AccountServer

        func run() async throws { try await server.run() }
    }

    /// Asks by a route's own method.
    package func ask(
        _ route: AccountRoute,
        at path: String? = nil,
        query: [(String, String)] = [],
        token: String? = nil,
        headers: [HTTPHeader] = [],
        body: Data? = nil
    ) async throws -> HTTPReply {
        var all = headers
        if let token { all.append(HTTPHeader("Authorization", "Bearer \(token)")) }
        if body != nil, !headers.contains(where: { $0.name == "Content-Type" }) {
            all.append(
                HTTPHeader(
                    "Content-Type",
                    route.body == .form ? "application/x-www-form-urlencoded" : "application/json"
                )
            )
        }
        guard let target = address.appending(path ?? route.path, query: query),
            let method = HTTPRequest.Method(rawValue: route.method.rawValue)
        else { throw CocoaError(.featureUnsupported) }
        return try await http.reply(
            to: HTTPRequest(method, target, headers: all, body: body.map { HTTPBody($0) })
        )
    }

    /// Asks with a value as JSON.
    package func ask(
        _ route: AccountRoute,
        at path: String? = nil,
        token: String? = nil,
        json: some Encodable
    ) async throws -> HTTPReply {
        try await ask(route, at: path, token: token, body: try JSONEncoder().encode(json))
    }

    /// Asks with a form.
    package func ask(
        _ route: AccountRoute,
        form: [(String, String)]
    ) async throws -> HTTPReply {
        try await ask(route, body: Self.form(form))
    }

    package static func form(_ fields: [(String, String)]) -> Data {
        let pairs = fields.map { WebAddress.escaped($0.0) + "=" + WebAddress.escaped($0.1) }
        return Data(pairs.joined(separator: "&").utf8)
    }
}

extension HTTPReply {
    package func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    /// The code of the problem that was told; nil for any other answer.
    package var problem: AccountProblem.Code? {
        (try? JSONDecoder().decode(AccountProblem.self, from: body))?.code
    }

    /// The code that the token endpoint refused with; nil for any other answer.
    package var refusal: OAuthProblem.Code? {
        (try? JSONDecoder().decode(OAuthProblem.self, from: body))?.error
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
}
