import Foundation
package import Generation
import Networking

/// The services as they are set up on this machine.
package struct ProviderDesk: Sendable {
    package let settings: ProviderSettings
    private let environment: [String: String]
    private let directory: String
    /// Those that are not in the table.
    package let guests: [ProviderGuest]
    private let client = HTTPClient()
    private let now: @Sendable () -> Int

    /// `environment` is the process's own, where keys may be; `directory` holds a directory of
    /// files for each service that wants some; `guests` are offered after those of the table; `now`
    /// gives seconds since 1970.
    package init(
        _ settings: ProviderSettings,
        environment: [String: String],
        directory: String,
        guests: [ProviderGuest] = [],
        now: @escaping @Sendable () -> Int
    ) {
        self.settings = settings
        self.environment = environment
        self.directory = directory
        self.guests = guests
        self.now = now
    }

    /// Every model there is, whether or not its service is set up: the sketch first.
    package var catalogue: ModelCatalogue {
        ModelCatalogue([.sketch] + ProviderTable.rows.flatMap(models) + guests.flatMap(\.models))
    }

    /// The models that can be chosen: those whose services have a key, and those
    /// of one's own servers that the settings name.
    ///
    /// A guest's are among them, whether or not it can be asked now.
    package var readyCatalogue: ModelCatalogue {
        ModelCatalogue(
            [.sketch] + ProviderTable.rows.filter(isReady).flatMap(models)
                + guests.flatMap(\.models)
        )
    }

    /// Whether a service is set up; asks nobody and runs nothing.
    package func isReady(_ row: ProviderRow) -> Bool {
        guard let key = key(of: row) else { return settings.entries[row.id] != nil }
        guard case .environment(let names) = key else { return true }
        return names.contains { environment[$0]?.isEmpty == false }
    }

    /// A service's usual models, and those that the settings name.
    package func models(of row: ProviderRow) -> [Model] {
        let named: [Model] = (settings.entries[row.id]?.models ?? []).compactMap { named in
            let like = row.models.first { $0.name == named.like } ?? row.models.first
            return like.map { $0.renamed("\(row.id)/\(named.name)", price: named.price) }
        }
        return named + row.models
    }

    /// Returns a service that is ready to be asked.
    package func provider(_ id: String) throws(ProviderError) -> any Provider {
        if let guest = guests.first(where: { $0.id == id }) { return try guest.make() }
        guard let row = ProviderTable[id] else {
            throw ProviderError(.modelGone, "No service is called “\(id)”; choose another model.")
        }
        guard let address = WebAddress(settings.entries[id]?.address ?? row.address) else {
            throw ProviderError(
                .fatal,
                "The address of \(row.title) is none; write it anew in providers.yaml."
            )
        }
        return row.make(
            ProviderSetup(
                id: row.id,
                title: row.title,
                address: address,
                client: client,
                directory: URL(filePath: directory).appending(path: row.id).path,
                searchPath: environment["PATH"] ?? "",
                key: key(of: row),
                environment: environment,
                now: now
            )
        )
    }

    /// Where a service's key comes from; nil where it wants none.
    package func key(of row: ProviderRow) -> KeySource? {
        settings.entries[row.id]?.key
            ?? (row.keyVariables.isEmpty ? nil : .environment(row.keyVariables))
    }
}
