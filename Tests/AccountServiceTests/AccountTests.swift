import AccountAPI
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Testing

struct AccountTests {
    @Test(arguments: Engine.allCases)
    func `Somebody signs up, confirms the address, signs in and has a space`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let signUp = AccountBodies.SignUp(
            email: "Ada@Example.org",
            password: ServiceFixture.password,
            name: "Ada\u{1B}[31m"
        )
        let asked = try await service.ask(.signUp, json: signUp)
        #expect(asked.head.status == 202)
        let early = try await service.ask(
            .signIn,
            json: AccountBodies.SignIn(
                email: "ada@example.org",
                password: ServiceFixture.password,
                device: ""
            )
        )
        #expect(early.problem == .unverified)
        let token = try #require(service.postbox.token(to: "ada@example.org"))
        let wrong = try await service.ask(
            .verify,
            json: AccountBodies.Verify(token: token, password: "another password")
        )
        #expect(wrong.problem == .wrongCredentials)
        let verify = AccountBodies.Verify(token: token, password: ServiceFixture.password)
        #expect(try await service.ask(.verify, json: verify).head.status == 204)
        #expect(try await service.ask(.verify, json: verify).problem == .badToken)

        let grant = try await service.signIn("ADA@example.org")
        let profile = try await service.profile(grant.accessToken)
        #expect(profile.email == "ada@example.org")
        #expect(profile.name == "Ada[31m")
        #expect(profile.spaces.map(\.role) == [.owner])
        #expect(profile.ownSpace != nil)
    }

    @Test func `Signing up with an address that has an account tells nothing`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        var answers: [String] = []
        for email in ["ada@example.org", "new@example.org"] {
            let reply = try await service.ask(
                .signUp,
                json: AccountBodies.SignUp(
                    email: email,
                    password: "quite another password",
                    name: "X"
                )
            )
            answers.append("\(reply.head.status) \(reply.text)")
        }
        #expect(answers[0] == answers[1])
        #expect(
            try #require(service.postbox.letters(to: "ada@example.org").last)
                .contains("You have a Kinema account already")
        )
        _ = try await service.signIn("ada@example.org")
    }

    @Test func `A wrong password and an unknown address get the same answer`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        var answers: Set<String> = []
        for email in ["ada@example.org", "nobody@example.org", "not an address"] {
            let reply = try await service.ask(
                .signIn,
                json: AccountBodies.SignIn(email: email, password: "wrong", device: "")
            )
            answers.insert("\(reply.head.status) \(reply.text)")
        }
        #expect(answers.count == 1)
        for email in ["ada@example.org", "nobody@example.org"] {
            let reply = try await service.ask(.askReset, json: AccountBodies.AskReset(email: email))
            answers.insert("\(reply.head.status) \(reply.text)")
        }
        #expect(answers.count == 2)
    }

    @Test(arguments: ["short", "aaaaaaaaaaaa", "1234567890", "ada@example.org"])
    func `A password that is guessed first is refused`(password: String) async throws {
        let service = try await ServiceFixture(.sqlite)
        let reply = try await service.ask(
            .signUp,
            json: AccountBodies.SignUp(email: "ada@example.org", password: password, name: "")
        )
        #expect(reply.problem == .weakPassword)
        #expect(service.postbox.count == 0)
    }

    @Test(arguments: [
        "a", "a@b", "a@b.c\r\nBcc: x@y.zz", "a b@example.org", "@example.org", "a@-x.org",
        "a@example..org", "\"a\"@example.org", "a@exämple.org",
    ])
    func `What is no plain address is refused`(email: String) async throws {
        let service = try await ServiceFixture(.sqlite)
        let reply = try await service.ask(
            .signUp,
            json: AccountBodies.SignUp(
                email: email,
                password: ServiceFixture.password,
                name: ""
            )
        )
        #expect(reply.problem == .badRequest)
    }

    @Test(arguments: Engine.allCases)
    func `A forgotten password is chosen anew, once, and every session ends`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let grant = try await service.enrol("ada@example.org")
        _ = try await service.ask(
            .askReset,
            json: AccountBodies.AskReset(email: "ada@example.org")
        )
        let token = try #require(service.postbox.token(to: "ada@example.org"))
        let reset = AccountBodies.Reset(token: token, password: "quite another password")
        #expect(try await service.ask(.reset, json: reset).head.status == 204)
        #expect(try await service.ask(.reset, json: reset).problem == .badToken)
        #expect(
            try await service.ask(.profile, token: grant.accessToken).problem == .unauthorized
        )
        _ = try await service.signIn("ada@example.org", password: "quite another password")
    }

    @Test func `Changing the password ends every other session and wants the old one`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let first = try await service.enrol("ada@example.org")
        let second = try await service.signIn("ada@example.org")
        func change(_ current: String) async throws -> Int {
            try await service.ask(
                .changePassword,
                token: second.accessToken,
                json: AccountBodies.ChangePassword(
                    current: current,
                    new: "quite another password"
                )
            ).head.status
        }
        #expect(try await change("wrong") == 401)
        #expect(try await change(ServiceFixture.password) == 204)
        #expect(
            try await service.ask(.profile, token: first.accessToken).problem == .unauthorized
        )
        #expect(try await service.ask(.profile, token: second.accessToken).head.status == 200)
    }

    @Test func `A link that is too old opens nothing`() async throws {
        let service = try await ServiceFixture(.sqlite)
        _ = try await service.ask(
            .signUp,
            json: AccountBodies.SignUp(
                email: "ada@example.org",
                password: ServiceFixture.password,
                name: ""
            )
        )
        service.clock.advance(seconds: 24 * 3600 + 1)
        let reply = try await service.ask(
            .verify,
            json: AccountBodies.Verify(
                token: service.postbox.token(to: "ada@example.org") ?? "",
                password: ServiceFixture.password
            )
        )
        #expect(reply.problem == .badToken)
    }
}
