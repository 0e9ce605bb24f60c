import AccountAPI
import Database

/// The sign-in of terminals: a code that a person approves on a page (RFC 8628).
struct DeviceDesk: Sendable {
    let accounts: AccountDesk
    /// Milliseconds.
    private static let lifetime = 15 * 60 * 1000
    /// The most requests that wait for an answer at a time.
    private static let capacity = 10_000

    /// What the page shows of a request.
    struct Request: Hashable, Sendable {
        let code: UserCode
        let device: String
        let address: String
        let createdAt: Int
    }

    /// Begins a sign-in.
    func begin(device: String, from address: String) async throws -> DeviceCode {
        let now = accounts.now()
        try accounts.limits.take(.requestByAddress, address, now: now)
        let (token, code) = (OpaqueToken.random(), UserCode.random())
        let name = AccountDesk.clean(device, limit: 80, or: "a terminal")
        try await accounts.store.write { connection in
            try connection.execute(
                "DELETE FROM device_request WHERE expires_at < $1",
                [.integer(now)]
            )
            let count = try connection.rows("SELECT COUNT(*) AS n FROM device_request").first
            guard try count?.integer("n") ?? 0 < Self.capacity else {
                throw Refusal(.unavailable, "Too many terminals sign in; try again in a minute.")
            }
            try connection.execute(
                """
                INSERT INTO device_request
                    (hash, code, device, address, created_at, expires_at, pause, state)
                VALUES ($1, $2, $3, $4, $5, $6, 5, 'pending')
                """,
                [
                    .text(token.hash), .text(code.text), .text(name), .text(address),
                    .integer(now), .integer(now + Self.lifetime),
                ]
            )
        }
        let page = accounts.settings.publicAddress + "/device"
        return DeviceCode(
            deviceCode: token.text,
            userCode: code.spelled,
            verificationURI: page,
            verificationURIComplete: page + "?code=" + code.spelled,
            expiresIn: Self.lifetime / 1000,
            interval: 5
        )
    }

    /// What a terminal is told when it asks for its tokens.
    private enum Verdict: Sendable {
        case refused(OAuthProblem.Code, String)
        case approved(account: String, device: String, address: String)
    }

    /// Gives a terminal its tokens once it is approved; each code does so once.
    func grant(_ deviceCode: String) async throws -> TokenGrant {
        let hash = OpaqueToken.hash(of: deviceCode)
        let now = accounts.now()
        let verdict = try await accounts.store.write { connection in
            try Self.judge(hash, at: now, on: connection)
        }
        switch verdict {
        case .refused(let code, let sentence): throw OAuthRefusal(code, sentence)
        case .approved(let account, let device, let address):
            return try await accounts.begin(account: account, device: device, from: address)
        }
    }

    private static func judge(
        _ hash: String,
        at now: Int,
        on connection: any SQLConnection
    ) throws -> Verdict {
        let found = try connection.rows(
            "SELECT * FROM device_request WHERE hash = $1 \(connection.dialect.lock)",
            [.text(hash)]
        ).first
        guard let row = found else {
            return .refused(.invalidGrant, "This sign-in is not known; begin again.")
        }
        guard try row.integer("expires_at") > now else {
            return .refused(.expiredToken, "The code is too old; begin again.")
        }
        let pause = try row.integer("pause")
        if let askedAt = try row.optionalInteger("asked_at"), now - askedAt < pause * 1000 - 500 {
            try connection.execute(
                "UPDATE device_request SET asked_at = $2, pause = $3 WHERE hash = $1",
                [.text(hash), .integer(now), .integer(min(60, pause + 5))]
            )
            return .refused(.slowDown, "Ask less often.")
        }
        switch try row.text("state") {
        case "pending":
            try connection.execute(
                "UPDATE device_request SET asked_at = $2 WHERE hash = $1",
                [.text(hash), .integer(now)]
            )
            return .refused(.authorizationPending, "Nobody has approved it yet.")
        case "approved":
            try connection.execute("DELETE FROM device_request WHERE hash = $1", [.text(hash)])
            return .approved(
                account: try row.text("account"),
                device: try row.text("device"),
                address: try row.text("address")
            )
        default:
            try connection.execute("DELETE FROM device_request WHERE hash = $1", [.text(hash)])
            return .refused(.accessDenied, "The sign-in was denied on the page.")
        }
    }

    /// Returns what waits under a code that somebody typed; nil when nothing does.
    func request(_ code: UserCode, from address: String) async throws -> Request? {
        let now = accounts.now()
        try accounts.limits.take(.userCode, address, now: now)
        return try await accounts.store.read { connection in
            try connection.rows(
                """
                SELECT device, address, created_at FROM device_request
                WHERE code = $1 AND state = 'pending' AND expires_at > $2
                """,
                [.text(code.text), .integer(now)]
            ).first.map { row in
                Request(
                    code: code,
                    device: try row.text("device"),
                    address: try row.text("address"),
                    createdAt: try row.integer("created_at")
                )
            }
        }
    }

    /// Approves or denies what waits under a code.
    ///
    /// - Returns: Whether there was anything to decide.
    func decide(_ code: UserCode, approved: Bool, for account: String) async throws -> Bool {
        let now = accounts.now()
        return try await accounts.store.write { connection in
            try connection.execute(
                """
                UPDATE device_request SET state = $2, account = $3
                WHERE code = $1 AND state = 'pending' AND expires_at > $4
                """,
                [
                    .text(code.text), .text(approved ? "approved" : "denied"), .text(account),
                    .integer(now),
                ]
            ) == 1
        }
    }
}
