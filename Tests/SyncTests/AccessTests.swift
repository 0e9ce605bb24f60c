import AccountAPI
import DatabaseFixtures
import Foundation
import Networking
import ServiceFixtures
import Sync
import Testing

struct AccessTests {
    @Test func `The file of the tokens is its owner's alone, and is refused otherwise`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        let studio = try Studio(service, seed: 1)
        try studio.access.begin(grant, at: service.address, email: "ada@example.org")
        let path = studio.directory + "/account.json"
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try studio.access.credentials()?.email == "ada@example.org")
        chmod(path, 0o644)
        #expect(throws: SyncError.self) { try studio.access.credentials() }
    }

    @Test func `An access that ended is renewed, by many at once as by one`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        let studio = try Studio(service, seed: 1)
        try studio.access.begin(grant, at: service.address)
        service.clock.advance(seconds: 3600)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try await studio.access.profile().email } }
            for try await email in group { #expect(email == "ada@example.org") }
        }
        service.clock.advance(seconds: 3600)
        #expect(try await studio.access.profile().email == "ada@example.org")
    }

    @Test func `Signing out ends the session at the service and forgets the tokens`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let grant = try await service.enrol("ada@example.org")
        let studio = try Studio(service, seed: 1)
        try studio.access.begin(grant, at: service.address)
        #expect(await studio.access.end())
        #expect(try studio.access.credentials() == nil)
        #expect(
            try await service.ask(.profile, token: grant.accessToken).problem == .unauthorized
        )
        await #expect(throws: SyncError.self) { try await studio.access.profile() }
    }

    @Test func `A plain address that is not this machine's is refused`() throws {
        let address = try #require(WebAddress("http://kinema.example.org"))
        #expect(throws: SyncError.self) {
            try DeviceSignIn(server: address, http: HTTPClient())
        }
    }

    @Test func `A terminal that was approved is signed in`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let clock = service.clock
        let signIn = try DeviceSignIn(server: service.address, http: service.http) { pause in
            clock.advance(seconds: Int(pause.components.seconds))
        }
        let code = try await signIn.begin(device: "a desk")
        var browser = Browser(service)
        let page = try await browser.open("/sign-in?code=\(code.userCode)")
        _ = try await browser.submit(
            "/sign-in",
            [
                ("code", code.userCode), ("email", "ada@example.org"),
                ("password", ServiceFixture.password),
            ],
            from: page
        )
        let approval = try await browser.open("/device?code=\(code.userCode)")
        _ = try await browser.submit(
            "/device",
            [("code", code.userCode), ("decision", "approve")],
            from: approval
        )
        let grant = try await signIn.grant(for: code)
        #expect(try await service.profile(grant.accessToken).email == "ada@example.org")
    }

    @Test func `A terminal that nobody approves gives up`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let clock = service.clock
        let signIn = try DeviceSignIn(server: service.address, http: service.http) { pause in
            clock.advance(seconds: Int(pause.components.seconds))
        }
        let code = try await signIn.begin(device: "a desk")
        let error = await #expect(throws: SyncError.self) { try await signIn.grant(for: code) }
        #expect(error?.kind == .denied)
    }
}
