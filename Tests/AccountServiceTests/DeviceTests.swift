import AccountAPI
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

/// A terminal signs in by a code that a person approves in a browser.
struct DeviceTests {
    @Test(arguments: ["/verify", "/reset/choose", "/email", "/sign-up"])
    func `A page without the token of its link carries none`(path: String) async throws {
        var browser = Browser(try await ServiceFixture(.sqlite))
        let page = try await browser.open(path)
        #expect(page.head.status == 200)
        #expect(!page.text.contains("value=\"nil\""))
    }

    private func begin(_ service: ServiceFixture) async throws -> DeviceCode {
        try await service.ask(
            .deviceCode,
            form: [("client_id", TokenGrant.terminalClient), ("device", "kinema on <desk>")]
        ).json(DeviceCode.self)
    }

    private func ask(_ code: DeviceCode, of service: ServiceFixture) async throws -> HTTPReply {
        try await service.ask(
            .token,
            form: [("grant_type", TokenGrant.deviceGrant), ("device_code", code.deviceCode)]
        )
    }

    /// Returns the page on which a code is decided about.
    private func page(
        _ code: DeviceCode,
        _ browser: inout Browser,
        _ email: String
    ) async throws -> HTTPReply {
        let signIn = try await browser.open("/sign-in?code=\(code.userCode)")
        let reply = try await browser.submit(
            "/sign-in",
            [
                ("code", code.userCode), ("email", email),
                ("password", ServiceFixture.password),
            ],
            from: signIn
        )
        #expect(reply.head.status == 303)
        #expect(reply.head["location"] == "/device?code=\(code.userCode)")
        return try await browser.open("/device?code=\(code.userCode.lowercased())")
    }

    @Test(arguments: Engine.allCases)
    func `A terminal gets its tokens once a person has approved it, and once alone`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        try await service.enrol("ada@example.org")
        let code = try await begin(service)
        #expect(code.verificationURIComplete.hasSuffix("/device?code=" + code.userCode))
        #expect(try await ask(code, of: service).refusal == .authorizationPending)

        var browser = Browser(service)
        let page = try await page(code, &browser, "ada@example.org")
        #expect(page.text.contains(code.userCode))
        #expect(page.text.contains("kinema on &lt;desk&gt;"))
        #expect(!page.text.contains("<script"))
        let done = try await browser.submit(
            "/device",
            [("code", code.userCode), ("decision", "approve")],
            from: page
        )
        #expect(done.text.contains("The terminal is signed in"))

        service.clock.advance(seconds: 5)
        let grant = try await ask(code, of: service).json(TokenGrant.self)
        #expect(try await service.profile(grant.accessToken).email == "ada@example.org")
        service.clock.advance(seconds: 5)
        #expect(try await ask(code, of: service).refusal == .invalidGrant)
    }

    @Test func `A terminal that was turned away is told so`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let code = try await begin(service)
        var browser = Browser(service)
        let page = try await page(code, &browser, "ada@example.org")
        _ = try await browser.submit(
            "/device",
            [("code", code.userCode), ("decision", "deny")],
            from: page
        )
        #expect(try await ask(code, of: service).refusal == .accessDenied)
    }

    @Test func `A terminal that asks too often has to slow down, and a code grows old`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let code = try await begin(service)
        #expect(try await ask(code, of: service).refusal == .authorizationPending)
        #expect(try await ask(code, of: service).refusal == .slowDown)
        service.clock.advance(seconds: 6)
        #expect(try await ask(code, of: service).refusal == .slowDown)
        service.clock.advance(seconds: 15)
        #expect(try await ask(code, of: service).refusal == .authorizationPending)
        service.clock.advance(seconds: 900)
        #expect(try await ask(code, of: service).refusal == .expiredToken)
    }

    @Test func `Guessing codes is stopped after a few`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let code = try await begin(service)
        var browser = Browser(service)
        _ = try await page(code, &browser, "ada@example.org")
        var statuses: [Int] = []
        for _ in 0..<20 {
            statuses.append(try await browser.open("/device?code=BBBB-BBBB").head.status)
        }
        #expect(statuses.first == 404)
        #expect(statuses.last == 429)
    }

    @Test func `A form that another site or another browser sends does nothing`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let code = try await begin(service)
        var browser = Browser(service)
        let page = try await page(code, &browser, "ada@example.org")
        // Else a real browser sends “null” for the origin of our own forms.
        #expect(page.head["referrer-policy"] == "same-origin")
        var other = Browser(service)
        let foreign = try await other.open("/sign-in")
        let fields = [("code", code.userCode), ("decision", "approve")]
        for (form, origin) in [
            (foreign, nil), (page, "https://evil.example"), (page, "null"),
        ] {
            let reply = try await browser.submit("/device", fields, from: form, origin: origin)
            #expect(reply.problem == .forbidden)
        }
        let reply = try await browser.submit("/device", fields, from: page, code: "")
        #expect(reply.problem == .forbidden)
        service.clock.advance(seconds: 20)
        #expect(try await ask(code, of: service).refusal == .authorizationPending)
        let good = try await browser.submit(
            "/device",
            fields,
            from: page,
            origin: "http://kinema.test"
        )
        #expect(good.head.status == 200)
    }

    @Test func `A browser gets another cookie when somebody signs in, hidden from scripts`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite, secure: true)
        try await service.enrol("ada@example.org")
        var browser = Browser(service)
        let page = try await browser.open("/sign-in")
        let before = browser.cookie
        let reply = try await browser.submit(
            "/sign-in",
            [("email", "ada@example.org"), ("password", ServiceFixture.password)],
            from: page
        )
        #expect(reply.head.status == 303, "\(reply.text)")
        #expect(browser.cookie != before)
        let set = try #require(reply.head["set-cookie"])
        #expect(set.hasPrefix("__Host-kinema="))
        for word in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            #expect(set.contains(word), "\(set)")
        }
        #expect(page.head["content-security-policy"]?.contains("default-src 'none'") ?? false)
        #expect(page.head["cache-control"] == "no-store")
    }

    @Test func `Somebody signs up and confirms the address by the pages alone`() async throws {
        let service = try await ServiceFixture(.sqlite)
        var browser = Browser(service)
        let form = try await browser.open("/sign-up")
        let weak = try await browser.submit(
            "/sign-up",
            [("name", "\"><b>"), ("email", "ada@example.org"), ("password", "short")],
            from: form
        )
        #expect(weak.head.status == 400)
        #expect(weak.text.contains("A password has 10 to 256 characters"))
        #expect(weak.text.contains("&quot;&gt;&lt;b&gt;"))
        _ = try await browser.submit(
            "/sign-up",
            [("email", "ada@example.org"), ("password", ServiceFixture.password)],
            from: form
        )
        let token = try #require(service.postbox.token(to: "ada@example.org"))
        let page = try await browser.open("/verify?token=\(token)")
        let done = try await browser.submit(
            "/verify",
            [("token", token), ("password", ServiceFixture.password)],
            from: page
        )
        #expect(done.text.contains("The account is yours"))
        _ = try await service.signIn("ada@example.org")
    }
}
