import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

@testable import AccountService

struct AssetSafetyTests {
    typealias Desk = AssetTests.Desk

    @Test func `An address that was changed in any way opens nothing`() async throws {
        let desk = try await Desk()
        let (file, other) = (SampleFile(), SampleFile(seed: 2))
        try await desk.service.keep(other, in: desk.space, desk.token)
        try await desk.service.keep(file, in: desk.space, desk.token)
        func address(_ file: SampleFile) async throws -> String {
            try await desk.service.find(file.digest, in: desk.space, desk.token)
                .json(AssetExchange.Found.self).address
        }
        let (good, theirs) = (try await address(file), try await address(other))
        let halves = good.split(separator: "?").map(String.init)
        let foreign = theirs.split(separator: "?").map(String.init)
        let until = try #require(halves[1].firstMatch(of: /until=([0-9]+)/)?.output.1)
        let bad = [
            halves[0], halves[0] + "?" + foreign[1], foreign[0] + "?" + halves[1],
            good.replacing("until=\(until)", with: "until=\(until)0"),
            good.replacing("until=\(until)", with: "until=9\(until)"),
            good.replacing("image%2Fpng", with: "text%2Fhtml"),
            good.replacing("name=", with: "name=x"), good + "&name=x", good + "&until=9\(until)",
            good + "&extra=1", good.replacing(/&signature=.*/, with: ""),
            good.replacing(/signature=.*/, with: "signature="),
            String(good.dropLast()), good.replacing(/signature=./, with: "signature=_"),
        ]
        for address in bad where address != good {
            #expect(try await desk.service.read(address).problem == .notFound, "\(address)")
        }
        #expect(try await desk.service.read(good).body == file.data)
        desk.service.clock.advance(seconds: 3599)
        #expect(try await desk.service.read(good).body == file.data)
        desk.service.clock.advance(seconds: 1)
        #expect(try await desk.service.read(good).problem == .notFound)
    }

    @Test func `An address for one part takes no other, and none after its time`() async throws {
        let desk = try await Desk()
        let file = SampleFile(byteCount: AssetExchange.partByteCount + 10)
        let upload = try #require(try await desk.announced(file).upload)
        var part = upload.parts[0]
        part.address = part.address.replacing("/parts/1?", with: "/parts/2?")
        #expect(try await desk.service.send(file.part(2), to: part).problem == .notFound)
        part = upload.parts[1]
        let read = try await desk.service.read(part.address)
        #expect(!read.head.isSuccess)
        let long = try await desk.service.send(file.part(2) + Data("more".utf8), to: part)
        #expect(long.problem == .incomplete)
        desk.service.clock.advance(seconds: 3600)
        #expect(try await desk.service.send(file.part(2), to: part).problem == .notFound)
        #expect(try await desk.service.keptFiles().isEmpty)
    }

    @Test(arguments: Ground.allCases)
    func `Every role may do with files what the table says, and strangers nothing`(
        ground: Ground
    ) async throws {
        let service = try await ServiceFixture(ground.engine, shelf: ground.shelf)
        let owner = try await service.enrol("owner@example.org").accessToken
        let team = try await service.ask(
            .makeSpace,
            token: owner,
            json: SpaceBodies.Make(name: "Studio")
        ).json(Space.self)
        let space = team.id.description
        var tokens: [SpaceRole: String] = [.owner: owner]
        for role in [SpaceRole.admin, .member, .viewer] {
            let token = try await service.enrol("\(role.rawValue)@example.org").accessToken
            let invitation = try await service.ask(
                .invite,
                at: AccountRoute.invite.path(space),
                token: owner,
                json: SpaceBodies.Invite(email: nil, role: role)
            ).json(SpaceBodies.Invitation.self)
            _ = try await service.ask(.join, token: token, json: invitation)
            tokens[role] = token
        }
        let stranger = try await service.enrol("eve@example.org").accessToken
        for (index, role) in SpaceRole.allCases.enumerated() {
            let token = try #require(tokens[role])
            let (mine, theirs) = (
                SampleFile(seed: UInt64(index) + 10), SampleFile(seed: UInt64(index) + 20)
            )
            try await service.keep(theirs, in: space, owner)
            let kept = try await service.keep(mine, in: space, token)
            #expect(kept.head.isSuccess == role.may(.writeAssets), "\(role)")
            let read = try await service.find(theirs.digest, in: space, token)
            #expect(read.head.isSuccess == role.may(.readAssets), "\(role)")
            let usage = try await service.ask(
                .usage,
                at: AccountRoute.usage.path(space),
                token: token
            )
            #expect(usage.head.isSuccess == role.may(.readAssets), "\(role)")
            let others = try await remove(theirs, from: space, token, service)
            #expect(others.head.isSuccess == role.may(.removeAssets), "\(role)")
            if role.may(.writeAssets) {
                #expect(try await remove(mine, from: space, token, service).head.isSuccess)
            }
            #expect(
                try await service.find(theirs.digest, in: space, stranger).problem == .notFound
            )
            #expect(
                try await service.keep(mine, in: space, stranger).problem == .notFound
            )
        }
        // An upload is whose who began it.
        let file = SampleFile(seed: 99)
        let upload = try #require(
            try await service.announce(file.announcement(), in: space, owner)
                .json(AssetExchange.Announced.self).upload
        )
        for token in [tokens[.admin] ?? "", stranger] {
            for route in [AccountRoute.findUpload, .completeUpload, .endUpload] {
                let reply = try await service.ask(
                    route,
                    at: route.path(space, upload.id),
                    token: token,
                    body: route == .completeUpload ? Data() : nil
                )
                #expect(reply.problem == .notFound, "\(route.id)")
            }
        }
    }

    private func remove(
        _ file: SampleFile,
        from space: String,
        _ token: String,
        _ service: ServiceFixture
    ) async throws -> HTTPReply {
        try await service.ask(
            .removeAsset,
            at: AccountRoute.removeAsset.path(space, file.digest.digest),
            token: token
        )
    }

    @Test(arguments: Ground.allCases)
    func `No account keeps more than it may, whatever is under way at once`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground) { $0.assets.quota = 3500 }
        let files = (1...8).map { SampleFile(seed: UInt64($0)) }
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for file in files {
                group.addTask {
                    let reply = try await desk.service.keep(file, in: desk.space, desk.token)
                    #expect(reply.head.isSuccess || reply.problem == .overQuota, "\(reply.text)")
                    return reply.head.isSuccess
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 3)
        let path = AccountRoute.usage.path(desk.space)
        let usage = try await desk.service.ask(.usage, at: path, token: desk.token)
            .json(AssetExchange.Usage.self)
        #expect(usage == AssetExchange.Usage(byteCount: 3000, limit: 3500))
        // What whoever runs the service says of one account goes before the usual.
        let admin = AdminDesk(desk.service.database.database, now: desk.service.clock.read())
        #expect(try admin.setQuota(of: "ada@example.org", to: 4000))
        var kept = 0
        for file in files {
            kept +=
                try await desk.service.keep(file, in: desk.space, desk.token)
                .head.isSuccess ? 1 : 0
        }
        #expect(kept == 4)
        // In a team's space it is the owner's as well.
        let team = try await desk.service.ask(
            .makeSpace,
            token: desk.token,
            json: SpaceBodies.Make(name: "Studio")
        ).json(Space.self).id.description
        let more = try await desk.service.keep(SampleFile(seed: 50), in: team, desk.token)
        #expect(more.problem == .overQuota)
    }

    @Test(arguments: Ground.allCases)
    func `What was never sent to its end is forgotten, with its bytes and its room`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground) { $0.assets.quota = 9_000_000 }
        let file = SampleFile(byteCount: AssetExchange.partByteCount + 10)
        let upload = try #require(try await desk.announced(file).upload)
        _ = try await desk.service.send(file.part(2), to: upload.parts[1])
        #expect(try await desk.service.keptFiles().count == 1)
        desk.service.clock.advance(seconds: 47 * 3600)
        #expect(try await desk.service.sweep() == 0)
        desk.service.clock.advance(seconds: 2 * 3600)
        #expect(try await desk.service.sweep() == 0)
        let token = try await desk.service.signIn("ada@example.org").accessToken
        let usage = try await desk.service.ask(
            .usage,
            at: AccountRoute.usage.path(desk.space),
            token: token
        ).json(AssetExchange.Usage.self)
        #expect(usage.byteCount == 0)
        desk.service.clock.advance(seconds: 3 * 3600)
        #expect(try await desk.service.sweep() == 1)
        #expect(try await desk.service.keptFiles().isEmpty)
    }

    @Test func `Bytes that cannot be removed hold up no others, and are tried again`() async throws
    {
        let desk = try await Desk()
        let files = [SampleFile(), SampleFile(seed: 2)]
        for file in files { try await desk.service.keep(file, in: desk.space, desk.token) }
        let kept = try await desk.service.keptFiles()
        let stuck = desk.service.files + "/" + (try #require(kept.first))
        try FileManager.default.removeItem(atPath: stuck)
        try FileManager.default.createDirectory(
            atPath: stuck + "/held",
            withIntermediateDirectories: true
        )
        for file in files {
            _ = try await remove(file, from: desk.space, desk.token, desk.service)
        }
        desk.service.clock.advance(seconds: 3 * 3600)
        await #expect(throws: AssetError.self) { try await desk.service.sweep() }
        #expect(try await desk.service.keptFiles().isEmpty)
        try FileManager.default.removeItem(atPath: stuck)
        #expect(try await desk.service.sweep() == 0)
        desk.service.clock.advance(seconds: 3 * 3600)
        #expect(try await desk.service.sweep() == 1)
    }

    @Test(arguments: Ground.allCases)
    func `Removing and sweeping never take what somebody has just sent`(
        ground: Ground
    ) async throws {
        let service = try await ServiceFixture(ground.engine, shelf: ground.shelf) {
            $0.accessLifetime = 1 << 30
        }
        let file = SampleFile()
        var people: [(token: String, space: String)] = []
        for name in ["ada", "bob", "eve"] {
            let token = try await service.enrol("\(name)@example.org").accessToken
            people.append((token, try await service.ownSpace(token)))
        }
        // Bytes are removed the moment that nothing refers to them: far sooner than in earnest.
        let sweeper = try await service.assetDesk(AssetSettings(grace: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                group.addTask {
                    for _ in 0..<4 {
                        let kept = try await service.keep(file, in: person.space, person.token)
                        #expect(kept.head.isSuccess, "\(kept.text)")
                        let read = try await service.bytes(
                            of: file.digest,
                            in: person.space,
                            person.token
                        )
                        #expect(read == file.data)
                        let gone = try await self.remove(
                            file,
                            from: person.space,
                            person.token,
                            service
                        )
                        #expect(gone.head.isSuccess)
                    }
                }
            }
            group.addTask {
                for _ in 0..<20 {
                    service.clock.advance(seconds: 1)
                    _ = try await sweeper.sweep()
                }
            }
            try await group.waitForAll()
        }
        service.clock.advance(seconds: 1)
        _ = try await sweeper.sweep()
        await sweeper.close()
        #expect(try await service.keptFiles().isEmpty)
    }

    @Test(arguments: Ground.allCases)
    func `With an account go its files, and not those that others have too`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground)
        let (shared, own) = (SampleFile(), SampleFile(seed: 2))
        let eve = try await desk.service.enrol("eve@example.org").accessToken
        let hers = try await desk.service.ownSpace(eve)
        try await desk.service.keep(shared, in: hers, eve)
        for file in [shared, own] { try await desk.service.keep(file, in: desk.space, desk.token) }
        _ = try await desk.announced(SampleFile(seed: 3))
        let closed = try await desk.service.ask(
            .close,
            token: desk.token,
            json: AccountBodies.Close(password: ServiceFixture.password)
        )
        #expect(closed.head.isSuccess)
        desk.service.clock.advance(seconds: 15 * 24 * 3600)
        let admin = AdminDesk(desk.service.database.database, now: desk.service.clock.read())
        #expect(try admin.sweep() == 1)
        desk.service.clock.advance(seconds: 3 * 3600)
        #expect(try await desk.service.sweep() >= 2)
        #expect(try await desk.service.keptFiles().count == 1)
        let token = try await desk.service.signIn("eve@example.org").accessToken
        #expect(try await desk.service.bytes(of: shared.digest, in: hers, token) == shared.data)
    }

    @Test(arguments: Ground.allCases)
    func `What the service makes for somebody is kept, and read for who may see it`(
        ground: Ground
    ) async throws {
        let desk = try await Desk(ground) { $0.assets.quota = 2500 }
        let profile = try await desk.service.profile(desk.token)
        let space = try #require(profile.ownSpace?.id)
        let eve = try await desk.service.enrol("eve@example.org").accessToken
        let stranger = try await desk.service.profile(eve).id
        let worker = try await desk.service.assetDesk(AssetSettings(quota: 2500))
        let directory = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: directory) }
        func make(_ file: SampleFile) throws -> String {
            let path = directory + "/\(UUID().uuidString)"
            try file.data.write(to: URL(filePath: path))
            return path
        }
        func keep(_ file: SampleFile, by account: AccountProfile.ID) async throws -> SharedAsset {
            try await worker.keep(
                try make(file),
                named: "take",
                in: .generated,
                of: space,
                madeBy: account
            )
        }
        let file = SampleFile(.mp4)
        for _ in 0..<2 {
            let asset = try await keep(file, by: profile.id)
            #expect(asset.sha256 == file.digest && asset.bucket == .generated)
        }
        #expect(
            try await desk.service.bytes(of: file.digest, in: desk.space, desk.token) == file.data
        )
        let copy = directory + "/copy"
        let asset = try await worker.fetch(file.digest, of: space, for: profile.id, to: copy)
        #expect(asset.type == .mp4)
        #expect(FileManager.default.contents(atPath: copy) == file.data)
        let failures: [(AssetError.Kind, () async throws -> SharedAsset)] = [
            (.missing, { try await keep(SampleFile(seed: 5), by: stranger) }),
            (
                .missing,
                { try await worker.fetch(file.digest, of: space, for: stranger, to: copy + "2") }
            ),
            (.overQuota, { try await keep(SampleFile(byteCount: 2000, seed: 6), by: profile.id) }),
            (.unsuitable, { try await keep(SampleFile(.ogg), by: profile.id) }),
        ]
        for (kind, body) in failures {
            let error = await #expect(throws: AssetError.self) { _ = try await body() }
            #expect(error?.kind == kind)
        }
        #expect(FileManager.default.contents(atPath: copy + "2") == nil)
        await worker.close()
    }
}
