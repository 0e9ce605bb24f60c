import AccountAPI
import HTTPTypes
import Hummingbird

/// The routes about accounts and sessions, by the table that both sides share.
struct AccountRim: Sendable {
    let accounts: AccountDesk
    let devices: DeviceDesk
    let spaces: SpaceDesk

    static let signedUp =
        "If the address can have an account, a mail with a link to confirm it is under way."
    static let askedReset =
        "If the address has an account, a mail with a link to choose another password is under way."

    func add(to routes: RouteBook) {
        routes.on(.signUp) { request, context in
            let body = try await request.json(AccountBodies.SignUp.self)
            try await accounts.signUp(body, from: accounts.address(of: request, context))
            return try .json(AccountBodies.Said(message: Self.signedUp), status: .accepted)
        }
        routes.on(.verify) { request, context in
            let body = try await request.json(AccountBodies.Verify.self)
            try await accounts.verify(body, from: accounts.address(of: request, context))
            return Response(status: .noContent)
        }
        routes.on(.askReset) { request, context in
            let body = try await request.json(AccountBodies.AskReset.self)
            try await accounts.askReset(
                email: body.email,
                from: accounts.address(of: request, context)
            )
            return try .json(AccountBodies.Said(message: Self.askedReset), status: .accepted)
        }
        routes.on(.reset) { request, context in
            let body = try await request.json(AccountBodies.Reset.self)
            try await accounts.reset(
                token: body.token,
                password: body.password,
                from: accounts.address(of: request, context)
            )
            return Response(status: .noContent)
        }
        addOAuth(to: routes)
        addSessions(to: routes)
    }

    private func addOAuth(to routes: RouteBook) {
        routes.on(.deviceCode) { request, context in
            let form = try await request.form()
            guard form["client_id"] == TokenGrant.terminalClient else {
                throw OAuthRefusal(.invalidRequest, "This client is not known.")
            }
            return try .json(
                try await devices.begin(
                    device: form["device"] ?? "",
                    from: accounts.address(of: request, context)
                )
            )
        }
        routes.on(.token) { request, _ in
            let form = try await request.form()
            switch form["grant_type"] {
            case TokenGrant.deviceGrant:
                return try .json(try await devices.grant(form["device_code"] ?? ""))
            case TokenGrant.refreshGrant:
                return try .json(try await accounts.refresh(form["refresh_token"] ?? ""))
            default:
                throw OAuthRefusal(.unsupportedGrantType, "This grant is not given here.")
            }
        }
        routes.on(.keys) { _, _ in try .json(try await accounts.keys.published()) }
    }

    private func addSessions(to routes: RouteBook) {
        routes.on(.signIn) { request, context in
            let body = try await request.json(AccountBodies.SignIn.self)
            return try .json(
                try await accounts.signIn(body, from: accounts.address(of: request, context))
            )
        }
        routes.on(.profile) { _, _, caller in try .json(try await spaces.profile(of: caller)) }
        routes.on(.changePassword) { request, _, caller in
            let body = try await request.json(AccountBodies.ChangePassword.self)
            try await accounts.changePassword(body, by: caller)
            return Response(status: .noContent)
        }
        routes.on(.sessions) { _, _, caller in try .json(try await accounts.sessions(of: caller)) }
        routes.on(.endSession) { _, context, caller in
            try await accounts.endSession(
                try context.parameters.require("session"),
                by: caller
            )
            return Response(status: .noContent)
        }
    }
}

extension AccountDesk {
    /// The network address of whoever asks.
    func address(of request: Request, _ context: ServiceContext) -> String {
        guard settings.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        else { return context.peer }
        return Self.clean(String(last), limit: 45, or: context.peer)
    }
}
