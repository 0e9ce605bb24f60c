import Editorial
import Foundation
import Generation
import Providers
import Sync
import Workspace

extension Wiring {
    /// Where the models are noted that the account service offers.
    var serviceOfferFile: String { places.state.appending(path: "service-models.json").path }

    /// The account service as a service that makes things, with what it offered last.
    var serviceGuest: ProviderGuest {
        let offer = ServiceOffer.read(serviceOfferFile)
        return ProviderGuest(
            id: Model.accountProvider,
            title: offer.map { "Account service, \($0.server)" } ?? "Account service",
            models: offer?.catalogue ?? [],
            obstacle: mayBeSignedIn ? nil : "sign in with “kinema login” to use its models",
            make: { () throws(ProviderError) in try serviceProvider() }
        )
    }

    /// Whether there are tokens, as far as is known without asking a keyring for them.
    private var mayBeSignedIn: Bool {
        let keyring = places.configuration.appending(path: "account.yaml").path
        return [places.credentials.path, keyring].contains(
            where: FileManager.default.fileExists
        )
    }

    private func serviceProvider() throws(ProviderError) -> any Provider {
        let desk: AccountDesk
        do {
            desk = try AccountDesk(self)
        } catch {
            throw ProviderError(.auth, "\(error)")
        }
        return ServiceProvider(
            access: desk.access,
            space: { try await desk.workSpace(try openWorkspace()) },
            files: ServiceFiles(access: desk.access, http: desk.http),
            pokes: JobPokes(source: PokeLine(access: desk.access))
        )
    }

    /// Asks the account service what it offers, and notes that.
    @discardableResult
    func refreshServiceOffer(_ workspace: LocalWorkspace) async throws -> ServiceOffer {
        let desk = try AccountDesk(self)
        return try await ServiceOffer.refresh(
            desk.access,
            in: try await desk.workSpace(workspace),
            to: serviceOfferFile
        )
    }
}
