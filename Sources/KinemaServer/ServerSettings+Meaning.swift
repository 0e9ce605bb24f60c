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

    var mailDirectory: String { self[.mail].isEmpty ? self[.data] + "/mail" : self[.mail] }

    func openDatabase() throws -> any SQLDatabase {
        guard self[.database] == "sqlite" else { return try PostgresDatabase(self[.database]) }
        try makeDataDirectory()
        return try SQLiteDatabase(path: self[.data] + "/kinema-server.db")
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

    private func source(_ setting: ServerSetting) -> String {
        entries[setting.name]?.source ?? "usual"
    }
}
