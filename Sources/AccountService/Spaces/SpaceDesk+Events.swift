import AccountAPI
import Database

extension SpaceDesk {
    /// Returns what lets somebody listen to a space.
    ///
    /// - Throws: ``Refusal``, as for reading what the space holds.
    func listen(to space: String, by caller: AccountDesk.Caller) async throws -> ChangeHub.Ticket {
        _ = try await accounts.store.read { [now = accounts.now()] connection in
            try Self.admit(caller, to: space, .readRecords, on: connection, now: now)
        }
        return ChangeHub.Ticket(space: space, caller: caller)
    }
}
