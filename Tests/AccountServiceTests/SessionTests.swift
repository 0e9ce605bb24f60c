import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

struct SessionTests {
    private func refresh(_ token: String, of service: ServiceFixture) async throws -> (
        TokenGrant?, OAuthProblem.Code?
    ) {
        let reply = try await service.ask(
            .token,
            form: [("grant_type", TokenGrant.refreshGrant), ("refresh_token", token)]
        )
        return (try? reply.json(TokenGrant.self), reply.refusal)
    }

    @Test(arguments: Engine.allCases)
    func `A refresh token that was copied ends the session, whoever shows it`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let first = try await service.enrol("ada@example.org")
        let second = try #require(try await refresh(first.refreshToken, of: service).0)
        let third = try #require(try await refresh(second.refreshToken, of: service).0)
        #expect(try await refresh(first.refreshToken, of: service).1 == .invalidGrant)
        #expect(try await refresh(third.refreshToken, of: service).1 == .invalidGrant)
        #expect(
            try await service.ask(.profile, token: third.accessToken).problem == .unauthorized
        )
    }

    @Test(arguments: Engine.allCases)
    func `A refresh whose answer was lost may be asked again for a minute`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let first = try await service.enrol("ada@example.org")
        let lost = try #require(try await refresh(first.refreshToken, of: service).0)
        let again = try #require(try await refresh(first.refreshToken, of: service).0)
        #expect(again.refreshToken != lost.refreshToken)
        let next = try #require(try await refresh(again.refreshToken, of: service).0)
        #expect(try await service.ask(.profile, token: next.accessToken).head.status == 200)
        // What was lost turns up after all: somebody else has it.
        #expect(try await refresh(lost.refreshToken, of: service).1 == .invalidGrant)
        #expect(try await refresh(next.refreshToken, of: service).1 == .invalidGrant)
    }

    @Test func `A spent refresh token shown after a minute ends the session`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let first = try await service.enrol("ada@example.org")
        let second = try #require(try await refresh(first.refreshToken, of: service).0)
        service.clock.advance(seconds: 61)
        #expect(try await refresh(first.refreshToken, of: service).1 == .invalidGrant)
        #expect(try await refresh(second.refreshToken, of: service).1 == .invalidGrant)
    }

    @Test func `Of many that refresh the same token at once no two can both go on`()
        async throws
    {
        let service = try await ServiceFixture(.postgres)
        let first = try await service.enrol("ada@example.org")
        let grants = try await withThrowingTaskGroup(of: TokenGrant?.self) { group in
            for _ in 0..<8 {
                group.addTask { try await refresh(first.refreshToken, of: service).0 }
            }
            return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
        }
        var living = 0
        for grant in grants where try await refresh(grant.refreshToken, of: service).0 != nil {
            living += 1
        }
        #expect(living <= 1)
    }

    @Test func `An access token ends by its time, its session, or a changed letter`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        func status(_ token: String) async throws -> Int {
            try await service.ask(.profile, token: token).head.status
        }
        #expect(try await status(grant.accessToken) == 200)
        var letters = Array(grant.accessToken)
        letters[letters.count / 2] = letters[letters.count / 2] == "A" ? "B" : "A"
        #expect(try await status(String(letters)) == 401)
        #expect(try await status("") == 401)
        // Signed by nobody, as the oldest trick has it.
        let parts = grant.accessToken.split(separator: ".")
        let none = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString()
        #expect(try await status("\(none).\(parts[1]).") == 401)
        service.clock.advance(seconds: 601)
        #expect(try await status(grant.accessToken) == 401)
    }

    @Test(arguments: Engine.allCases)
    func `Sessions are listed and ended, one's own alone`(engine: Engine) async throws {
        let service = try await ServiceFixture(engine)
        let ada = try await service.enrol("ada@example.org", device: "laptop")
        service.clock.advance(seconds: 1)
        let phone = try await service.signIn("ada@example.org", device: "desk\u{7}top")
        let bob = try await service.enrol("bob@example.org")
        let list = try await service.ask(.sessions, token: phone.accessToken)
            .json(SessionList.self).sessions
        #expect(list.map(\.device) == ["desktop", "laptop"])
        #expect(list.map(\.isCurrent) == [true, false])
        let path = AccountRoute.endSession.path(list[1].id.description)
        #expect(
            try await service.ask(.endSession, at: path, token: bob.accessToken).problem
                == .notFound
        )
        #expect(
            try await service.ask(.endSession, at: path, token: phone.accessToken).head.status
                == 204
        )
        #expect(
            try await service.ask(.profile, token: ada.accessToken).problem == .unauthorized
        )
        let current = AccountRoute.endSession.path("current")
        _ = try await service.ask(.endSession, at: current, token: phone.accessToken)
        #expect(
            try await service.ask(.profile, token: phone.accessToken).problem == .unauthorized
        )
    }

    @Test func `Keys change with time, and the one before still verifies`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let old = try await service.enrol("ada@example.org")
        service.clock.advance(seconds: 30 * 24 * 3600 - 300)
        let before = try #require(try await refresh(old.refreshToken, of: service).0)
        service.clock.advance(seconds: 400)
        let after = try await service.signIn("ada@example.org")
        for token in [before.accessToken, after.accessToken] {
            #expect(try await service.ask(.profile, token: token).head.status == 200)
        }
        let keys = try await service.ask(.keys).text
        #expect(keys.matches(of: /"kid"/).count == 2)
        #expect(!keys.contains("\"d\""))
    }
}
