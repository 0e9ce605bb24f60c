/// What the token endpoint answers instead of tokens (RFC 6749 5.2, RFC 8628 3.5).
package struct OAuthProblem: Hashable, Sendable, Codable {
    package enum Code: String, Hashable, Sendable, Codable {
        case authorizationPending = "authorization_pending"
        case slowDown = "slow_down"
        case accessDenied = "access_denied"
        case expiredToken = "expired_token"
        case invalidGrant = "invalid_grant"
        case invalidRequest = "invalid_request"
        case unsupportedGrantType = "unsupported_grant_type"
    }

    package var error: Code
    package var description: String

    private enum CodingKeys: String, CodingKey {
        case error
        case description = "error_description"
    }

    package init(_ error: Code, _ description: String) {
        self.error = error
        self.description = description
    }
}
