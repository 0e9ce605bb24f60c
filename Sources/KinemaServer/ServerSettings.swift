import Foundation
import PlainText

/// What the service was told, from every place it can be told at.
struct ServerSettings: Sendable {
    /// A value and where it came from.
    struct Entry: Hashable, Sendable {
        var value: String
        var source: String
    }

    private(set) var entries: [String: Entry] = [:]
    /// The process’s own, where the keys of vendors may be.
    let environment: [String: String]

    subscript(_ setting: ServerSetting) -> String { entries[setting.name]?.value ?? setting.usual }

    /// Reads the file, then the environment, then the flags.
    ///
    /// - Throws: ``Complaint`` or an error of the file at its place; also for a
    ///   file that holds a password and that others may read.
    init(file: String?, environment: [String: String], flags: [String: String?]) throws {
        self.environment = environment
        for setting in ServerSetting.table {
            entries[setting.name] = Entry(value: setting.usual, source: "usual")
        }
        if let file { try read(file) }
        for setting in ServerSetting.table {
            if let value = environment[setting.variable], !value.isEmpty {
                entries[setting.name] = Entry(value: value, source: setting.variable)
            }
            if let value = flags[setting.name] ?? nil {
                entries[setting.name] = Entry(value: value, source: "--" + setting.name)
            }
        }
    }

    private mutating func read(_ file: String) throws {
        let root = try PlainTextNode(path: file, of: "the service’s settings")
        let names = ServerSetting.table.map(\.name)
        for (name, node) in try root.mapping("the service’s settings", allowed: names) {
            let value = try node.text(name, limit: 1000)
            entries[name] = Entry(value: value, source: "\(file):\(node.line)")
        }
        let isSecret = ServerSetting.table.contains { $0.isSecret && !self[$0].isEmpty }
        guard isSecret || Self.holdsSecret(self[.database]) else { return }
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        let mode = attributes[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw Complaint(
                "The file \(file) holds a password and others may read it; "
                    + "run “chmod 600 \(file)” and choose another password."
            )
        }
    }

    /// Whether a connection string says a password.
    static func holdsSecret(_ database: String) -> Bool {
        if database.range(of: #"password\s*="#, options: [.regularExpression, .caseInsensitive])
            != nil
        {
            return true
        }
        return database.range(of: #"^[a-z]+://[^/@]*:[^/@]*@"#, options: .regularExpression) != nil
    }

    /// The value as it may be shown.
    func shown(_ setting: ServerSetting) -> String {
        let value = self[setting]
        if setting.isSecret, !value.isEmpty { return "‹a secret›" }
        return Self.holdsSecret(value) ? "‹holds a password›" : value
    }
}
