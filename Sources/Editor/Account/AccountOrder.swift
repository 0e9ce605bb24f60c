/// Something to be asked of the account service, or settled about what came from it.
package enum AccountOrder: Hashable, Sendable {
    /// Sends and takes over now.
    case sync
    /// Ends in `Action.accountRead`.
    case read
    /// Ends in `Action.teamRead`.
    case readTeam
    /// Lets one of two values stand.
    case settle(ConflictItem.ID, takingMine: Bool)
    case endSession(String)
    /// Ends this machine's own session; everything here stays.
    case signOut
    case invite(email: String)
    case changeRole(member: String, to: String)
    case removeMember(String)
}
