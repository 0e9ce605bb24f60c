import AccountAPI
import AccountService
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

struct AdminTests {
    private func desk(_ service: ServiceFixture) -> AdminDesk {
        AdminDesk(service.database.database, now: service.clock.read())
    }

    @Test(arguments: Engine.allCases)
    func `A disabled account is signed out everywhere and cannot be signed in to`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let grant = try await service.enrol("ada@example.org")
        #expect(try desk(service).disable("Ada@example.org"))
        #expect(
            try await service.ask(.profile, token: grant.accessToken).problem == .unauthorized
        )
        let body = AccountBodies.SignIn(
            email: "ada@example.org",
            password: ServiceFixture.password,
            device: ""
        )
        let refused = try await service.ask(.signIn, json: body)
        #expect(refused.problem == .forbidden)
        let wrong = AccountBodies.SignIn(email: "ada@example.org", password: "no", device: "")
        // Who does not know the password does not hear that it was disabled either.
        #expect(try await service.ask(.signIn, json: wrong).problem == .wrongCredentials)
        #expect(
            try await service.ask(
                .token,
                form: [
                    ("grant_type", TokenGrant.refreshGrant), ("refresh_token", grant.refreshToken),
                ]
            ).refusal == .invalidGrant
        )
        #expect(try desk(service).enable("ada@example.org"))
        _ = try await service.signIn("ada@example.org")
        #expect(try !desk(service).disable("nobody@example.org"))
    }

    @Test func `Accounts are listed by address with what was set`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("eve@example.org")
        try await service.enrol("ada@example.org")
        #expect(try desk(service).setQuota(of: "eve@example.org", to: 5000))
        #expect(try desk(service).endSessions(of: "ada@example.org"))
        var accounts: [AdminDesk.Account] = []
        try desk(service).accounts { accounts.append($0) }
        #expect(accounts.map(\.email) == ["ada@example.org", "eve@example.org"])
        #expect(accounts.map(\.sessions) == [0, 1])
        #expect(accounts.map(\.quota) == [nil, 5000])
        #expect(accounts.allSatisfy { $0.isVerified && !$0.isDisabled })
    }

    @Test func `Metrics count answers by route, and tell no address of anybody`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        _ = try await service.profile(grant.accessToken)
        _ = try await service.ask(.profile, token: "nonsense")
        let text = try await metrics(service).text
        #expect(
            text.contains(
                "kinema_requests_total{method=\"GET\",route=\"/v1/account\",status=\"200\"} 1\n"
            )
        )
        #expect(
            text.contains(
                "kinema_requests_total{method=\"GET\",route=\"/v1/account\",status=\"401\"} 1\n"
            )
        )
        #expect(text.contains("# TYPE kinema_request_seconds histogram\n"))
        #expect(text.contains("kinema_websockets 0.0\n"))
        #expect(!text.contains("example.org"))
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: /[a-z_]+(\{[^}]*\})? [0-9.e+-]+/) != nil, "\(line)")
        }
        let forwarded = try await metrics(service, [HTTPHeader("X-Forwarded-For", "192.0.2.1")])
        #expect(forwarded.head.status == 404)
        let closed = try await ServiceFixture(.sqlite) { $0.metrics = .nobody }
        #expect(try await metrics(closed).head.status == 404)
    }

    private func metrics(
        _ service: ServiceFixture,
        _ headers: [HTTPHeader] = []
    ) async throws -> HTTPReply {
        let address = try #require(service.address.appending("/metrics", query: []))
        return try await service.http.reply(to: HTTPRequest(.get, address, headers: headers))
    }

    @Test func `Every answer tells the number under which it stands in the log`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let numbers = try await [
            service.ask(.health), service.ask(.profile), metrics(service),
        ].map { try #require($0.head["x-request-id"]) }
        #expect(Set(numbers).count == numbers.count)
        for number in numbers { #expect(service.log.text.contains(number)) }
    }
}
