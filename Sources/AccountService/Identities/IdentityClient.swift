import Foundation
import Networking

/// Asks a provider who somebody is.
///
/// No redirect is followed, and what it answers is read up to a limit.
struct IdentityClient: Sendable {
    /// Whom the provider knows, by an address that it has confirmed.
    struct Person: Hashable, Sendable {
        /// The provider's own number of them, for ever.
        let subject: String
        let email: EmailAddress
        let name: String
    }

    private struct Grant: Decodable {
        let accessToken: String

        private enum CodingKeys: String, CodingKey { case accessToken = "access_token" }
    }

    private struct GitHubUser: Decodable {
        let id: Int
        let login: String
        let name: String?
    }

    private struct GitHubEmail: Decodable {
        let email: String
        let primary: Bool
        let verified: Bool
    }

    private struct GoogleUser: Decodable {
        let sub: String
        let email: String?
        let isVerified: Bool?
        let name: String?

        private enum CodingKeys: String, CodingKey {
            case sub, email, name
            case isVerified = "email_verified"
        }
    }

    private static let answerLimit = 256 * 1024
    private let http = HTTPClient(rules: RetryRules(attempts: 1))

    /// Returns whom a code of the provider's stands for; nil where it vouches for nobody.
    func person(
        at provider: IdentityProvider,
        code: String,
        verifier: String,
        redirect: String
    ) async throws -> Person? {
        let form = [
            ("grant_type", "authorization_code"), ("client_id", provider.client),
            ("client_secret", provider.secret.revealed), ("code", code),
            ("redirect_uri", redirect), ("code_verifier", verifier),
        ].map { WebAddress.escaped($0.0) + "=" + WebAddress.escaped($0.1) }.joined(separator: "&")
        var request = HTTPRequest(
            .post,
            provider.token,
            headers: [
                HTTPHeader("Accept", "application/json"),
                HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
            ],
            body: HTTPBody(Data(form.utf8))
        )
        request.followsRedirects = false
        guard let grant = try await answer(Grant.self, to: request),
            let token = Secret(grant.accessToken)
        else { return nil }
        switch provider.kind {
        case .github: return try await gitHub(provider, token)
        case .google: return try await google(provider, token)
        }
    }

    private func gitHub(_ provider: IdentityProvider, _ token: Secret) async throws -> Person? {
        guard let user = try await get(GitHubUser.self, provider.profile, token),
            let address = WebAddress(provider.profile.text + "/emails"),
            let emails = try await get([GitHubEmail].self, address, token),
            let email = emails.first(where: { $0.primary && $0.verified })
                .flatMap({ EmailAddress($0.email) })
        else { return nil }
        return Person(subject: "\(user.id)", email: email, name: user.name ?? user.login)
    }

    private func google(_ provider: IdentityProvider, _ token: Secret) async throws -> Person? {
        guard let user = try await get(GoogleUser.self, provider.profile, token),
            user.isVerified == true, let email = user.email.flatMap({ EmailAddress($0) }),
            (1...255).contains(user.sub.utf8.count), !user.sub.contains("\0")
        else { return nil }
        return Person(subject: user.sub, email: email, name: user.name ?? "")
    }

    private func get<Value: Decodable>(
        _ type: Value.Type,
        _ address: WebAddress,
        _ token: Secret
    ) async throws -> Value? {
        var request = HTTPRequest(
            .get,
            address,
            headers: [
                HTTPHeader("Accept", "application/json"),
                HTTPHeader("Authorization", "Bearer ", secret: token),
            ]
        )
        request.followsRedirects = false
        return try await answer(type, to: request)
    }

    private func answer<Value: Decodable>(
        _ type: Value.Type,
        to request: HTTPRequest
    ) async throws -> Value? {
        var request = request
        request.limits.byteCount = Self.answerLimit
        request.limits.total = .seconds(15)
        let reply = try await http.reply(to: request)
        guard reply.head.status == 200, JSONDepth.isWithin(16, reply.body) else { return nil }
        // Whatever else it says, it vouches for nobody.
        return try? JSONDecoder().decode(type, from: reply.body)
    }
}
