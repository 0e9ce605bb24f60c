import AccountAPI
import HTTPTypes
import Hummingbird
import NIOCore

/// The pages where people sign up, confirm, choose passwords and approve terminals.
struct PageRim: Sendable {
    let accounts: AccountDesk
    let devices: DeviceDesk
    let identities: IdentityDesk
    let templates: PageTemplates
    let key: FormKey

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    func add(to router: Router<ServiceContext>) {
        router.get("/style.css") { _, _ in Self.fixed("text/css", PageStyle.sheet) }
        router.get("/mark.svg") { _, _ in Self.fixed("image/svg+xml", PageStyle.mark) }
        router.get("/") { request, _ in
            let browser = try await browser(request)
            var values: PageTemplates.Values = [:]
            // What is nil would be shown as such.
            if let account = browser.account {
                values["email"] = account.email
                values["picture"] = try await picture(of: browser) != nil
            }
            return try show("home", "Your account", values, to: browser)
        }
        router.get("/picture") { request, _ in
            guard let picture = try await picture(of: try await browser(request)) else {
                throw Refusal.notFound("picture")
            }
            return Response.picture(picture)
        }
        addAccountPages(to: router)
        addDevicePages(to: router)
        addIdentityPages(to: router)
    }

    /// Returns the picture that stands for whoever is signed in.
    private func picture(of browser: BrowserSession) async throws -> AccountPicture? {
        guard let account = browser.account else { return nil }
        return try await accounts.store.read { connection in
            try AccountDesk.picture(of: account.id, on: connection)
        }
    }

    /// Returns what is the same for everybody.
    private static func fixed(_ type: String, _ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// Returns a page for a browser.
    func show(
        _ name: String,
        _ title: String,
        _ values: PageTemplates.Values = [:],
        to browser: BrowserSession,
        problem: Refusal? = nil
    ) throws -> Response {
        var all = values
        all["form"] = key.code(for: browser.cookie)
        all["problem"] = problem?.problem.message
        let status = HTTPResponse.Status(code: problem?.problem.code.status ?? 200)
        var response = Response.page(
            try templates.render(name, title: title, all),
            status: status
        )
        response.headers[.contentSecurityPolicy] = Self.policy
        // Under a stricter one a browser does not say where a form of ours came from.
        response.headers[.referrerPolicy] = "same-origin"
        if let seconds = problem?.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        if browser.isNew { setCookie(browser.cookie, on: &response) }
        return response
    }

    func say(_ title: String, _ sentence: String, to browser: BrowserSession) throws -> Response {
        try show("said", title, ["sentence": sentence], to: browser)
    }

    /// Returns the fields of a form that this browser was given by this service.
    func fields(_ request: Request, from browser: BrowserSession) async throws -> [String: String] {
        let fields = try await request.form()
        if let origin = request.headers[.origin], origin != accounts.settings.publicAddress {
            throw Refusal.foreignForm
        }
        guard !browser.isNew, let code = fields["form"], key.holds(code, for: browser.cookie)
        else { throw Refusal.foreignForm }
        return fields
    }
}

extension Refusal {
    static let foreignForm = Refusal(
        .forbidden,
        "This form is too old or came from elsewhere; go back, reload the page and try again."
    )
}
