import AccountAPI
import Hummingbird

/// The routes by which people look after their own account.
struct OwnerRim: Sendable {
    let spaces: SpaceDesk
    let assets: AssetDesk
    let jobs: RemoteJobDesk

    static let askedEmail =
        "If the address can be yours, a mail with a link to confirm it is under way."

    private var accounts: AccountDesk { spaces.accounts }

    func add(to routes: RouteBook) {
        routes.on(.changeName) { request, _, caller in
            let body = try await request.json(AccountBodies.ChangeName.self)
            try await accounts.changeName(body.name, by: caller)
            return Response(status: .noContent)
        }
        routes.on(.preferences) { _, _, caller in
            try .json(try await accounts.preferences(of: caller))
        }
        routes.on(.changePreferences) { request, _, caller in
            let body = try await request.json(AccountBodies.Preferences.self, limit: 128 * 1024)
            try await accounts.change(body, by: caller)
            return Response(status: .noContent)
        }
        routes.on(.export) { _, _, caller in
            try await AccountExport(spaces: spaces, assets: assets, jobs: jobs, caller: caller)
                .response()
        }
        routes.on(.close) { request, _, caller in
            let body = try await request.json(AccountBodies.Close.self)
            try await accounts.close(body.password, by: caller)
            return Response(status: .noContent)
        }
        addEmail(to: routes)
        addKeys(to: routes)
        addPicture(to: routes)
    }

    private func addPicture(to routes: RouteBook) {
        routes.on(.picture) { _, _, caller in .picture(try await accounts.picture(of: caller)) }
        routes.on(.changePicture) { request, _, caller in
            let bytes = try await request.bytes(limit: AccountPicture.limits.byteCount)
            try await accounts.change(picture: Array(bytes.readableBytesView), by: caller)
            return Response(status: .noContent)
        }
        routes.on(.removePicture) { _, _, caller in
            try await accounts.removePicture(by: caller)
            return Response(status: .noContent)
        }
    }

    private func addEmail(to routes: RouteBook) {
        routes.on(.changeEmail) { request, _, caller in
            let body = try await request.json(AccountBodies.ChangeEmail.self)
            try await accounts.changeEmail(body, by: caller)
            return try .json(AccountBodies.Said(message: Self.askedEmail), status: .accepted)
        }
        routes.on(.confirmEmail) { request, context in
            let body = try await request.json(AccountBodies.ConfirmEmail.self)
            try await accounts.confirmEmail(
                body.token,
                from: accounts.address(of: request, context)
            )
            return Response(status: .noContent)
        }
    }

    private func addKeys(to routes: RouteBook) {
        routes.on(.makeKey) { request, _, caller in
            let body = try await request.json(AccountKeyBodies.Make.self)
            return try .json(try await accounts.makeKey(body, by: caller), status: .created)
        }
        routes.on(.listKeys) { _, _, caller in try .json(try await accounts.keys(of: caller)) }
        routes.on(.endKey) { _, context, caller in
            try await accounts.endKey(try context.parameters.require("key"), by: caller)
            return Response(status: .noContent)
        }
    }
}
