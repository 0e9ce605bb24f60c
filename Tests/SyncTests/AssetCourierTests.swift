import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Sync
import Testing

@testable import Workspace

struct AssetCourierTests {
    private func pair(
        arrange: (inout Int) -> Void = { _ in }
    ) async throws -> (ServiceFixture, Studio, Studio) {
        var quota = 10 << 30
        arrange(&quota)
        let service = try await ServiceFixture(.sqlite) { [quota] in $0.assets.quota = quota }
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        for studio in [one, two] { try await studio.join(service, "ada@example.org") }
        return (service, one, two)
    }

    /// Brings a picture into a studio's library, as a person does.
    private func picture(_ studio: Studio, seed: UInt64 = 1, bytes: Int = 5000) throws -> Asset {
        let path = studio.directory + "/\(UUID().uuidString).png"
        try SampleFile(.png, byteCount: bytes, seed: seed).data.write(to: URL(filePath: path))
        return try studio.workspace.assets.adopt(
            file: path,
            kind: .image,
            name: "frame \(seed).png",
            size: PixelSize(width: 40, height: 30)
        )
    }

    /// Makes a take with a real film of two seconds, as a worker does at its end.
    private func take(_ project: Project, on studio: Studio) throws -> (Take.ID, Asset) {
        let path = studio.directory + "/film.mp4"
        try Self.ffmpeg(
            ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=12:duration=2", "-pix_fmt", "yuv420p"]
                + [path]
        )
        let film = try studio.workspace.assets.adopt(
            file: path,
            kind: .video,
            name: "take.mp4",
            size: PixelSize(width: 160, height: 90)
        )
        let small = try picture(studio, seed: 77, bytes: 900)
        let id: Take.ID = studio.id()
        try studio.workspace.submitTake(
            id: id,
            shot: project.shots[0].id,
            project: project.id,
            draft: project.shots[0].draft,
            at: Timestamp(milliseconds: studio.time())
        )
        try studio.workspace.writing { connection in
            try connection.execute(
                "UPDATE take SET film = $2, thumbnail = $3 WHERE id = $1",
                [.text(id.description), .text(film.id.digest), .text(small.id.digest)]
            )
            try studio.workspace.noteTake(id, on: connection)
        }
        return (id, film)
    }

    private static func ffmpeg(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["ffmpeg", "-nostdin", "-v", "error", "-y"] + arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func courier(_ studio: Studio) -> AssetCourier {
        AssetCourier(workspace: studio.workspace, access: studio.access) { _ in }
    }

    @Test func `A start frame and a film made in one home play in the other from what was fetched`()
        async throws
    {
        let (_, one, two) = try await pair()
        let frame = try picture(one)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        let (id, film) = try take(made, on: one)
        _ = try await one.exchange.meet()
        let sent = try await courier(one).send()
        #expect(sent.count == 3 && sent.refusals.isEmpty && !sent.isReadOnly)
        #expect(try await courier(one).send().count == 0)

        _ = try await two.exchange.meet()
        let known = try #require(try two.workspace.take(id))
        #expect(known.film == film.id)
        #expect(try two.project(made.id)?.shots[0].draft.startFrame == frame.id)
        #expect(try two.workspace.assets.path(of: film.id) == nil)
        // Thumbnails come by themselves, the rest when it is wanted.
        #expect(try two.workspace.wantedAssets().map(\.id) == [try #require(known.thumbnail)])
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try two.workspace.assets.path(of: frame.id) == nil)
        for asset in [frame, film] { #expect(try two.workspace.file(asset.id) == nil) }
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try two.workspace.wantedAssets().isEmpty)
        for asset in [frame, film] {
            let (mine, theirs) = (
                try #require(try one.workspace.assets.path(of: asset.id)),
                try #require(try two.workspace.assets.path(of: asset.id))
            )
            #expect(
                FileManager.default.contents(atPath: mine)
                    == FileManager.default.contents(atPath: theirs)
            )
            #expect(try two.workspace.assets.asset(asset.id) == asset)
        }
        let path = try #require(try two.workspace.assets.path(of: film.id))
        try Self.ffmpeg(["-i", path, "-f", "null", "-"])
        // It is known there, and is not sent back.
        #expect(try await courier(two).send().count == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(
                atPath: two.workspace.directory + "/incoming"
            ).isEmpty
        )
    }

    @Test func `What was shared before files were carried is sent too`() async throws {
        let (_, one, two) = try await pair()
        let frame = try picture(one)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        // As a program left it that knew nothing of files.
        try one.workspace.writing { connection in
            try connection.execute("DELETE FROM shared_asset")
            try connection.execute("DELETE FROM shared_field WHERE kind = 'asset'")
            try connection.execute("UPDATE sharing SET assets_named = 0")
        }
        #expect(try await courier(one).send().count == 1)
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        #expect(try two.workspace.file(frame.id) == nil)
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try two.workspace.file(frame.id) != nil)
    }

    @Test
    func `What has left the library for good is let go of, and sent anew when it is used again`()
        async throws
    {
        let (service, one, two) = try await pair()
        let token = try await service.signIn("ada@example.org").accessToken
        func usage() async throws -> Int {
            let space = try #require(try one.workspace.sharing()?.space)
            return try await service.ask(
                .usage,
                at: AccountRoute.usage.path(space),
                token: token
            ).json(AssetExchange.Usage.self).byteCount
        }
        let frame = try picture(one)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        _ = try await courier(one).send()
        #expect(try two.workspace.file(frame.id) == nil)
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try await usage() == 5000)
        // While a shot names it, it stays.
        try one.workspace.writing { try one.workspace.noteRelease(frame.id, on: $0) }
        _ = try await courier(one).send()
        #expect(try await usage() == 5000)
        try one.edit(made.id) { $0.shots[0].draft.startFrame = nil }
        try one.workspace.writing { try one.workspace.noteRelease(frame.id, on: $0) }
        _ = try await one.exchange.meet()
        _ = try await courier(one).send()
        #expect(try await usage() == 0)
        #expect(try one.workspace.releasedAssets(limit: 10).isEmpty)
        // Who has it still uses it again.
        service.clock.advance(seconds: 1)
        _ = try await two.exchange.meet()
        try two.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        _ = try await two.exchange.meet()
        #expect(try await courier(two).send().count == 1)
        #expect(try await usage() == 5000)
    }

    @Test func `What no record names any more is not sent`() async throws {
        let (_, one, _) = try await pair()
        let (first, second) = (try picture(one, seed: 1), try picture(one, seed: 2))
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = first.id }
        try one.edit(made.id) { $0.shots[0].draft.startFrame = second.id }
        #expect(try one.workspace.assetsToSend(limit: 9).map(\.asset.id) == [second.id])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = first.id }
        #expect(try one.workspace.assetsToSend(limit: 9).map(\.asset.id) == [first.id])
    }

    @Test func `A file that nobody has sent yet is told of, and comes when it was`() async throws {
        let (_, one, two) = try await pair()
        let frame = try picture(one)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        #expect(try two.workspace.want(frame.id))
        let refusals = try await courier(two).fetchWanted()
        #expect(refusals.count == 1 && refusals[0].contains("is not on the service yet"))
        #expect(try two.workspace.wantedAssets().isEmpty)
        _ = try await courier(one).send()
        #expect(try two.workspace.want(frame.id))
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try two.workspace.assets.path(of: frame.id) != nil)
        var random = SystemRandomNumberGenerator()
        let strange = Asset.ID(
            (0..<64).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }
                .joined()
        )
        #expect(try !two.workspace.want(try #require(strange)))
    }

    @Test func `A download that broke off goes on where it ended`() async throws {
        let (_, one, two) = try await pair()
        let frame = try picture(one, bytes: 300_000)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        _ = try await one.exchange.meet()
        _ = try await courier(one).send()
        _ = try await two.exchange.meet()
        let whole = SampleFile(.png, byteCount: 300_000).data
        let path = try two.workspace.incomingPath(of: frame.id)
        try whole.prefix(200_000).write(to: URL(filePath: path + ".partial"))
        let note =
            "{\"source\":\"\(frame.id.digest)\",\"validator\":\"\\\"\(frame.id.digest)\\\"\","
            + "\"total\":300000}"
        try Data(note.utf8).write(to: URL(filePath: path + ".partial.note"))
        let least = LeastReport()
        try await courier(two).fetch(frame) { least.take($0) }
        #expect(least.value >= 2.0 / 3)
        let kept = try #require(try two.workspace.assets.path(of: frame.id))
        #expect(FileManager.default.contents(atPath: kept) == whole)
    }

    @Test func `What the service has no room for stays here, and holds up nothing`() async throws {
        let (service, one, _) = try await pair { $0 = 10_000 }
        let (large, small) = (
            try picture(one, seed: 1, bytes: 9000), try picture(one, seed: 2, bytes: 2000)
        )
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) {
            ($0.shots[0].draft.startFrame, $0.shots[0].draft.endFrame) = (large.id, small.id)
        }
        let sent = try await courier(one).send()
        #expect(sent.count == 1 && sent.refusals.count == 1)
        #expect(try one.workspace.assetsToSend(limit: 9).isEmpty)
        let path = try #require(try one.workspace.assets.path(of: large.id))
        #expect(FileManager.default.contents(atPath: path)?.count == 9000)
        // Whoever runs the service gave more.
        try service.database.database.write { connection in
            _ = try connection.execute("UPDATE account SET quota = 100000")
        }
        try one.workspace.retryRefused()
        #expect(try await courier(one).send().count == 1)
    }

    @Test func `Within the limit stays what was used last, and what is one's own always`()
        async throws
    {
        let (_, one, two) = try await pair()
        let frames = try (1...4).map { try picture(one, seed: UInt64($0), bytes: 10_000) }
        let own = try picture(two, seed: 9, bytes: 10_000)
        let made = try one.make("Film", ["1", "2", "3", "4"])
        try one.edit(made.id) { project in
            for (index, frame) in frames.enumerated() {
                project.shots[index].draft.startFrame = frame.id
            }
        }
        _ = try await one.exchange.meet()
        _ = try await courier(one).send()
        _ = try await two.exchange.meet()
        try two.workspace.wantEverything()
        #expect(try await courier(two).fetchWanted().isEmpty)
        // Used in this order, the second last of all.
        for (age, index) in [1, 3, 2, 0].enumerated() {
            let path = try #require(try two.workspace.assets.path(of: frames[index].id))
            let date = Date(timeIntervalSinceNow: Double(age) * -36_000 - 10)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        #expect(try two.workspace.dropFetched(beyond: 25_000) == 2)
        let left = try frames.map { try two.workspace.assets.path(of: $0.id) != nil }
        #expect(left == [false, true, false, true])
        #expect(try two.workspace.dropFetched(beyond: 0) == 2)
        #expect(try two.workspace.assets.path(of: own.id) != nil)
        for frame in frames { #expect(try one.workspace.assets.path(of: frame.id) != nil) }
        #expect(try one.workspace.dropFetched(beyond: 0) == 0)
        // What was dropped comes again.
        #expect(try two.workspace.file(frames[0].id) == nil)
        #expect(try await courier(two).fetchWanted().isEmpty)
        #expect(try two.workspace.file(frames[0].id) != nil)
    }

    @Test func `In the background files follow the records, and come when somebody waits`()
        async throws
    {
        let (_, one, two) = try await pair()
        let frame = try picture(one)
        let made = try one.make("Film", ["a boat"])
        try one.edit(made.id) { $0.shots[0].draft.startFrame = frame.id }
        _ = try await one.exchange.meet()
        let (sends, sent) = AsyncStream<FileTraffic>.makeStream()
        let sender = BackgroundCourier(courier: courier(one), cacheLimit: 1 << 30) {
            sent.yield($0)
        }
        let sending = Task { await sender.run() }
        var wasUnderWay = false
        for await traffic in sends {
            if traffic.sending != nil { wasUnderWay = true }
            if wasUnderWay, traffic.sending == nil { break }
        }
        sending.cancel()
        _ = try await two.exchange.meet()
        let (fetches, fetched) = AsyncStream<FileTraffic>.makeStream()
        let fetcher = BackgroundCourier(courier: courier(two), cacheLimit: 1 << 30) {
            fetched.yield($0)
        }
        let fetching = Task { await fetcher.run() }
        #expect(try two.workspace.file(frame.id) == nil)
        await fetcher.wake()
        for await traffic in fetches where traffic.arrivedCount == 1 { break }
        fetching.cancel()
        #expect(try two.workspace.file(frame.id) != nil)
        await sending.value
        await fetching.value
    }

    @Test(arguments: [
        ("\"x\"", 0), ("null", 0), ("{\"id\":\"D\"}", 1), ("[\"D\",\"D\",\"E\"]", 2),
        ("\"a \\\"D\\\" b\"", 1), ("\"DD\"", 0), ("D", 0),
    ])
    func `Files are named by their digests wherever they stand`(text: String, count: Int) {
        let value = text.replacing("D", with: String(repeating: "d", count: 64))
            .replacing("E", with: String(repeating: "e", count: 64))
        // Within a text of a person’s a quotation mark has a backslash before it.
        let expected = value.contains("\\") ? 0 : count
        #expect(SharedAssetNames.all(in: value).count == expected)
    }
}

/// The smallest number that was told.
private final class LeastReport: @unchecked Sendable {
    // @unchecked: under the lock.
    private let lock = NSLock()
    private var least = 1.0

    var value: Double { lock.withLock { least } }

    func take(_ value: Double) { lock.withLock { least = min(least, value) } }
}
