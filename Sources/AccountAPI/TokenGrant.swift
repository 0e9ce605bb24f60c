/// Tokens, as OAuth spells them.
package struct TokenGrant: Hashable, Sendable, Codable {
    package var accessToken: String
    package var tokenType: String
    /// Seconds for which the access token holds.
    package var expiresIn: Int
    /// Taken once: every use gives another.
    package var refreshToken: String

    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case tokenType = "token_type"
        case expiresIn = "expires_in"
        case refreshToken = "refresh_token"
    }

    package init(accessToken: String, expiresIn: Int, refreshToken: String) {
        self.accessToken = accessToken
        tokenType = "Bearer"
        self.expiresIn = expiresIn
        self.refreshToken = refreshToken
    }
}

extension TokenGrant {
    /// What the token endpoint is asked with for a device code.
    package static let deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"
    /// What the token endpoint is asked with for a refresh token.
    package static let refreshGrant = "refresh_token"
    /// The name that the terminal goes by.
    package static let terminalClient = "kinema-terminal"
}
