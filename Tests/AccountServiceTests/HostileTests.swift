import AccountAPI
import Database
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

/// What is sent by those who mean harm.
struct HostileTests {
    @Test func `Every route of the table answers, and asks who it is where it should`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        for route in AccountRoute.table {
            let path = route.path.replacing(/\{[a-z]+\}/, with: "x")
            let reply = try await service.ask(
                route,
                at: path,
                body: route.body == .none ? nil : Data()
            )
            switch route.access {
            case .account: #expect(reply.problem == .unauthorized, "\(route.id)")
            case .address: #expect(reply.problem == .notFound, "\(route.id)")
            case .anyone: #expect(![401, 404, 405, 500].contains(reply.head.status), "\(route.id)")
            }
        }
    }

    @Test func `A body that is too long, too deep or no JSON is refused`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let long = Data(repeating: UInt8(ascii: " "), count: 65 * 1024)
        #expect(try await service.ask(.signIn, body: long).problem == .tooLarge)
        let deep = Data(String(repeating: "[", count: 60_000).utf8)
        #expect(try await service.ask(.signIn, body: deep).problem == .badRequest)
        for text in ["", "{", "[]", "{\"email\":1}", "\u{0}", "{\"email\":\"\\ud800\"}"] {
            #expect(
                try await service.ask(.signIn, body: Data(text.utf8)).problem == .badRequest,
                "\(text)"
            )
        }
        let plain = try await service.ask(
            .signIn,
            headers: [HTTPHeader("Content-Type", "text/plain")],
            body: Data("{}".utf8)
        )
        #expect(plain.problem == .badRequest)
    }

    @Test func `A body is never unpacked, so that none is larger than what was sent`() async throws
    {
        let service = try await ServiceFixture(.sqlite)
        // A sign-in as gzip has it.
        let packed = try #require(
            Data(
                base64Encoded: "H4sIAAAAAAACA6tWSs1NzMxRslJKTEl0SK1IzC3ISdXLL0pX0lEqSCwuLs8v"
                    + "SgFKVgC5KallmcmpQI5SLQAZ6hatNgAAAA=="
            )
        )
        for encoding in ["gzip", "deflate", "br"] {
            let reply = try await service.ask(
                .signIn,
                headers: [
                    HTTPHeader("Content-Type", "application/json"),
                    HTTPHeader("Content-Encoding", encoding),
                ],
                body: packed
            )
            #expect(reply.problem == .badRequest, "\(encoding)")
        }
    }

    @Test func `Guessing a password is stopped for every address and for every account`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        for email in ["ada@example.org", "nobody@example.org"] {
            var problems: [AccountProblem.Code?] = []
            for _ in 0..<11 {
                let reply = try await service.ask(
                    .signIn,
                    json: AccountBodies.SignIn(email: email, password: "wrong", device: "")
                )
                problems.append(reply.problem)
                if reply.problem == .tooMany {
                    #expect(reply.head["retry-after"].flatMap { Int($0) } ?? 0 > 0)
                }
            }
            #expect(problems.first == .wrongCredentials)
            #expect(problems.last == .tooMany)
        }
        service.clock.advance(seconds: 60)
        _ = try await service.signIn("ada@example.org")
    }

    @Test func `Mails to one address are few, whoever asks for them`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        for _ in 0..<10 {
            _ = try await service.ask(
                .askReset,
                json: AccountBodies.AskReset(email: "ada@example.org")
            )
        }
        #expect(service.postbox.count <= 5)
    }

    @Test func `Nothing secret is written to the log, the database or an answer`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        _ = try await service.ask(
            .signIn,
            json: AccountBodies.SignIn(
                email: "ada@example.org",
                password: "my-secret-guess",
                device: ""
            )
        )
        _ = try await service.ask(.profile, token: "my-secret-token")
        _ = try await service.ask(
            .token,
            form: [("grant_type", TokenGrant.refreshGrant), ("refresh_token", "my-secret")]
        )
        var browser = Browser(service)
        _ = try await browser.open("/verify?token=my-secret-link")
        let secrets = [
            ServiceFixture.password, "my-secret", grant.accessToken, grant.refreshToken,
            "ada@example.org", "$argon2",
        ]
        let log = service.log.text
        #expect(log.contains("/v1/account"))
        for secret in secrets { #expect(!log.contains(secret), "\(secret)") }
        let stored = try service.database.database.read { connection in
            try ["account", "session", "refresh_token", "mail_token", "device_request"].flatMap {
                try connection.rows("SELECT * FROM \($0)").map { "\($0)" }
            }.joined()
        }
        #expect(stored.contains("$argon2id$v=19$"))
        for secret in [ServiceFixture.password, grant.accessToken, grant.refreshToken] {
            #expect(!stored.contains(secret))
        }
    }

    @Test func `What a mail says cannot be bent by a name or an address`() async throws {
        let service = try await ServiceFixture(.sqlite)
        _ = try await service.ask(
            .signUp,
            json: AccountBodies.SignUp(
                email: "ada@example.org",
                password: ServiceFixture.password,
                name: "Ada\r\nBcc: all@example.org"
            )
        )
        let letter = try #require(service.postbox.letters(to: "ada@example.org").last)
        #expect(!letter.contains("Bcc:"))
        #expect(letter.hasPrefix("From: Kinema <kinema@kinema.test>\r\nTo: <ada@example.org>\r\n"))
    }

    @Test func `What is asked for without a route is a problem in a sentence`() async throws {
        let service = try await ServiceFixture(.sqlite)
        for path in ["/nothing", "/v1/../../etc/passwd", "/v1/spaces/%2e%2e/changes/x"] {
            let address = try #require(WebAddress(service.address.text + path))
            let reply = try await service.http.reply(to: HTTPRequest(.get, address))
            #expect(reply.problem == .notFound, "\(path) \(reply.head.status)")
        }
    }
}
