extension AccountRoute {
    package static let health = AccountRoute(
        id: "service.health",
        method: .get,
        path: "/health",
        access: .anyone,
        body: .none,
        summary: "Tells that the process runs."
    )
    package static let ready = AccountRoute(
        id: "service.ready",
        method: .get,
        path: "/ready",
        access: .anyone,
        body: .none,
        summary: "Tells whether the service can answer, which needs its database."
    )
    package static let openAPI = AccountRoute(
        id: "service.contract",
        method: .get,
        path: "/openapi.json",
        access: .anyone,
        body: .none,
        summary: "Tells this contract as OpenAPI 3.1."
    )
    package static let signUp = AccountRoute(
        id: "account.signUp",
        method: .post,
        path: "/v1/account",
        access: .anyone,
        body: .json,
        summary: "Asks for an account; a mail with a link to confirm the address follows."
    )
    package static let verify = AccountRoute(
        id: "account.verify",
        method: .post,
        path: "/v1/account/verification",
        access: .anyone,
        body: .json,
        summary: "Confirms the address by what the mail held."
    )
    package static let askReset = AccountRoute(
        id: "password.askReset",
        method: .post,
        path: "/v1/password-reset",
        access: .anyone,
        body: .json,
        summary: "Asks for a mail with a link to choose another password."
    )
    package static let reset = AccountRoute(
        id: "password.reset",
        method: .post,
        path: "/v1/password-reset/confirmation",
        access: .anyone,
        body: .json,
        summary: "Chooses another password by what the mail held, and ends every session."
    )
    package static let signIn = AccountRoute(
        id: "session.signIn",
        method: .post,
        path: "/v1/sessions",
        access: .anyone,
        body: .json,
        summary: "Begins a session by address and password."
    )
    package static let deviceCode = AccountRoute(
        id: "oauth.device",
        method: .post,
        path: "/oauth/device",
        access: .anyone,
        body: .form,
        summary: "Begins the sign-in of a terminal (RFC 8628)."
    )
    package static let token = AccountRoute(
        id: "oauth.token",
        method: .post,
        path: "/oauth/token",
        access: .anyone,
        body: .form,
        summary: "Gives tokens for an approved device code or a refresh token (RFC 6749)."
    )
    package static let keys = AccountRoute(
        id: "oauth.keys",
        method: .get,
        path: "/.well-known/jwks.json",
        access: .anyone,
        body: .none,
        summary: "Tells the public keys by which access tokens are verified (RFC 7517)."
    )
    package static let profile = AccountRoute(
        id: "account.profile",
        method: .get,
        path: "/v1/account",
        access: .account,
        body: .none,
        summary: "Tells whose account it is, and the spaces it may enter."
    )
    package static let changePassword = AccountRoute(
        id: "password.change",
        method: .put,
        path: "/v1/account/password",
        access: .account,
        body: .json,
        summary: "Changes the password, and ends every other session."
    )
    package static let sessions = AccountRoute(
        id: "session.list",
        method: .get,
        path: "/v1/sessions",
        access: .account,
        body: .none,
        summary: "Lists the sessions that have not ended."
    )
    package static let endSession = AccountRoute(
        id: "session.end",
        method: .delete,
        path: "/v1/sessions/{session}",
        access: .account,
        body: .none,
        summary: "Ends a session, `current` for the one that asks."
    )
    package static let push = AccountRoute(
        id: "changes.push",
        method: .post,
        path: "/v1/spaces/{space}/changes",
        access: .account,
        body: .json,
        summary: "Merges records into a space; merging them twice is the same as once."
    )
    package static let pull = AccountRoute(
        id: "changes.pull",
        method: .get,
        path: "/v1/spaces/{space}/changes",
        access: .account,
        body: .none,
        summary: "Lists the records of a space that changed after a sequence number."
    )

    /// Every route there is.
    package static let table: [AccountRoute] =
        [
            health, ready, openAPI, signUp, verify, askReset, reset, signIn, deviceCode, token,
            keys,
            profile,
            changePassword, sessions, endSession, push, pull, events,
        ] + spaceTable + accountTable + assetTable + jobTable
}
