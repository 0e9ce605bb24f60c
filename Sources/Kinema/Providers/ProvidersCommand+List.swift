import ArgumentParser
import Foundation
import Providers
import Terminal

extension ProvidersCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the services, and whether each is set up."
        )

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try Wiring().providers()
            let rows = ProviderTable.rows.map { Row($0, desk) } + desk.guests.map { Row($0) }
            if json { return try JSONOutput.print(["providers": rows]) }
            let width = rows.map(\.id.cellWidth).max() ?? 0
            for row in rows {
                let name = row.id + String(repeating: " ", count: width - row.id.cellWidth)
                print("\(row.isReady ? "✓" : "·") \(name)  \(row.detail)".printable)
            }
        }
    }

    private struct Row: Encodable {
        let id: String
        let title: String
        let address: String
        let isReady: Bool
        let detail: String

        init(_ row: ProviderRow, _ desk: ProviderDesk) {
            id = row.id
            title = row.title
            address = desk.settings.entries[row.id]?.address ?? row.address
            isReady = desk.isReady(row)
            let count = desk.models(of: row).count
            let models = count == 1 ? "1 model" : "\(count) models"
            if isReady {
                detail = "\(row.title), \(models), \(desk.key(of: row)?.words ?? "needs no key")"
            } else if let variable = row.keyVariables.first {
                detail = "\(row.title): set \(variable) to use it"
            } else {
                detail = "\(row.title): name it in providers.yaml to use it, as “\(row.id): {}”"
            }
        }

        init(_ guest: ProviderGuest) {
            id = guest.id
            title = guest.title
            address = ""
            isReady = guest.obstacle == nil
            let count = guest.models.count
            let models = count == 1 ? "1 model" : "\(count) models"
            detail =
                guest.obstacle.map { "\(guest.title): \($0)" }
                ?? "\(guest.title), \(models), with keys of its own"
        }
    }
}

extension KeySource {
    /// Where the key comes from, for a person.
    var words: String {
        switch self {
        case .environment(let names): "its key is in \(names.joined(separator: " or "))"
        case .file(let path): "its key is in \(path)"
        case .command(let line): "its key is told by “\(line)”"
        }
    }
}
