import Foundation
import Generation
import Networking
import Pipeline
import Providers
import Workspace

/// The services as they are set up on this machine.
struct ProviderDesk: Sendable {
    let settings: ProviderSettings
    private let environment: [String: String]
    private let configuration: URL
    private let client = HTTPClient()

    init(_ settings: ProviderSettings, wiring: Wiring) {
        self.settings = settings
        environment = wiring.environment
        configuration = wiring.places.configuration
    }

    /// Every model there is, whether or not its service is set up: the sketch first.
    var catalogue: ModelCatalogue {
        ModelCatalogue([.sketch] + ProviderTable.rows.flatMap(models))
    }

    /// The models that can be chosen: those whose services have a key, and those
    /// of one's own servers that the settings name.
    var readyCatalogue: ModelCatalogue {
        ModelCatalogue([.sketch] + ProviderTable.rows.filter(isReady).flatMap(models))
    }

    /// Whether a service is set up; asks nobody and runs nothing.
    func isReady(_ row: ProviderRow) -> Bool {
        guard let key = key(of: row) else { return settings.entries[row.id] != nil }
        guard case .environment(let names) = key else { return true }
        return names.contains { environment[$0]?.isEmpty == false }
    }

    /// A service's usual models, and those that the settings name.
    func models(of row: ProviderRow) -> [Model] {
        let named: [Model] = (settings.entries[row.id]?.models ?? []).compactMap { named in
            let like = row.models.first { $0.name == named.like } ?? row.models.first
            return like.map { $0.renamed("\(row.id)/\(named.name)", price: named.price) }
        }
        return named + row.models
    }

    /// Returns a service that is ready to be asked.
    func provider(_ id: String) throws(ProviderError) -> any Provider {
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
                directory: configuration.appending(path: row.id).path,
                searchPath: environment["PATH"] ?? "",
                key: key(of: row),
                environment: environment,
                now: { Wiring.now() / 1000 }
            )
        )
    }

    /// What a worker needs of it.
    func remoteDesk(_ workspace: LocalWorkspace) -> RemoteDesk {
        RemoteDesk(
            models: catalogue,
            purse: WorkspacePurse(workspace: workspace, budget: settings.budget),
            landingDirectory: workspace.directory + "/landing",
            provider: { (id) throws(ProviderError) in try provider(id) }
        )
    }

    /// Where a service's key comes from; nil where it wants none.
    func key(of row: ProviderRow) -> KeySource? {
        settings.entries[row.id]?.key
            ?? (row.keyVariables.isEmpty ? nil : .environment(row.keyVariables))
    }
}

extension Wiring {
    /// The file of the services.
    var providersFile: URL { places.configuration.appending(path: "providers.yaml") }

    /// Reads how the services are set up.
    func providers() throws -> ProviderDesk {
        ProviderDesk(try ProviderSettings.read(providersFile.path), wiring: self)
    }
}
