package import AccountAPI
package import Networking

/// What opens an account from this machine.
package struct Credentials: Sendable {
    /// Where the service is.
    package var server: WebAddress
    package var email: String
    package var accessToken: Secret
    package var refreshToken: Secret
    /// Milliseconds since 1970 at which the access token no longer holds.
    package var expiresAt: Int

    /// nil where the tokens are nothing that can be sent.
    package init?(server: WebAddress, email: String, grant: TokenGrant, now: Int) {
        guard let access = Secret(grant.accessToken), let refresh = Secret(grant.refreshToken)
        else { return nil }
        self.server = server
        self.email = email
        accessToken = access
        refreshToken = refresh
        expiresAt = now + grant.expiresIn * 1000
    }
}

extension Credentials: Codable {
    private enum CodingKeys: String, CodingKey {
        case server, email, accessToken, refreshToken, expiresAt
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard let server = WebAddress(try values.decode(String.self, forKey: .server)),
            let access = Secret(try values.decode(String.self, forKey: .accessToken)),
            let refresh = Secret(try values.decode(String.self, forKey: .refreshToken))
        else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "These are none.")
            )
        }
        self.server = server
        email = try values.decode(String.self, forKey: .email)
        accessToken = access
        refreshToken = refresh
        expiresAt = try values.decode(Int.self, forKey: .expiresAt)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(server.text, forKey: .server)
        try values.encode(email, forKey: .email)
        try values.encode(accessToken.revealed, forKey: .accessToken)
        try values.encode(refreshToken.revealed, forKey: .refreshToken)
        try values.encode(expiresAt, forKey: .expiresAt)
    }
}
