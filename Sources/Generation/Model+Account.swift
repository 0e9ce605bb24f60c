extension Model {
    /// What the ids of those models begin with that the account service has at its disposal.
    package static let accountProvider = "service"

    /// Whether the account service is asked for it, with keys of its own.
    package var isOfAccount: Bool { provider == Self.accountProvider }
}
