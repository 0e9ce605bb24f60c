extension AccountRoute {
    package static let changeName = AccountRoute(
        id: "account.changeName",
        method: .put,
        path: "/v1/account",
        access: .account,
        body: .json,
        summary: "Changes the name that others see."
    )
    package static let preferences = AccountRoute(
        id: "account.preferences",
        method: .get,
        path: "/v1/account/preferences",
        access: .account,
        body: .none,
        summary: "Tells what programs have noted of the account’s wishes."
    )
    package static let changePreferences = AccountRoute(
        id: "account.changePreferences",
        method: .put,
        path: "/v1/account/preferences",
        access: .account,
        body: .json,
        summary: "Notes the account’s wishes in place of those before."
    )
    package static let changeEmail = AccountRoute(
        id: "email.change",
        method: .put,
        path: "/v1/account/email",
        access: .account,
        body: .json,
        summary: "Asks for another address; a mail with a link to confirm it goes there."
    )
    package static let confirmEmail = AccountRoute(
        id: "email.confirm",
        method: .post,
        path: "/v1/account/email/confirmation",
        access: .anyone,
        body: .json,
        summary: "Takes the other address by what the mail held."
    )
    package static let picture = AccountRoute(
        id: "picture.read",
        method: .get,
        path: "/v1/account/picture",
        access: .account,
        body: .none,
        summary: "Gives the picture that stands for the account."
    )
    package static let changePicture = AccountRoute(
        id: "picture.change",
        method: .put,
        path: "/v1/account/picture",
        access: .account,
        body: .bytes,
        summary: "Takes a PNG or JPEG of at most 512 KiB and 2048 pixels a side for that."
    )
    package static let removePicture = AccountRoute(
        id: "picture.remove",
        method: .delete,
        path: "/v1/account/picture",
        access: .account,
        body: .none,
        summary: "Takes the picture away."
    )
    package static let export = AccountRoute(
        id: "account.export",
        method: .get,
        path: "/v1/account/export",
        access: .account,
        body: .none,
        summary: "Tells everything that is kept of the account, and what its spaces hold."
    )
    package static let close = AccountRoute(
        id: "account.close",
        method: .post,
        path: "/v1/account/closure",
        access: .account,
        body: .json,
        summary: "Ends the account; who signs in within a fortnight keeps it."
    )
    package static let makeKey = AccountRoute(
        id: "key.make",
        method: .post,
        path: "/v1/account/keys",
        access: .account,
        body: .json,
        summary: "Makes a key for a program; what to show is told once."
    )
    package static let listKeys = AccountRoute(
        id: "key.list",
        method: .get,
        path: "/v1/account/keys",
        access: .account,
        body: .none,
        summary: "Lists the keys that have not ended."
    )
    package static let endKey = AccountRoute(
        id: "key.end",
        method: .delete,
        path: "/v1/account/keys/{key}",
        access: .account,
        body: .none,
        summary: "Ends a key, which opens nothing any more."
    )

    static let accountTable = [
        changeName, preferences, changePreferences, changeEmail, confirmEmail, export, close,
        makeKey, listKeys, endKey, picture, changePicture, removePicture,
    ]
}
