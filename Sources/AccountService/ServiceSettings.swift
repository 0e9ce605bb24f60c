/// How a service behaves; what is secret is not here.
package struct ServiceSettings: Sendable {
    /// What the Argon2id hash of one password costs.
    package struct HashCost: Hashable, Sendable {
        package var passes: Int
        package var memory: Int

        package init(passes: Int, memory: Int) {
            self.passes = passes
            self.memory = memory
        }

        /// A tenth of a second and 64 MiB.
        package static let interactive = HashCost(passes: 2, memory: 64 << 20)
        /// The least that there is, for tests.
        package static let least = HashCost(passes: 1, memory: 8192)
    }

    /// Who may ask for the metrics.
    package enum MetricsAccess: String, Hashable, Sendable, CaseIterable {
        case nobody
        /// Programs of this machine.
        case local
        case everybody
    }

    /// Where people and terminals reach the service, without a slash at the end.
    package var publicAddress: String
    /// Whom mails are from; `kinema@` the host of the public address, if not said.
    package var sender: String
    package var hashCost: HashCost
    /// How many passwords are hashed at a time.
    package var hashWidth: Int
    /// Seconds for which an access token holds.
    package var accessLifetime = 600
    /// Seconds after which a session that was not used ends.
    package var sessionLifetime = 90 * 24 * 3600
    /// Seconds after which tokens are signed with another key.
    package var keyLifetime = 30 * 24 * 3600
    /// Between two pings of a WebSocket; who answers none of two is gone.
    package var socketPulse = Duration.seconds(30)
    /// How long a connection is kept on which nobody asks for anything whole.
    package var requestPatience = Duration.seconds(60)
    /// In which the whole body of what is asked has to come.
    package var bodyPatience = Duration.seconds(30)
    /// The most connections at a time; those beyond wait until one ends.
    package var connectionLimit = 12_000
    package var metrics = MetricsAccess.local
    /// What is made here, and within what bounds.
    package var remote = RemoteSettings()
    /// Other services by which people may sign in.
    package var providers: [IdentityProvider] = []
    package var assets = AssetSettings()
    /// Whether the address of whoever asks is the last one of `X-Forwarded-For`.
    package var trustsProxy = false

    package init(
        publicAddress: String,
        hashCost: HashCost = .interactive,
        hashWidth: Int = 2
    ) {
        self.publicAddress = publicAddress
        let host = publicAddress.split(separator: "/").dropFirst().first?.split(separator: ":")
            .first
        sender = "kinema@\(host ?? "localhost")"
        self.hashCost = hashCost
        self.hashWidth = hashWidth
    }

    var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
