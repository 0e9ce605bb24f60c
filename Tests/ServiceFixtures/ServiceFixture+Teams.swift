package import AccountAPI

extension ServiceFixture {
    /// Makes a team of somebody's.
    package func makeTeam(_ owner: String, named name: String = "Studio") async throws -> Space {
        try await ask(.makeSpace, token: owner, json: SpaceBodies.Make(name: name))
            .json(Space.self)
    }

    /// Asks somebody into a space.
    package func invite(
        to space: String,
        as role: SpaceRole,
        by owner: String
    ) async throws -> SpaceBodies.Invitation {
        try await ask(
            .invite,
            at: AccountRoute.invite.path(space),
            token: owner,
            json: SpaceBodies.Invite(email: nil, role: role)
        ).json(SpaceBodies.Invitation.self)
    }

    /// Signs up one of each role, called as it, who are all in one space.
    ///
    /// - Returns: Their tokens.
    package func staff(_ space: String, of owner: String) async throws -> [SpaceRole: String] {
        var tokens: [SpaceRole: String] = [.owner: owner]
        for role in [SpaceRole.admin, .member, .viewer] {
            let token = try await enrol("\(role.rawValue)@example.org").accessToken
            let invitation = try await invite(to: space, as: role, by: owner)
            _ = try await ask(.join, token: token, json: invitation)
            tokens[role] = token
        }
        return tokens
    }
}
