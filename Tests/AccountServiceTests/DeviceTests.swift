import AccountAPI
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

/// A terminal signs in by a code that a person approves in a browser.
struct DeviceTests {
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
