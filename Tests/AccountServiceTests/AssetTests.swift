import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

@testable import AccountService

/// What a service stands on: every engine of the database, and every kind of storage.
enum Ground: String, CaseIterable, Sendable {
    case sqlite, postgres, s3

    var engine: Engine { self == .postgres ? .postgres : .sqlite }
    var shelf: Shelf { self == .s3 ? .s3 : .directory }
}

struct AssetTests {
    /// A service with Ada, who has a space of her own.
    struct Desk {
        let service: ServiceFixture
        let token: String
        let space: String

        init(
            _ ground: Ground = .sqlite,
            arrange: (inout ServiceSettings) -> Void = { _ in }
        ) async throws {
            service = try await ServiceFixture(
                ground.engine,
                shelf: ground.shelf,
                arrange: arrange
            )
            token = try await service.enrol("ada@example.org").accessToken
            space = try await service.ownSpace(token)
        }

        func announced(_ file: SampleFile) async throws -> AssetExchange.Announced {
            try await service.announce(file.announcement(), in: space, token)
                .json(AssetExchange.Announced.self)
        }
    }

    @Test(arguments: Ground.allCases)
    func `A file sent in parts is there, and comes back as it was`(ground: Ground) async throws {
        let desk = try await Desk(ground)
        let file = SampleFile(.mp4, byteCount: AssetExchange.partByteCount + 4711)
        let reply = try await desk.service.keep(
            file,
            in: desk.space,
            desk.token,
            named: "../A boat “at dawn”\r\nX: y"
        )
        let asset = try reply.json(SharedAsset.self)
        #expect(asset.sha256 == file.digest && asset.byteCount == file.data.count)
        #expect(asset.type == .mp4 && asset.bucket == .uploads)
        #expect(asset.name == ".. A boat “at dawn”X: y")
        let found = try await desk.service.find(file.digest, in: desk.space, desk.token)
            .json(AssetExchange.Found.self)
        #expect(found.asset == asset)
        let read = try await desk.service.read(found.address)
        #expect(read.body == file.data)
        #expect(read.head["content-type"] == "video/mp4")
        if ground != .s3 { #expect(read.head["x-content-type-options"] == "nosniff") }
        #expect(
            read.head["content-disposition"]
                == "attachment; filename=\".. A boat _at dawn_X_ y.mp4\"; filename*=UTF-8''"
                + "..%20A%20boat%20%E2%80%9Cat%20dawn%E2%80%9DX%3A%20y.mp4"
        )
        #expect(read.head["x"] == nil)
    }

    @Test(arguments: Ground.allCases)
    func `What the space has is told, and nothing is sent again`(ground: Ground) async throws {
        let desk = try await Desk(ground)
        let file = SampleFile()
        let first = try await desk.service.keep(file, in: desk.space, desk.token)
            .json(SharedAsset.self)
        let again = try await desk.announced(file)
        #expect(again == AssetExchange.Announced(asset: first))
        var other = file.announcement()
        other.byteCount += 1
        let refused = try await desk.service.announce(other, in: desk.space, desk.token)
        #expect(refused.problem == .incomplete)
    }

    @Test(arguments: Ground.allCases)
    func `To know a hash opens nobody’s file, and two who sent it share its bytes`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground)
        let file = SampleFile()
        try await desk.service.keep(file, in: desk.space, desk.token)
        let eve = try await desk.service.enrol("eve@example.org").accessToken
        let hers = try await desk.service.ownSpace(eve)
        let announced = try await desk.service.announce(file.announcement(), in: hers, eve)
            .json(AssetExchange.Announced.self)
        #expect(announced.asset == nil && announced.upload?.parts.count == 1)
        #expect(try await desk.service.find(file.digest, in: hers, eve).problem == .notFound)
        let upload = try #require(announced.upload)
        #expect(
            try await desk.service.complete(upload.id, in: hers, eve).problem == .incomplete
        )
        #expect(try await desk.service.keep(file, in: hers, eve).head.status == 200)
        #expect(try await desk.service.bytes(of: file.digest, in: hers, eve) == file.data)
        desk.service.clock.advance(seconds: 3 * 3600)
        let again = try await desk.service.signIn("eve@example.org").accessToken
        #expect(try await desk.service.sweep() == 1)
        #expect(try await desk.service.keptFiles().count == 1)
        #expect(try await desk.service.bytes(of: file.digest, in: hers, again) == file.data)
    }

    @Test(arguments: Ground.allCases)
    func `After a part that broke only what is missing is asked for`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground)
        let file = SampleFile(byteCount: 2 * AssetExchange.partByteCount + 10)
        let upload = try #require(try await desk.announced(file).upload)
        #expect(upload.parts.map(\.number) == [1, 2, 3])
        let cut = try await desk.service.send(file.part(2).prefix(500), to: upload.parts[1])
        if ground != .s3 {
            // Of moto it cannot be asked: it does not look at the checksums of parts.
            #expect(cut.problem == .incomplete)
            var damaged = file.part(2)
            damaged[damaged.startIndex + 7] ^= 1
            let wrong = try await desk.service.send(damaged, to: upload.parts[1])
            #expect(wrong.problem == .incomplete)
        }
        for number in [1, 3] {
            let sent = try await desk.service.send(file.part(number), to: upload.parts[number - 1])
            #expect(sent.head.isSuccess)
        }
        let early = try await desk.service.complete(upload.id, in: desk.space, desk.token)
        #expect(early.problem == .incomplete)
        let path = AccountRoute.findUpload.path(desk.space, upload.id)
        let left = try await desk.service.ask(.findUpload, at: path, token: desk.token)
            .json(AssetExchange.Upload.self)
        #expect(left.id == upload.id && left.parts.map(\.number) == [2])
        #expect(try await desk.announced(file).upload?.parts.map(\.number) == [2])
        for _ in 0..<2 {
            #expect(
                try await desk.service.send(file.part(2), to: left.parts[0]).head.isSuccess
            )
        }
        let done = try await desk.service.complete(upload.id, in: desk.space, desk.token)
        #expect(done.head.status == 200)
        #expect(
            try await desk.service.bytes(of: file.digest, in: desk.space, desk.token) == file.data
        )
        #expect(
            try await desk.service.complete(upload.id, in: desk.space, desk.token).problem
                == .notFound
        )
    }

    @Test(arguments: Ground.allCases)
    func `What is not what was announced never becomes visible`(ground: Ground) async throws {
        let desk = try await Desk(ground)
        let (service, space, token) = (desk.service, desk.space, desk.token)
        let (file, other) = (SampleFile(), SampleFile(seed: 2))
        // The parts are right, and the whole is another.
        var lie = file.announcement()
        lie.parts = other.announcement().parts
        var upload = try #require(
            try await service.announce(lie, in: space, token)
                .json(AssetExchange.Announced.self).upload
        )
        #expect(try await service.send(other.data, to: upload.parts[0]).head.isSuccess)
        #expect(try await service.complete(upload.id, in: space, token).problem == .incomplete)
        #expect(try await service.find(file.digest, in: space, token).problem == .notFound)
        #expect(try await service.find(other.digest, in: space, token).problem == .notFound)
        #expect(try await service.complete(upload.id, in: space, token).problem == .notFound)
        // The bytes are right, and the type is another.
        lie = file.announcement()
        lie.type = .jpeg
        upload = try #require(
            try await service.announce(lie, in: space, token)
                .json(AssetExchange.Announced.self).upload
        )
        #expect(try await service.send(file.data, to: upload.parts[0]).head.isSuccess)
        #expect(try await service.complete(upload.id, in: space, token).problem == .badRequest)
        #expect(try await service.find(file.digest, in: space, token).problem == .notFound)
        // And nothing of it is in the way of the truth.
        #expect(try await service.keep(file, in: space, token).head.status == 200)
    }

    @Test func `Announcing in another way begins anew`() async throws {
        let desk = try await Desk()
        let file = SampleFile()
        let first = try await desk.announced(file).upload
        let second = try await desk.service.announce(
            file.announcement(in: .thumbnails),
            in: desk.space,
            desk.token
        ).json(AssetExchange.Announced.self).upload
        #expect(first?.id != second?.id)
        #expect(try await desk.announced(file).upload?.id != second?.id)
    }

    @Test func `What is too large, too many or in the wrong place is refused at once`()
        async throws
    {
        let desk = try await Desk()
        let good = SampleFile().announcement()
        let changes: [(AccountProblem.Code, (inout AssetExchange.Announcement) -> Void)] = [
            (.tooLarge, { $0.byteCount = AssetExchange.byteLimit + 1 }),
            (.tooLarge, { $0.byteCount = 0 }), (.tooLarge, { $0.byteCount = .min }),
            (.tooLarge, { ($0.bucket, $0.byteCount) = (.thumbnails, 5 << 20) }),
            (.badRequest, { $0.parts = [] }), (.badRequest, { $0.parts += $0.parts }),
            (.badRequest, { ($0.bucket, $0.type) = (.thumbnails, .mp4) }),
            (.badRequest, { ($0.bucket, $0.type) = (.exports, .mp3) }),
        ]
        for (index, (code, change)) in changes.enumerated() {
            var body = good
            change(&body)
            let reply = try await desk.service.announce(body, in: desk.space, desk.token)
            #expect(reply.problem == code, "\(index) \(reply.text)")
        }
        var tree = try JSONSerialization.jsonObject(with: JSONEncoder().encode(good))
        for (name, value) in [("type", "text/html"), ("sha256", "../x"), ("bucket", "secrets")] {
            var object = try #require(tree as? [String: Any])
            object[name] = value
            tree = object
            let reply = try await desk.service.ask(
                .announceAsset,
                at: AccountRoute.announceAsset.path(desk.space),
                token: desk.token,
                body: try JSONSerialization.data(withJSONObject: tree)
            )
            #expect(reply.problem == .badRequest, "\(name)")
        }
    }

    @Test(arguments: [
        ("bytes=0-99", 206, 0..<100), ("bytes=999-", 206, 999..<1000),
        ("bytes=-10", 206, 990..<1000),
        ("bytes=0-5000", 206, 0..<1000), ("bytes=1000-", 416, 0..<0), ("bytes=-0", 416, 0..<0),
        ("bytes=5-2", 200, 0..<1000), ("bytes=0-1,5-6", 200, 0..<1000),
        ("lines=0-1", 200, 0..<1000),
        ("bytes=99999999999999999999-", 416, 0..<0),
        ("bytes=0-99999999999999999999", 206, 0..<1000),
    ])
    func `A range of a file is given as it was asked for`(
        range: String,
        status: Int,
        bytes: Range<Int>
    ) async throws {
        let desk = try await Desk()
        let file = SampleFile(byteCount: 1000)
        try await desk.service.keep(file, in: desk.space, desk.token)
        let found = try await desk.service.find(file.digest, in: desk.space, desk.token)
            .json(AssetExchange.Found.self)
        let reply = try await desk.service.read(found.address, range: range)
        #expect(reply.head.status == status)
        switch status {
        case 206:
            #expect(reply.body == file.data[bytes])
            #expect(
                reply.head["content-range"]
                    == "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/1000"
            )
        case 416: #expect(reply.head["content-range"] == "bytes */1000")
        default: #expect(reply.body == file.data)
        }
    }
}

extension ServiceFixture {
    func ownSpace(_ token: String) async throws -> String {
        try #require(try await profile(token).ownSpace?.id.description)
    }

    /// A desk of a process beside the service.
    func assetDesk(_ settings: AssetSettings = AssetSettings()) async throws -> AssetDesk {
        try await AssetDesk.open(
            database.database,
            storage: place,
            settings: settings,
            now: clock.read
        )
    }

    func sweep() async throws -> Int {
        let desk = try await assetDesk()
        let count = try await desk.sweep()
        await desk.close()
        return count
    }
}
