import AccountService
import Database
import Foundation
import Logging
import PostgresDatabase

extension ServerSettings {
    /// What it listens on.
    var address: (host: String, port: Int) {
        get throws {
            let text = self[.listen]
            guard let colon = text.lastIndex(of: ":"),
                let port = Int(text[text.index(after: colon)...]), (1...65_535).contains(port),
                colon > text.startIndex
            else {
                throw Complaint(
                    "“\(text)” is nothing to listen on; write it as 127.0.0.1:8480 (\(source(.listen)))."
                )
            }
            let host = text[..<colon]
            return (String(host.drop { $0 == "[" }.prefix { $0 != "]" }), port)
        }
    }

    /// Where people reach the service, without a slash at the end.
    ///
    /// `port` is the one it listens on, where it was left to the system.
    func publicAddress(port: Int) throws -> String {
        var text = self[.publicAddress]
        if text.isEmpty {
            let host = try address.host
            return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
        while text.hasSuffix("/") { text.removeLast() }
        guard let parts = URLComponents(string: text), parts.host?.isEmpty == false,
            parts.scheme == "https" || parts.scheme == "http", parts.path.isEmpty,
            parts.query == nil, parts.user == nil, parts.fragment == nil
        else {
            throw Complaint(
                "“\(text)” is no public address; write it as https://kinema.example.org "
                    + "(\(source(.publicAddress)))."
            )
        }
        return text
    }

    var trustsProxy: Bool {
        get throws {
            switch self[.proxy] {
            case "yes": true
            case "no": false
            default: throw Complaint("“proxy” is yes or no (\(source(.proxy))).")
            }
        }
    }

    var logLevel: Logger.Level {
        get throws {
            guard let level = Logger.Level(rawValue: self[.log]) else {
                throw Complaint("“log” is debug, info, warning or error (\(source(.log))).")
            }
            return level
        }
    }

    /// Whether the log is written for programs.
    var logsJSON: Bool {
        get throws {
            switch self[.logFormat] {
            case "json": true
            case "text": false
            default: throw Complaint("“log-format” is text or json (\(source(.logFormat))).")
            }
        }
    }

    var metricsAccess: ServiceSettings.MetricsAccess {
        get throws {
            guard let access = ServiceSettings.MetricsAccess(rawValue: self[.metrics]) else {
                throw Complaint(
                    "“metrics” is local, everybody or nobody (\(source(.metrics)))."
                )
            }
            return access
        }
    }

    /// How the service behaves; `port` is the one it listens on.
    func service(port: Int) throws -> ServiceSettings {
        var service = ServiceSettings(publicAddress: try publicAddress(port: port))
        service.trustsProxy = try trustsProxy
        service.metrics = try metricsAccess
        service.providers = try providers
        service.remote = try remote
        service.assets = AssetSettings(quota: try quota)
        if !self[.sender].isEmpty { service.sender = self[.sender] }
        return service
    }

    static let databaseName = "kinema-server.db"

    func openDatabase() throws -> any SQLDatabase {
        guard self[.database] == "sqlite" else { return try PostgresDatabase(self[.database]) }
        try makeDataDirectory()
        return try SQLiteDatabase(path: self[.data] + "/" + Self.databaseName)
    }

    /// The database of the data directory.
    ///
    /// - Throws: ``Complaint`` where it is elsewhere, with what to do instead, or
    ///   where there is none.
    func embeddedDatabase(orElse remedy: String) throws -> SQLiteDatabase {
        try requireEmbedded(orElse: remedy)
        let path = self[.data] + "/" + Self.databaseName
        guard access(path, F_OK) == 0 else {
            throw Complaint("There is no database in \(self[.data]); name another with --data.")
        }
        return try SQLiteDatabase(path: path)
    }

    func requireEmbedded(orElse remedy: String) throws {
        guard self[.database] == "sqlite" else {
            throw Complaint("The data are in PostgreSQL; \(remedy).")
        }
    }

    /// Makes the data directory, for its owner alone, when it is missing.
    func makeDataDirectory() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: self[.data],
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Complaint(
                "The directory \(self[.data]) cannot be made; "
                    + "choose another with --data or \(ServerSetting.data.variable)."
            )
        }
    }

    func source(_ setting: ServerSetting) -> String {
        entries[setting.name]?.source ?? "usual"
    }
}
