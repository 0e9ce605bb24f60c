import AccountService
import Networking

extension ServerSettings {
    /// The services by which people may sign in.
    var providers: [IdentityProvider] {
        get throws {
            try [
                provider(.github, .github, .githubSecret, .githubAddress),
                provider(.google, .google, .googleSecret, .googleAddress),
            ].compactMap { $0 }
        }
    }

    private func provider(
        _ kind: IdentityProvider.Kind,
        _ client: ServerSetting,
        _ secret: ServerSetting,
        _ address: ServerSetting
    ) throws -> IdentityProvider? {
        guard !self[client].isEmpty else { return nil }
        guard let secret = Secret(self[secret]) else {
            throw Complaint(
                "“\(client.name)” wants its secret; say it as \(secret.variable) "
                    + "(\(source(client)))."
            )
        }
        var base: String? = self[address]
        if base?.isEmpty ?? true { base = nil }
        let provider = IdentityProvider(kind, client: self[client], secret: secret, base: base)
        guard let provider else {
            throw Complaint(
                "“\(self[address])” is not asked: write an address of https, or of this machine "
                    + "(\(source(address)))."
            )
        }
        return provider
    }
}
