/// The bodies of the contract by name, and which route takes and gives which.
package enum OpenAPIShapes {
    /// By the ids of the routes.
    package static let requests: [String: String] = [
        AccountRoute.signUp.id: "SignUp", AccountRoute.verify.id: "Verify",
        AccountRoute.askReset.id: "AskReset", AccountRoute.reset.id: "Reset",
        AccountRoute.signIn.id: "SignIn", AccountRoute.deviceCode.id: "DeviceRequest",
        AccountRoute.token.id: "TokenRequest", AccountRoute.changePassword.id: "ChangePassword",
        AccountRoute.push.id: "Push", AccountRoute.makeSpace.id: "MakeSpace",
        AccountRoute.changeRole.id: "ChangeRole", AccountRoute.invite.id: "Invite",
        AccountRoute.join.id: "Invitation", AccountRoute.transfer.id: "Transfer",
        AccountRoute.changeName.id: "ChangeName", AccountRoute.changePreferences.id: "Preferences",
        AccountRoute.changeEmail.id: "ChangeEmail", AccountRoute.confirmEmail.id: "Token",
        AccountRoute.close.id: "Close", AccountRoute.makeKey.id: "MakeKey",
        AccountRoute.makeJob.id: "MakeJob",
        AccountRoute.announceAsset.id: "Announcement", AccountRoute.sendPart.id: "Bytes",
        AccountRoute.changePicture.id: "Bytes",
    ]

    /// By the ids of the routes: the status, and what is answered; those that
    /// are not here answer 204 and nothing.
    package static let replies: [String: (Int, String?)] = [
        AccountRoute.health.id: (200, "Status"), AccountRoute.ready.id: (200, "Status"),
        AccountRoute.openAPI.id: (200, "Document"),
        AccountRoute.signUp.id: (202, "Said"), AccountRoute.askReset.id: (202, "Said"),
        AccountRoute.signIn.id: (200, "Tokens"), AccountRoute.deviceCode.id: (200, "DeviceCode"),
        AccountRoute.token.id: (200, "Tokens"), AccountRoute.keys.id: (200, "Keys"),
        AccountRoute.profile.id: (200, "Profile"), AccountRoute.sessions.id: (200, "SessionList"),
        AccountRoute.push.id: (200, "Pushed"), AccountRoute.pull.id: (200, "Pulled"),
        AccountRoute.makeSpace.id: (201, "Space"), AccountRoute.members.id: (200, "MemberList"),
        AccountRoute.invite.id: (201, "Invitation"), AccountRoute.join.id: (200, "Space"),
        AccountRoute.events.id: (101, nil), AccountRoute.preferences.id: (200, "Preferences"),
        AccountRoute.changeEmail.id: (202, "Said"), AccountRoute.export.id: (200, "Export"),
        AccountRoute.makeKey.id: (201, "MadeKey"), AccountRoute.listKeys.id: (200, "KeyList"),
        AccountRoute.offer.id: (200, "Offer"), AccountRoute.makeJob.id: (201, "Job"),
        AccountRoute.jobs.id: (200, "JobList"), AccountRoute.job.id: (200, "Job"),
        AccountRoute.jobHistory.id: (200, "JobHistory"), AccountRoute.cancelJob.id: (202, "Job"),
        AccountRoute.announceAsset.id: (200, "Announced"),
        AccountRoute.findAsset.id: (200, "Found"),
        AccountRoute.findUpload.id: (200, "Upload"),
        AccountRoute.completeUpload.id: (200, "SharedAsset"),
        AccountRoute.usage.id: (200, "Usage"), AccountRoute.readFile.id: (200, "Bytes"),
        AccountRoute.picture.id: (200, "Picture"), AccountRoute.retryJob.id: (202, "Job"),
    ]

    package static let table: [String: JSONShape] = accounts.merging(spaces) { first, _ in first }
        .merging(oauth) { first, _ in first }
        .merging(owner) { first, _ in first }
        .merging(jobs) { first, _ in first }
        .merging(assets) { first, _ in first }

    private static let role = JSONShape.word(SpaceRole.allCases.map(\.rawValue))

    private static let accounts: [String: JSONShape] = [
        "Status": .object([.init("status", .text())]),
        "Document": .object([.init("openapi", .text())]),
        "Said": .object([.init("message", .text())]),
        "Problem": .object([
            .init("code", .word(AccountProblem.Code.allCases.map(\.rawValue))),
            .init("message", .text()),
        ]),
        "SignUp": .object([
            .init("email", .text()), .init("password", .text()), .init("name", .text()),
        ]),
        "Verify": .object([.init("token", .text()), .init("password", .text())]),
        "AskReset": .object([.init("email", .text())]),
        "Reset": .object([.init("token", .text()), .init("password", .text())]),
        "SignIn": .object([
            .init("email", .text()), .init("password", .text()), .init("device", .text()),
        ]),
        "ChangePassword": .object([.init("current", .text()), .init("new", .text())]),
        "Moment": .object([.init("milliseconds", .integer)]),
        "Profile": .object([
            .init("id", .text()), .init("email", .text()), .init("name", .text()),
            .init("createdAt", .named("Moment")), .init("spaces", .list(.named("Space"))),
            .init("picture", .text(limit: 64), isRequired: false),
        ]),
        "Session": .object([
            .init("id", .text()), .init("device", .text()), .init("address", .text()),
            .init("createdAt", .named("Moment")), .init("seenAt", .named("Moment")),
            .init("isCurrent", .flag),
        ]),
        "SessionList": .object([.init("sessions", .list(.named("Session")))]),
    ]

    private static let owner: [String: JSONShape] = [
        "ChangeName": .object([.init("name", .text())]),
        "Preferences": .object([.init("values", .map(.text()))]),
        "ChangeEmail": .object([.init("email", .text()), .init("password", .text())]),
        "Token": .object([.init("token", .text())]),
        "Close": .object([.init("password", .text())]),
        "MakeKey": .object([
            .init("name", .text()), .init("scopes", .list(scope)),
            .init("days", .integer, isRequired: false),
        ]),
        "AccountKey": .object([
            .init("id", .text()), .init("name", .text()), .init("scopes", .list(scope)),
            .init("createdAt", .named("Moment")),
            .init("usedAt", .named("Moment"), isRequired: false),
            .init("expiresAt", .named("Moment"), isRequired: false),
        ]),
        "MadeKey": .object([.init("key", .named("AccountKey")), .init("secret", .text())]),
        "KeyList": .object([.init("keys", .list(.named("AccountKey")))]),
        "ExportedAccount": .object([
            .init("profile", .named("Profile")), .init("preferences", .map(.text())),
            .init("sessions", .list(.named("Session"))), .init("keys", .list(.named("AccountKey"))),
        ]),
        "Export": .object([
            .init("account", .named("ExportedAccount")),
            .init("spaces", .map(.list(.named("Record")))),
            .init("files", .map(.list(.named("Found")))),
            .init("jobs", .map(.list(.named("Job")))),
        ]),
        "Picture": .bytes,
    ]

    private static let scope = JSONShape.word(AccountKey.Scope.allCases.map(\.rawValue))

    private static let oauth: [String: JSONShape] = [
        "DeviceRequest": .object([
            .init("client_id", .word([TokenGrant.terminalClient])),
            .init("device", .text(), isRequired: false),
        ]),
        "DeviceCode": .object([
            .init("device_code", .text()), .init("user_code", .text()),
            .init("verification_uri", .text()), .init("verification_uri_complete", .text()),
            .init("expires_in", .integer), .init("interval", .integer),
        ]),
        "TokenRequest": .object([
            .init("grant_type", .word([TokenGrant.deviceGrant, TokenGrant.refreshGrant])),
            .init("device_code", .text(), isRequired: false),
            .init("refresh_token", .text(), isRequired: false),
        ]),
        "Tokens": .object([
            .init("access_token", .text()), .init("token_type", .text()),
            .init("expires_in", .integer), .init("refresh_token", .text()),
        ]),
        "OAuthProblem": .object([.init("error", .text()), .init("error_description", .text())]),
        "Key": .object(
            ["kid", "x", "kty", "crv", "alg", "use"].map { .init($0, .text()) }
        ),
        "Keys": .object([.init("keys", .list(.named("Key")))]),
    ]

    private static let spaces: [String: JSONShape] = [
        "Space": .object([
            .init("id", .text()), .init("name", .text()), .init("isPersonal", .flag),
            .init("role", role),
        ]),
        "MakeSpace": .object([.init("name", .text())]),
        "Member": .object([
            .init("account", .text()), .init("name", .text()), .init("email", .text()),
            .init("role", role),
        ]),
        "MemberList": .object([.init("members", .list(.named("Member")))]),
        "ChangeRole": .object([.init("role", role)]),
        "Invite": .object([.init("email", .text(), isRequired: false), .init("role", role)]),
        "Invitation": .object([.init("token", .text())]),
        "Transfer": .object([.init("account", .text())]),
        "Value": .object([.init("value", .text()), .init("stamp", .text())]),
        "Record": .object([
            .init("key", .named("RecordKey")), .init("fields", .map(.named("Value"))),
        ]),
        "RecordKey": .object([.init("kind", .text(limit: 80)), .init("id", .text(limit: 80))]),
        "Push": .object([
            .init("records", .list(.named("Record"), limit: RecordExchange.batchLimit))
        ]),
        "Pushed": .object([.init("sequence", .integer)]),
        "Pulled": .object([
            .init("records", .list(.named("Record"))), .init("sequence", .integer),
            .init("hasMore", .flag), .init("settled", .integer, isRequired: false),
            .init("latest", .text(), isRequired: false),
        ]),
    ]
}
