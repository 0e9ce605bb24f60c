import AccountAPI
import AccountService
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

/// What somebody could learn from how long an answer takes: nothing, as the work is the same.
struct SignInWorkTests {
    private func hashes(_ service: ServiceFixture) async throws -> Double {
        let address = try #require(service.address.appending("/metrics", query: []))
        let text = try await service.http.reply(to: HTTPRequest(.get, address)).text
        let line = try #require(
            text.split(separator: "\n").first { $0.hasPrefix("kinema_passwords_hashed ") }
        )
        return try #require(Double(line.split(separator: " ")[1]))
    }

    /// Returns how many passwords are hashed for what is asked.
    private func cost(
        _ service: ServiceFixture,
        _ body: () async throws -> Void
    ) async throws -> Double {
        let before = try await hashes(service)
        try await body()
        return try await hashes(service) - before
    }

    @Test func `One password is hashed for every sign-in, whoever has an account`() async throws {
        let service = try await ServiceFixture(.sqlite)
        for name in ["ada", "off"] { try await service.enrol("\(name)@example.org") }
        _ = try await service.ask(
            .signUp,
            json: AccountBodies.SignUp(
                email: "new@example.org",
                password: ServiceFixture.password,
                name: ""
            )
        )
        let desk = AdminDesk(service.database.database, now: service.clock.read())
        #expect(try desk.disable("off@example.org"))
        // An account, none, one that is not confirmed, and one that was disabled.
        for name in ["ada", "nobody", "new", "off"] {
            for password in ["a wrong one", ServiceFixture.password, ""] {
                let body = AccountBodies.SignIn(
                    email: "\(name)@example.org",
                    password: password,
                    device: ""
                )
                let count = try await cost(service) {
                    _ = try await service.ask(.signIn, json: body)
                }
                #expect(count == 1, "\(name)")
            }
        }
    }

    @Test func `One password is hashed for every sign-up, and none to ask for another`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        for name in ["ada", "new"] {
            let email = "\(name)@example.org"
            let signUp = try await cost(service) {
                _ = try await service.ask(
                    .signUp,
                    json: AccountBodies.SignUp(
                        email: email,
                        password: ServiceFixture.password,
                        name: ""
                    )
                )
            }
            #expect(signUp == 1, "\(name)")
            let reset = try await cost(service) {
                _ = try await service.ask(.askReset, json: AccountBodies.AskReset(email: email))
            }
            #expect(reset == 0, "\(name)")
        }
    }
}
