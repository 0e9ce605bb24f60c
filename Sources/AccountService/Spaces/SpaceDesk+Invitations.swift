import AccountAPI
import Database
import Editorial

extension SpaceDesk {
    private static let invitationLifetime = 7 * 24 * 3600 * 1000
    /// The most invitations of a space that wait at a time.
    private static let invitationLimit = 200

    /// Asks somebody into a space; the token is in the link, and nowhere else.
    func invite(
        _ body: SpaceBodies.Invite,
        to space: String,
        by caller: AccountDesk.Caller
    ) async throws -> SpaceBodies.Invitation {
        let now = accounts.now()
        let email = try body.email.map { text in
            guard let email = EmailAddress(text) else { throw Refusal.badAddress }
            try accounts.limits.take(.mail, email.text, now: now)
            return email
        }
        let token = OpaqueToken.random()
        let name = try await accounts.store.write { connection in
            let mine = try Self.admit(caller, to: space, .invite, on: connection, now: now)
            guard mine.may(inviteAs: body.role) else { throw Refusal.notAllowed(mine) }
            let row = try connection.rows(
                """
                SELECT name, is_personal, (SELECT COUNT(*) FROM invitation
                    WHERE invitation.space = space.id AND expires_at > $2) AS n
                FROM space WHERE id = $1
                """,
                [.text(space), .integer(now)]
            ).first
            guard let row, try !row.flag("is_personal") else { throw Refusal.personalSpace }
            guard try row.integer("n") < Self.invitationLimit else {
                throw Refusal(.tooMany, "Too many invitations wait; take some back first.")
            }
            try connection.execute(
                """
                INSERT INTO invitation (hash, space, role, email, made_by, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .text(token.hash), .text(space), .text(body.role.rawValue),
                    .text(ifAny: email?.text), .text(caller.account),
                    .integer(now + Self.invitationLifetime),
                ]
            )
            return try row.text("name")
        }
        if let email {
            try await accounts.send(.invitation(email, space: name, token: token.text))
        }
        return SpaceBodies.Invitation(token: token.text)
    }

    /// Takes an invitation; one that was sent to an address is that account's alone.
    ///
    /// It opens nothing any more once whoever made it may no longer invite.
    func join(_ token: String, by caller: AccountDesk.Caller) async throws -> Space {
        let now = accounts.now()
        try accounts.limits.take(.userCode, caller.account, now: now)
        return try await accounts.store.write { connection in
            try AccountDesk.admit(caller, on: connection, now: now)
            let found = try connection.rows(
                """
                SELECT invitation.*, space.name FROM invitation
                JOIN space ON space.id = invitation.space
                JOIN account ON account.id = $2
                WHERE hash = $1 AND expires_at > $3
                    AND (invitation.email IS NULL OR invitation.email = account.email)
                """,
                [.text(OpaqueToken.hash(of: token)), .text(caller.account), .integer(now)]
            ).first
            guard let row = found, let role = SpaceRole(rawValue: try row.text("role")),
                let id = Space.ID(try row.text("space")),
                let maker = try Self.role(
                    of: try row.text("made_by"),
                    in: id.description,
                    on: connection
                ), maker.may(inviteAs: role)
            else { throw Refusal.staleLink }
            // Of two that take it at once, one does.
            let taken = try connection.execute(
                "DELETE FROM invitation WHERE hash = $1",
                [.text(OpaqueToken.hash(of: token))]
            )
            guard taken == 1 else { throw Refusal.staleLink }
            // Who is in already keeps the role that they have.
            try connection.execute(
                """
                INSERT INTO member (space, account, role) VALUES ($1, $2, $3)
                ON CONFLICT (space, account) DO NOTHING
                """,
                [.text(id.description), .text(caller.account), .text(role.rawValue)]
            )
            let mine = try Self.role(of: caller.account, in: id.description, on: connection)
            return Space(
                id: id,
                name: try row.text("name"),
                isPersonal: false,
                role: mine ?? role
            )
        }
    }
}

extension Letter {
    static func invitation(_ recipient: EmailAddress, space: String, token: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "You are asked into a space of Kinema",
            text: """
                You are asked into the space “\(space)”. Sign in with this address in your
                terminal, and type within a week:

                kinema team join \(token)
                """
        )
    }
}
