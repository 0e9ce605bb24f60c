import AccountAPI
import Database
import Editorial

extension SpaceDesk {
    /// The most spaces that one account may own, its own one included.
    private static let spaceLimit = 50

    /// Makes a space for a team.
    func make(_ name: String, by caller: AccountDesk.Caller) async throws -> Space {
        let id = accounts.newID(Space.self)
        let clean = AccountDesk.clean(name, limit: 80, or: "A team")
        try await accounts.store.write { [now = accounts.now()] connection in
            try AccountDesk.admit(caller, on: connection, now: now)
            let count = try connection.rows(
                "SELECT COUNT(*) AS n FROM member WHERE account = $1 AND role = 'owner'",
                [.text(caller.account)]
            ).first?.integer("n")
            guard count ?? 0 < Self.spaceLimit else {
                throw Refusal(
                    .tooMany,
                    "You own \(Self.spaceLimit) spaces already; hand one over first."
                )
            }
            try connection.execute(
                "INSERT INTO space (id, name, is_personal) VALUES ($1, $2, 0)",
                [.text(id.description), .text(clean)]
            )
            try connection.execute(
                "INSERT INTO member (space, account, role) VALUES ($1, $2, 'owner')",
                [.text(id.description), .text(caller.account)]
            )
        }
        return Space(id: id, name: clean, isPersonal: false, role: .owner)
    }

    /// Lists who is in a space, the owner first.
    func members(
        of space: String,
        for caller: AccountDesk.Caller
    ) async throws -> SpaceBodies.MemberList {
        try await accounts.store.read { [now = accounts.now()] connection in
            try Self.admit(caller, to: space, .readMembers, on: connection, now: now)
            let rows = try connection.rows(
                """
                SELECT account.id, account.name, account.email, member.role
                FROM member JOIN account ON account.id = member.account
                WHERE member.space = $1 ORDER BY account.name, account.id
                """,
                [.text(space)]
            )
            let members = try rows.compactMap { row -> SpaceBodies.Member? in
                guard let id = AccountProfile.ID(try row.text("id")),
                    let role = SpaceRole(rawValue: try row.text("role"))
                else { return nil }
                return SpaceBodies.Member(
                    account: id,
                    name: try row.text("name"),
                    email: try row.text("email"),
                    role: role
                )
            }
            return SpaceBodies.MemberList(
                members: members.filter { $0.role == .owner }
                    + members.filter { $0.role != .owner }
            )
        }
    }

    /// Gives a member another role.
    func change(
        _ account: String,
        to new: SpaceRole,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws {
        try await managing(account, in: space, by: caller) { connection, mine, theirs in
            guard account != caller.account, mine.may(change: theirs, to: new) else {
                throw Refusal.notAllowed(mine)
            }
            try connection.execute(
                "UPDATE member SET role = $3 WHERE space = $1 AND account = $2",
                [.text(space), .text(account), .text(new.rawValue)]
            )
        }
    }

    /// Takes a member out; everybody but the owner may take themselves out.
    func remove(
        _ account: String,
        from space: String,
        by caller: AccountDesk.Caller
    ) async throws {
        try await managing(account, in: space, by: caller) { connection, mine, theirs in
            let isSelf = account == caller.account
            guard isSelf ? mine != .owner : mine.may(remove: theirs) else {
                throw Refusal.notAllowed(mine)
            }
            try connection.execute(
                "DELETE FROM member WHERE space = $1 AND account = $2",
                [.text(space), .text(account)]
            )
        }
    }

    /// Hands a space over to another member.
    func transfer(
        _ space: String,
        to account: String,
        by caller: AccountDesk.Caller
    ) async throws {
        try await managing(account, in: space, by: caller) { connection, mine, _ in
            guard mine.may(.transfer), account != caller.account else {
                throw Refusal.notAllowed(mine)
            }
            for (who, role) in [(caller.account, SpaceRole.admin), (account, .owner)] {
                try connection.execute(
                    "UPDATE member SET role = $3 WHERE space = $1 AND account = $2",
                    [.text(space), .text(who), .text(role.rawValue)]
                )
            }
        }
    }

    /// Runs what changes a member of a team, with what both are, while nobody
    /// else changes who is in it.
    private func managing(
        _ account: String,
        in space: String,
        by caller: AccountDesk.Caller,
        _ body: @escaping @Sendable (any SQLConnection, SpaceRole, SpaceRole) throws -> Void
    ) async throws {
        let now = accounts.now()
        try await accounts.store.write { connection in
            let row = try connection.rows(
                "SELECT is_personal FROM space WHERE id = $1 \(connection.dialect.lock)",
                [.text(space)]
            ).first
            let mine = try Self.admit(caller, to: space, .readMembers, on: connection, now: now)
            guard let row, try !row.flag("is_personal") else { throw Refusal.personalSpace }
            guard let theirs = try Self.role(of: account, in: space, on: connection) else {
                throw Refusal.notFound("member")
            }
            try body(connection, mine, theirs)
            try connection.announce()
        }
    }
}

extension Refusal {
    static let personalSpace = Refusal(
        .badRequest,
        "Your own space is yours alone; make a space for a team."
    )
}
