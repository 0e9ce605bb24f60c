import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// The picture that stands for an account.
struct PictureTests {
    private func png(_ width: Int, _ height: Int, padding: Int = 100) -> Data {
        func number(_ value: Int) -> [UInt8] {
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
        }
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        let chunk = Array("IHDR".utf8) + number(width) + number(height)
        return Data(head + chunk + [UInt8](repeating: 7, count: padding))
    }

    private func jpeg(_ width: Int, _ height: Int) -> Data {
        let size = [height >> 8, height & 255, width >> 8, width & 255].map(UInt8.init)
        let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8] + size + [1, 1, 0x11, 0]
        return Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF] + frame + [9, 9, 9, 9])
    }

    private func change(
        _ data: Data,
        _ service: ServiceFixture,
        _ token: String
    ) async throws -> HTTPReply {
        try await service.ask(.changePicture, token: token, body: data)
    }

    @Test(arguments: Engine.allCases)
    func `A picture is given back as it came, stands in the profile, and goes with the account`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let token = try await service.enrol("ada@example.org").accessToken
        #expect(try await service.ask(.picture, token: token).problem == .notFound)
        #expect(try await service.profile(token).picture == nil)
        for (data, type) in [(png(64, 48), "image/png"), (jpeg(2048, 1), "image/jpeg")] {
            #expect(try await change(data, service, token).head.status == 204)
            let reply = try await service.ask(.picture, token: token)
            #expect(reply.body == data)
            #expect(reply.head["content-type"] == type)
            #expect(reply.head["x-content-type-options"] == "nosniff")
            #expect(
                try await service.profile(token).picture == SampleFile.digest(of: data).digest
            )
        }
        // Nobody else has it.
        let eve = try await service.enrol("eve@example.org").accessToken
        #expect(try await service.ask(.picture, token: eve).problem == .notFound)
        let body = AccountBodies.Close(password: ServiceFixture.password)
        #expect(try await service.ask(.close, token: token, json: body).head.status == 204)
        service.clock.advance(seconds: 15 * 24 * 3600)
        #expect(try AdminDesk(service.database.database, now: service.clock.read()).sweep() == 1)
        let left = try service.database.database.read {
            try $0.rows("SELECT account FROM account_picture").count
        }
        #expect(left == 0)
    }

    @Test func `Who is signed in by a browser sees their picture, and nobody else`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        var browser = Browser(service)
        let before = try await browser.open("/").text
        #expect(!before.contains("/picture") && !before.contains("class=\"who\""))
        let page = try await browser.open("/sign-in")
        _ = try await browser.submit(
            "/sign-in",
            [("email", "ada@example.org"), ("password", ServiceFixture.password)],
            from: page
        )
        let home = try await browser.open("/").text
        #expect(home.contains("ada@example.org") && !home.contains("src=\"/picture\""))
        _ = try await change(png(8, 8), service, token)
        let pictured = try await browser.open("/").text
        #expect(pictured.contains("src=\"/picture\""))
        let shown = try await browser.open("/picture")
        #expect(shown.body == png(8, 8) && shown.head["content-type"] == "image/png")
        var stranger = Browser(service)
        let refused = try await stranger.open("/picture")
        #expect(refused.problem == .notFound)
    }

    @Test func `A picture is taken away, and once more is the same as once`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        _ = try await change(png(1, 1), service, token)
        for _ in 0..<2 {
            #expect(try await service.ask(.removePicture, token: token).head.status == 204)
        }
        #expect(try await service.profile(token).picture == nil)
    }

    @Test func `What is no picture, or too large in bytes or pixels, is refused`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        let svg = Data("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".utf8)
        let endless = Data([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100_000))
        let stuck = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        let bad = [
            svg, Data(), Data("GIF89a".utf8), png(2049, 1), png(0, 5), png(1, 70_000),
            png(8, 8).prefix(20), jpeg(9, 0), endless, stuck,
        ]
        for data in bad {
            let reply = try await change(data, service, token)
            #expect(reply.problem == .badRequest, "\(data.prefix(20).base64EncodedString())")
        }
        let large = try await change(png(8, 8, padding: 600_000), service, token)
        #expect(large.problem == .tooLarge)
        #expect(try await service.profile(token).picture == nil)
    }
}
