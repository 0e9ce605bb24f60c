package import AccountAPI
import Editorial
import Networking

extension AccountAccess {
    /// Returns a team by its name or id.
    ///
    /// - Throws: ``SyncError`` when there is none, or several are called so.
    package func space(named name: String) async throws(SyncError) -> Space {
        let spaces = try await profile().spaces
        if let space = spaces.first(where: { $0.id.description == name }) { return space }
        let found = spaces.filter { !$0.isPersonal && $0.name.lowercased() == name.lowercased() }
        guard let space = found.first else {
            throw SyncError(
                .refused(.notFound),
                "You are in no team “\(name)”; “kinema team” lists them."
            )
        }
        guard found.count == 1 else {
            throw SyncError(
                .refused(.notFound),
                "Several teams are called “\(name)”; “kinema team --json” tells their ids."
            )
        }
        return space
    }

    package func makeSpace(named name: String) async throws(SyncError) -> Space {
        try await ask(.makeSpace, body: SpaceBodies.Make(name: name), as: Space.self)
    }

    package func members(of space: Space) async throws(SyncError) -> SpaceBodies.MemberList {
        try await ask(
            .members,
            at: AccountRoute.members.path(space.id.description),
            as: SpaceBodies.MemberList.self
        )
    }

    /// Asks somebody in and returns the word that opens the team; with an
    /// address it is sent there too.
    package func invite(
        _ email: String?,
        as role: SpaceRole,
        to space: Space
    ) async throws(SyncError) -> String {
        try await ask(
            .invite,
            at: AccountRoute.invite.path(space.id.description),
            body: SpaceBodies.Invite(email: email, role: role),
            as: SpaceBodies.Invitation.self
        ).token
    }

    package func join(_ token: String) async throws(SyncError) -> Space {
        try await ask(.join, body: SpaceBodies.Invitation(token: token), as: Space.self)
    }

    /// Returns a team and the account of one of its members.
    package func member(
        _ email: String,
        of name: String
    ) async throws(SyncError) -> (Space, AccountProfile.ID) {
        let space = try await space(named: name)
        let list = try await members(of: space)
        guard let member = list.members.first(where: { $0.email == email.lowercased() }) else {
            throw SyncError(
                .refused(.notFound),
                "Nobody in \(space.name) has the address \(email)."
            )
        }
        return (space, member.account)
    }

    package func change(
        _ account: AccountProfile.ID,
        to role: SpaceRole,
        in space: Space
    ) async throws(SyncError) {
        try await tell(
            .changeRole,
            at: AccountRoute.changeRole.path(space.id.description, account.description),
            body: SpaceBodies.ChangeRole(role: role)
        )
    }

    package func remove(
        _ account: AccountProfile.ID,
        from space: Space
    ) async throws(SyncError) {
        try await tell(
            .removeMember,
            at: AccountRoute.removeMember.path(space.id.description, account.description)
        )
    }

    package func transfer(
        _ space: Space,
        to account: AccountProfile.ID
    ) async throws(SyncError) {
        try await tell(
            .transfer,
            at: AccountRoute.transfer.path(space.id.description),
            body: SpaceBodies.Transfer(account: account)
        )
    }
}
