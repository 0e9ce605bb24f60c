import AccountAPI
import Hummingbird

extension PageRim {
    func addIdentityPages(to router: Router<ServiceContext>) {
        router.get("/sign-in/with/:provider") { request, context in
            let browser = try await browser(request)
            let typed = request.uri.queryParameters["code"].map(String.init)
            let target = try await identities.begin(
                try identities.provider(try context.parameters.require("provider")),
                cookie: browser.cookie,
                code: typed.flatMap { UserCode(typed: $0) },
                from: accounts.address(of: request, context)
            )
            var response = Response.seeOther(target)
            if browser.isNew { setCookie(browser.cookie, on: &response) }
            return response
        }
        router.get("/sign-in/with/:provider/done", use: arrive)
    }

    @Sendable private func arrive(_ request: Request, _ context: ServiceContext) async throws
        -> Response
    {
        let browser = try await browser(request)
        let query = request.uri.queryParameters
        let address = accounts.address(of: request, context)
        do {
            let provider = try identities.provider(try context.parameters.require("provider"))
            guard let code = query["code"].map(String.init) else {
                throw Refusal(.forbidden, "\(provider.name) let you go on no further; try again.")
            }
            let arrival = try await identities.arrive(
                provider,
                state: query["state"].map(String.init) ?? "",
                code: code,
                cookie: browser.cookie,
                from: address
            )
            var response = Response.seeOther(Self.devicePage(arrival.code))
            setCookie(try await signIn(arrival.account, from: address), on: &response)
            return response
        } catch let refusal as Refusal {
            return try show("sign-in", "Sign in", ways(nil), to: browser, problem: refusal)
        }
    }

    /// What the page of signing in offers beside a password.
    func ways(_ code: UserCode?) -> PageTemplates.Values {
        let query = code.map { "?code=\($0.spelled)" } ?? ""
        return [
            "code": code?.spelled,
            "ways": identities.providers.map { provider -> PageTemplates.Values in
                ["way": "/sign-in/with/\(provider.kind.rawValue)\(query)", "by": provider.name]
            },
        ]
    }
}
