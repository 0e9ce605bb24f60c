import AccountAPI
import Database
import Editorial
import Foundation

/// What is shared in spaces: records in the order they last changed.
struct SpaceDesk: Sendable {
    let accounts: AccountDesk

    /// Tells whose account it is, and which spaces it may enter.
    func profile(of caller: AccountDesk.Caller) async throws -> AccountProfile {
        try await accounts.store.read { [now = accounts.now()] connection in
            try AccountDesk.admit(caller, on: connection, now: now)
            let rows = try connection.rows(
                """
                SELECT id, email, name, created_at, digest FROM account
                LEFT JOIN account_picture ON account_picture.account = account.id WHERE id = $1
                """,
                [.text(caller.account)]
            )
            guard let row = rows.first, let id = AccountProfile.ID(try row.text("id")) else {
                throw Refusal.unauthorized
            }
            return AccountProfile(
                id: id,
                email: try row.text("email"),
                name: try row.text("name"),
                createdAt: Timestamp(milliseconds: try row.integer("created_at")),
                spaces: try Self.spaces(of: caller.account, on: connection),
                picture: try row.optionalText("digest")
            )
        }
    }

    private static func spaces(
        of account: String,
        on connection: any SQLConnection
    ) throws -> [Space] {
        try connection.rows(
            """
            SELECT space.id, space.name, space.is_personal, member.role
            FROM member JOIN space ON space.id = member.space
            WHERE member.account = $1 ORDER BY space.is_personal DESC, space.id
            """,
            [.text(account)]
        ).compactMap { row in
            guard let id = Space.ID(try row.text("id")),
                let role = SpaceRole(rawValue: try row.text("role"))
            else { return nil }
            return Space(
                id: id,
                name: try row.text("name"),
                isPersonal: try row.flag("is_personal"),
                role: role
            )
        }
    }

    /// Throws unless the caller may do this in the space; who is no member is
    /// told the same as for a space that is not there.
    ///
    /// - Returns: What the caller is there.
    @discardableResult
    static func admit(
        _ caller: AccountDesk.Caller,
        to space: String,
        _ permission: SpaceRole.Permission,
        on connection: any SQLConnection,
        now: Int
    ) throws -> SpaceRole {
        try AccountDesk.admit(caller, on: connection, now: now)
        guard let role = try role(of: caller.account, in: space, on: connection) else {
            throw Refusal.notFound("space")
        }
        guard role.may(permission) else { throw Refusal.notAllowed(role) }
        return role
    }

    static func role(
        of account: String,
        in space: String,
        on connection: any SQLConnection
    ) throws -> SpaceRole? {
        try connection.rows(
            "SELECT role FROM member WHERE space = $1 AND account = $2",
            [.text(space), .text(account)]
        ).first.flatMap { SpaceRole(rawValue: try $0.text("role")) }
    }
}

extension Refusal {
    static func notAllowed(_ role: SpaceRole) -> Refusal {
        Refusal(
            .forbidden,
            "As \(role == .viewer || role == .member ? "a" : "an") \(role.rawValue) you may not do "
                + "that here; ask the owner of the space."
        )
    }
}
