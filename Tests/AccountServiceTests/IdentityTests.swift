import AccountAPI
import AccountService
import DatabaseFixtures
import Foundation
import Loopback
import Networking
import ServiceFixtures
import Testing

/// Signing in by GitHub or Google, each a stand on this machine that speaks as its public contract says.
struct IdentityTests {
    /// What the stand vouches for.
    private struct Vouching: Sendable {
        var email = "ada@example.org"
        var isVerified = true
        var status = 200
    }

    private func stand(_ vouching: Vouching = Vouching()) throws -> LoopbackServer {
        try LoopbackServer { request in
            let isKnown = request.headers["authorization"] == "Bearer their-token"
            switch request.path {
            case "/login/oauth/access_token", "/token":
                let form = Self.fields(request.text)
                guard form["client_secret"] == "tea", form["code"] == "good",
                    form["code_verifier"]?.utf8.count == 43
                else { return .json(["error": "bad_verification_code"]) }
                return vouching.status == 302
                    ? LoopbackAnswer(302, headers: ["Location": "/token"], body: .data(Data()))
                    : .json(["access_token": "their-token"])
            case "/user" where isKnown: return .json(["id": 17, "login": "ada"])
            case "/user/emails" where isKnown:
                return .text(
                    """
                    [{"email":"other@example.org","primary":false,"verified":true},
                    {"email":"\(vouching.email)","primary":true,"verified":\(vouching.isVerified)}]
                    """,
                    type: "application/json"
                )
            case "/v1/userinfo" where isKnown:
                return .json([
                    "sub": "g-17", "email": vouching.email, "email_verified": vouching.isVerified,
                    "name": "Ada",
                ])
            default: return .empty(404)
            }
        }
    }

    private static func fields(_ form: String) -> [String: String] {
        Dictionary(
            form.split(separator: "&").map { pair in
                let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (halves[0], halves.count > 1 ? halves[1].removingPercentEncoding ?? "" : "")
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func service(_ engine: Engine, _ stand: LoopbackServer) async throws -> ServiceFixture {
        try await ServiceFixture(engine) { settings in
            settings.providers = IdentityProvider.Kind.allCases.compactMap { kind in
                Secret("tea").flatMap {
                    IdentityProvider(kind, client: "kinema", secret: $0, base: stand.address)
                }
            }
        }
    }

    /// Sends a browser off and returns the state with which it comes back.
    private func depart(
        _ browser: inout Browser,
        _ kind: IdentityProvider.Kind,
        code: String = ""
    ) async throws -> String {
        let reply = try await browser.open("/sign-in/with/\(kind.rawValue)?code=\(code)")
        #expect(reply.head.status == 303)
        let target = try #require(reply.head["location"])
        #expect(target.contains("code_challenge_method=S256"))
        #expect(!target.contains("tea"))
        let state = try #require(target.firstMatch(of: /state=([A-Za-z0-9_-]{43})/))
        return String(state.output.1)
    }

    @Test(arguments: Engine.allCases, IdentityProvider.Kind.allCases)
    func `Who is vouched for gets an account, and the same one the next time`(
        engine: Engine,
        kind: IdentityProvider.Kind
    ) async throws {
        let stand = try stand()
        defer { stand.stop() }
        let service = try await service(engine, stand)
        for _ in 0..<2 {
            var browser = Browser(service)
            let state = try await depart(&browser, kind, code: "BCDF-GHJK")
            let before = browser.cookie
            let back = try await browser.open(
                "/sign-in/with/\(kind.rawValue)/done?state=\(state)&code=good"
            )
            #expect(back.head.status == 303)
            #expect(back.head["location"] == "/device?code=BCDF-GHJK")
            // Nobody can have planted it.
            #expect(browser.cookie != before)
            #expect(try await browser.open("/device").text.contains("Type the code"))
        }
        var accounts: [AdminDesk.Account] = []
        try AdminDesk(service.database.database, now: service.clock.read()).accounts {
            accounts.append($0)
        }
        #expect(accounts.map(\.email) == ["ada@example.org"])
        #expect(accounts.first?.isVerified ?? false)
        #expect(!service.log.text.contains("their-token"))
    }

    @Test func `An account of the same confirmed address is tied, and its owner is told`()
        async throws
    {
        let stand = try stand()
        defer { stand.stop() }
        let service = try await service(.sqlite, stand)
        try await service.enrol("ada@example.org")
        var browser = Browser(service)
        let state = try await depart(&browser, .github)
        let path = "/sign-in/with/github/done?state=\(state)&code=good"
        #expect(try await browser.open(path).head.status == 303)
        let letter = try #require(service.postbox.letters(to: "ada@example.org").last)
        #expect(letter.contains("GitHub opens your Kinema account now"))
        // The password goes on to open it.
        _ = try await service.signIn("ada@example.org")
    }

    @Test func `Who is vouched for has a closed account back, and it stays`() async throws {
        let stand = try stand()
        defer { stand.stop() }
        let service = try await service(.sqlite, stand)
        let token = try await service.enrol("ada@example.org").accessToken
        let body = AccountBodies.Close(password: ServiceFixture.password)
        #expect(try await service.ask(.close, token: token, json: body).head.status == 204)
        var browser = Browser(service)
        let state = try await depart(&browser, .github)
        let path = "/sign-in/with/github/done?state=\(state)&code=good"
        #expect(try await browser.open(path).head.status == 303)
        service.clock.advance(seconds: 40 * 24 * 3600)
        #expect(try AdminDesk(service.database.database, now: service.clock.read()).sweep() == 0)
        _ = try await service.signIn("ada@example.org")
    }

    @Test func `Nobody comes back for another, twice, or too late`() async throws {
        let stand = try stand()
        defer { stand.stop() }
        let service = try await service(.sqlite, stand)
        var browser = Browser(service)
        let state = try await depart(&browser, .github)
        let path = "/sign-in/with/github/done?state=\(state)&code=good"
        var other = Browser(service)
        _ = try await other.open("/sign-in")
        #expect(try await other.open(path).head.status == 400)
        let google = path.replacing("github", with: "google")
        #expect(try await browser.open(google).head.status == 400)
        #expect(try await browser.open(path).head.status == 303)
        #expect(try await browser.open(path).head.status == 400)
        let late = try await depart(&browser, .github)
        service.clock.advance(seconds: 601)
        let reply = try await browser.open("/sign-in/with/github/done?state=\(late)&code=good")
        #expect(reply.head.status == 400)
        #expect(try await browser.open("/sign-in/with/gitlab").head.status == 404)
    }

    @Test func `An address that was not confirmed there opens nothing`() async throws {
        for kind in IdentityProvider.Kind.allCases {
            let stand = try stand(Vouching(isVerified: false))
            defer { stand.stop() }
            let service = try await service(.sqlite, stand)
            try await service.enrol("ada@example.org")
            var browser = Browser(service)
            let state = try await depart(&browser, kind)
            let reply = try await browser.open(
                "/sign-in/with/\(kind.rawValue)/done?state=\(state)&code=good"
            )
            #expect(reply.head.status == 503)
            #expect(reply.text.contains("does not say who you are"))
        }
    }

    @Test func `A provider leads the service nowhere else, and a wrong code is none`()
        async throws
    {
        for (vouching, code) in [(Vouching(status: 302), "good"), (Vouching(), "bad")] {
            let stand = try stand(vouching)
            defer { stand.stop() }
            let service = try await service(.sqlite, stand)
            var browser = Browser(service)
            let state = try await depart(&browser, .google)
            let reply = try await browser.open(
                "/sign-in/with/google/done?state=\(state)&code=\(code)"
            )
            #expect(reply.head.status == 503)
            #expect(stand.requests.count == 1)
        }
        for base in ["http://169.254.169.254", "http://example.org", "file:///etc", "ftp://x"] {
            let secret = try #require(Secret("tea"))
            #expect(IdentityProvider(.github, client: "x", secret: secret, base: base) == nil)
        }
    }

    @Test func `The page of signing in offers what is set up, with the terminal’s code`()
        async throws
    {
        let stand = try stand()
        defer { stand.stop() }
        let service = try await service(.sqlite, stand)
        var browser = Browser(service)
        let page = try await browser.open("/sign-in?code=BCDF-GHJK").text
        #expect(page.contains("href=\"/sign-in/with/github?code=BCDF-GHJK\""))
        #expect(page.contains("Google"))
        var plain = Browser(try await ServiceFixture(.sqlite))
        #expect(try await !plain.open("/sign-in").text.contains("/sign-in/with/"))
    }
}
