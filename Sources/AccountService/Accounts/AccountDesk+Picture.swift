import AccountAPI
import Crypto
import Database

/// The picture that stands for an account.
struct AccountPicture: Sendable {
    /// The most bytes of one, and the most pixels of a side.
    static let limits = (byteCount: 512 * 1024, side: 2048)

    let type: AssetType
    let bytes: [UInt8]
}

extension AccountDesk {
    /// Takes a picture in place of the one before.
    ///
    /// It is what its first bytes say, of a size that a browser shows without
    /// harm; whatever it was sent as makes no difference.
    func change(picture bytes: [UInt8], by caller: Caller) async throws {
        guard let type = AssetType(beginning: Array(bytes.prefix(AssetType.sampleCount))),
            type == .png || type == .jpeg, let size = PictureSize(of: bytes),
            (1...AccountPicture.limits.side).contains(size.width),
            (1...AccountPicture.limits.side).contains(size.height)
        else {
            throw Refusal(
                .badRequest,
                "The picture is a PNG or JPEG of at most \(AccountPicture.limits.side) pixels a "
                    + "side; choose another."
            )
        }
        let digest = SHA256.hash(data: bytes).hexadecimal
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try connection.execute(
                """
                INSERT INTO account_picture (account, type, digest, bytes) VALUES ($1, $2, $3, $4)
                ON CONFLICT (account) DO UPDATE SET type = excluded.type,
                    digest = excluded.digest, bytes = excluded.bytes
                """,
                [
                    .text(caller.account), .text(type.rawValue), .text(digest), .blob(bytes),
                ]
            )
        }
    }

    /// - Throws: ``Refusal`` where there is none.
    func picture(of caller: Caller) async throws -> AccountPicture {
        let picture = try await store.read { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            return try Self.picture(of: caller.account, on: connection)
        }
        guard let picture else { throw Refusal.notFound("picture") }
        return picture
    }

    static func picture(
        of account: String,
        on connection: any SQLConnection
    ) throws -> AccountPicture? {
        let row = try connection.rows(
            "SELECT type, bytes FROM account_picture WHERE account = $1",
            [.text(account)]
        ).first
        guard let row, let type = AssetType(rawValue: try row.text("type")) else { return nil }
        return AccountPicture(type: type, bytes: try row.blob("bytes"))
    }

    /// Takes it away; where there is none nothing happens.
    func removePicture(by caller: Caller) async throws {
        try await store.write { [now = now()] connection in
            try Self.admit(caller, on: connection, now: now)
            try connection.execute(
                "DELETE FROM account_picture WHERE account = $1",
                [.text(caller.account)]
            )
        }
    }
}
