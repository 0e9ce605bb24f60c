import AccountAPI
import Database
import Editorial
import HTTPTypes
import Hummingbird

/// Who a browser is: the cookie that its forms are tied to, and whom it is signed in as.
struct BrowserSession: Sendable {
    /// Drawn anew when somebody signs in, so that nobody can have planted it.
    let cookie: String
    let account: Account?
    /// Whether the browser has yet to be told its cookie.
    let isNew: Bool

    struct Account: Sendable {
        let id: String
        let session: String
        let email: String
    }
}

extension PageRim {
    private var cookieName: String {
        accounts.settings.isSecure ? "__Host-kinema" : "kinema"
    }

    /// Returns whose browser asks.
    func browser(_ request: Request) async throws -> BrowserSession {
        guard let cookie = request.cookies[cookieName]?.value, cookie.utf8.count == 43 else {
            return BrowserSession(cookie: OpaqueToken.random().text, account: nil, isNew: true)
        }
        let now = accounts.now()
        let account = try await accounts.store.read { connection in
            try connection.rows(
                """
                SELECT account.id, account.email, session.id AS session
                FROM session JOIN account ON account.id = session.account
                WHERE session.cookie = $1 AND session.ended_at IS NULL AND session.expires_at > $2
                """,
                [.text(OpaqueToken.hash(of: cookie)), .integer(now)]
            ).first.map { row in
                BrowserSession.Account(
                    id: try row.text("id"),
                    session: try row.text("session"),
                    email: try row.text("email")
                )
            }
        }
        return BrowserSession(cookie: cookie, account: account, isNew: false)
    }

    /// Begins the session of a browser and returns its cookie.
    func signIn(_ account: String, from address: String) async throws -> String {
        let (now, cookie) = (accounts.now(), OpaqueToken.random())
        let session = accounts.newID(AccountSession.self).description
        try await accounts.store.write { connection in
            try AccountDesk.open(account, on: connection)
            try connection.execute(
                """
                INSERT INTO session
                    (id, account, device, address, created_at, seen_at, expires_at, cookie)
                VALUES ($1, $2, 'a browser', $3, $4, $4, $5, $6)
                """,
                [
                    .text(session), .text(account), .text(address), .integer(now),
                    .integer(now + 3600 * 1000), .text(cookie.hash),
                ]
            )
        }
        return cookie.text
    }

    /// Tells a browser its cookie.
    func setCookie(_ value: String, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: cookieName,
                value: value,
                maxAge: 3600,
                path: "/",
                secure: accounts.settings.isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
    }
}
