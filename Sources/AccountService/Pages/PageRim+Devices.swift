import AccountAPI
import Hummingbird

extension PageRim {
    func addDevicePages(to router: Router<ServiceContext>) {
        router.get("/sign-in") { request, _ in
            let code = request.uri.queryParameters["code"].flatMap { UserCode(typed: String($0)) }
            return try show(
                "sign-in",
                "Sign in",
                ways(code),
                to: try await browser(request)
            )
        }
        router.post("/sign-in", use: signIn)
        router.get("/device", use: device)
        router.post("/device", use: decide)
    }

    /// Leads on to nothing but the page of the code, so that no address can be handed in.
    static func devicePage(_ code: UserCode?) -> String {
        "/device" + (code.map { "?code=\($0.spelled)" } ?? "")
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        let code = fields["code"].flatMap { UserCode(typed: $0) }
        let address = accounts.address(of: request, context)
        do {
            let account = try await accounts.account(
                email: fields["email"] ?? "",
                password: fields["password"] ?? "",
                from: address
            )
            var response = Response.seeOther(Self.devicePage(code))
            setCookie(try await signIn(account, from: address), on: &response)
            return response
        } catch let refusal as Refusal {
            return try show(
                "sign-in",
                "Sign in",
                ways(code).merging(["email": fields["email"]]) { first, _ in first },
                to: browser,
                problem: refusal
            )
        }
    }

    /// Shows what waits under a code, to somebody who is signed in.
    @Sendable private func device(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let typed = request.uri.queryParameters["code"].map(String.init)
        let code = typed.flatMap { UserCode(typed: $0) }
        guard let account = browser.account else {
            var response = Response.seeOther(
                "/sign-in" + (code.map { "?code=\($0.spelled)" } ?? "")
            )
            if browser.isNew { setCookie(browser.cookie, on: &response) }
            return response
        }
        guard typed != nil else { return try show("code", "Sign in a terminal", to: browser) }
        do {
            let address = accounts.address(of: request, context)
            guard let code, let found = try await devices.request(code, from: address) else {
                throw Refusal(
                    .notFound,
                    "No terminal waits under this code; look again, or begin anew there."
                )
            }
            return try show(
                "approve",
                "Sign in a terminal",
                [
                    "code": found.code.spelled, "device": found.device, "address": found.address,
                    "email": account.email,
                ],
                to: browser
            )
        } catch let refusal as Refusal {
            return try show("code", "Sign in a terminal", to: browser, problem: refusal)
        }
    }

    @Sendable private func decide(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let fields = try await fields(request, from: browser)
        guard let account = browser.account else { return .seeOther("/sign-in") }
        let isApproved = fields["decision"] == "approve"
        guard let code = fields["code"].flatMap({ UserCode(typed: $0) }),
            try await devices.decide(code, approved: isApproved, for: account.id)
        else {
            return try show(
                "code",
                "Sign in a terminal",
                to: browser,
                problem: Refusal(.notFound, "No terminal waits under this code; begin anew there.")
            )
        }
        return try say(
            isApproved ? "The terminal is signed in" : "The terminal was turned away",
            isApproved
                ? "Go back to it. “kinema sessions” lists where you are signed in."
                : "Nothing was given to it.",
            to: browser
        )
    }
}
