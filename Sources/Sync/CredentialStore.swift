/// Where this person's tokens are kept, which nobody else may read.
package protocol CredentialStore: Sendable {
    /// Returns what is there; nil when nobody has signed in.
    func read() throws(SyncError) -> Credentials?

    /// Keeps them in place of what was there.
    func write(_ credentials: Credentials) throws(SyncError)

    /// Forgets them; twice is the same as once.
    func remove()

    /// Runs a body while no other process of this person's does: of two that
    /// refresh a token at once, the service would take the second for a thief.
    func locked<Value: Sendable>(
        _ body: () async throws(SyncError) -> Value
    ) async throws(SyncError) -> Value
}
