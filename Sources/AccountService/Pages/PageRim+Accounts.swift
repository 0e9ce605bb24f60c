import AccountAPI
import Hummingbird

extension PageRim {
    func addAccountPages(to router: Router<ServiceContext>) {
        router.get("/sign-up") { request, _ in
            try show("sign-up", "Sign up", to: try await browser(request))
        }
        router.post("/sign-up", use: signUp)
        router.get("/verify") { request, _ in
            let token = request.uri.queryParameters["token"].map(String.init) ?? ""
            return try show(
                "verify",
                "Confirm your address",
                ["token": token],
                to: try await browser(request)
            )
        }
        router.post("/verify", use: verify)
        router.get("/reset") { request, _ in
            try show("reset", "Forgot the password", to: try await browser(request))
        }
        router.post("/reset", use: askReset)
        router.get("/reset/choose") { request, _ in
            let token = request.uri.queryParameters["token"].map(String.init) ?? ""
            return try show(
                "choose",
                "Choose another password",
                ["token": token],
                to: try await browser(request)
            )
        }
        router.post("/reset/choose", use: choose)
    }

    @Sendable private func signUp(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        let (name, email) = (fields["name"] ?? "", fields["email"] ?? "")
        do {
            try await accounts.signUp(
                AccountBodies.SignUp(
                    email: email,
                    password: fields["password"] ?? "",
                    name: name
                ),
                from: accounts.address(of: request, context)
            )
        } catch let refusal as Refusal {
            return try show(
                "sign-up",
                "Sign up",
                ["name": name, "email": email],
                to: browser,
                problem: refusal
            )
        }
        return try say("Look into your mail", AccountRim.signedUp, to: browser)
    }

    @Sendable private func verify(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        let token = fields["token"] ?? ""
        do {
            try await accounts.verify(
                AccountBodies.Verify(token: token, password: fields["password"] ?? ""),
                from: accounts.address(of: request, context)
            )
        } catch let refusal as Refusal {
            return try show(
                "verify",
                "Confirm your address",
                ["token": token],
                to: browser,
                problem: refusal
            )
        }
        return try say(
            "The account is yours",
            "Go back to your terminal and type “kinema login”.",
            to: browser
        )
    }

    @Sendable private func askReset(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let email = try await fields(request, from: browser)["email"] ?? ""
        do {
            try await accounts.askReset(
                email: email,
                from: accounts.address(of: request, context)
            )
        } catch let refusal as Refusal {
            return try show(
                "reset",
                "Forgot the password",
                ["email": email],
                to: browser,
                problem: refusal
            )
        }
        return try say("Look into your mail", AccountRim.askedReset, to: browser)
    }

    @Sendable private func choose(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        let token = fields["token"] ?? ""
        do {
            try await accounts.reset(
                token: token,
                password: fields["password"] ?? "",
                from: accounts.address(of: request, context)
            )
        } catch let refusal as Refusal {
            return try show(
                "choose",
                "Choose another password",
                ["token": token],
                to: browser,
                problem: refusal
            )
        }
        return try say(
            "The password is changed",
            "Every session was ended; sign in again with “kinema login”.",
            to: browser
        )
    }
}
