package import Networking

/// A service that people are known at already, and may sign in by (OAuth 2.0 with PKCE, RFC 7636).
///
/// Its addresses come from whoever runs the account service, never from what
/// somebody sends.
package struct IdentityProvider: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case github, google
    }

    let kind: Kind
    let client: String
    let secret: Secret
    let authorize: WebAddress
    let token: WebAddress
    let profile: WebAddress

    /// `base` stands for the provider's own addresses, where it is another that speaks as it does.
    ///
    /// Nil where an address is neither `https` nor of this machine.
    package init?(_ kind: Kind, client: String, secret: Secret, base: String? = nil) {
        let usual: (authorize: String, token: String, profile: String)
        switch kind {
        case .github:
            usual = (
                (base ?? "https://github.com") + "/login/oauth/authorize",
                (base ?? "https://github.com") + "/login/oauth/access_token",
                (base ?? "https://api.github.com") + "/user"
            )
        case .google:
            usual = (
                (base ?? "https://accounts.google.com") + "/o/oauth2/v2/auth",
                (base ?? "https://oauth2.googleapis.com") + "/token",
                (base ?? "https://openidconnect.googleapis.com") + "/v1/userinfo"
            )
        }
        guard let authorize = WebAddress(usual.authorize), let token = WebAddress(usual.token),
            let profile = WebAddress(usual.profile),
            [authorize, token, profile].allSatisfy({ $0.isSecure || $0.isLoopback })
        else { return nil }
        self.kind = kind
        self.client = client
        self.secret = secret
        self.authorize = authorize
        self.token = token
        self.profile = profile
    }

    /// As people know it.
    var name: String { kind == .github ? "GitHub" : "Google" }

    var scope: String { kind == .github ? "read:user user:email" : "openid email profile" }
}
