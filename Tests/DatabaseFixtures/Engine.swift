package import Database
import Foundation
import PostgresDatabase

/// The engines that the seam has.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres
}

/// An empty database of a test's own on either engine, gone with it.
package final class DatabaseFixture: Sendable {
    package let engine: Engine
    package let database: any SQLDatabase
    /// What another process opens it by: a path, or a connection string.
    package let address: String
    private let directory: String?
    private let schema: String?

    /// A PostgreSQL has to run: `Tests/Scripts/with-postgres` starts one.
    package init(_ engine: Engine) throws {
        self.engine = engine
        let name = "kinema_" + UUID().uuidString.filter(\.isHexDigit).lowercased()
        switch engine {
        case .sqlite:
            let directory = NSTemporaryDirectory() + name
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true
            )
            self.directory = directory
            schema = nil
            address = directory + "/test.db"
        case .postgres:
            let server = try Self.server()
            let root = try PostgresDatabase(server, sessions: 1)
            try root.write { _ = try $0.execute("CREATE SCHEMA \(name)") }
            directory = nil
            schema = name
            address = server + " application_name=\(name) options='-csearch_path=\(name)'"
        }
        database = try Self.open(engine, address)
    }

    deinit {
        if let directory { try? FileManager.default.removeItem(atPath: directory) }
        guard let schema, let server = try? Self.server() else { return }
        let root = try? PostgresDatabase(server, sessions: 1)
        _ = try? root?.write { try $0.execute("DROP SCHEMA \(schema) CASCADE") }
    }

    /// Opens a database by its address, as another process does.
    package static func open(_ engine: Engine, _ address: String) throws -> any SQLDatabase {
        switch engine {
        case .sqlite: try SQLiteDatabase(path: address)
        case .postgres: try PostgresDatabase(address)
        }
    }

    private static func server() throws -> String {
        guard let server = ProcessInfo.processInfo.environment["KINEMA_POSTGRES"] else {
            throw DatabaseError(
                kind: .unreachable,
                message: "There is no PostgreSQL; run the tests by Tests/Scripts/run-tests."
            )
        }
        return server
    }
}
