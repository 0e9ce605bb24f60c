import Foundation
import Generation
import Pipeline
import Providers
import Workspace

extension ProviderDesk {
    /// The services as this person has set them up.
    init(_ settings: ProviderSettings, wiring: Wiring) {
        self.init(
            settings,
            environment: wiring.environment,
            directory: wiring.places.configuration.path,
            guests: [wiring.serviceGuest],
            now: { Wiring.now() / 1000 }
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
}

extension Wiring {
    /// The file of the services.
    var providersFile: URL { places.configuration.appending(path: "providers.yaml") }

    /// Reads how the services are set up.
    func providers() throws -> ProviderDesk {
        ProviderDesk(try ProviderSettings.read(providersFile.path), wiring: self)
    }
}
