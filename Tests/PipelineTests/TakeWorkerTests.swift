import Database
import Editorial
import Foundation
import Jobs
import Media
import Motion
import PipelineFixtures
import Testing
import Workspace

@testable import Pipeline

struct TakeWorkerTests {
    @Test func `A prompt goes through image, video and post to a film with its recipe`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(
            Draft(
                prompt: "a lighthouse at dawn",
                duration: RationalTime(1, 2),
                shortSide: 90,
                motions: [MotionChoice(preset: "push")]
            )
        )
        try studio.work()

        let done = try #require(try studio.workspace.take(take))
        #expect(done.status == .completed)
        let film = try #require(done.film)
        let path = try #require(try studio.workspace.assets.path(of: film))
        let info = try MediaInfo(probing: path)
        #expect(info.frameCount == 12)
        #expect(info.size == PixelSize(width: 160, height: 90))
        #expect(Recipe.draft(from: info.metadata) == done.draft)
        #expect(info.metadata["title"] == "a lighthouse at dawn")
    }

    @Test func `A finished film is given a thumbnail, and a large one a proxy`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let half = RationalTime(1, 2)
        let small = try studio.submit(Draft(prompt: "dunes", duration: half, shortSide: 90))
        let large = try studio.submit(Draft(prompt: "dunes", duration: half, shortSide: 1080))
        try studio.work()
        let takes = try [small, large].map { try #require(try studio.workspace.take($0)) }
        #expect(takes.map(\.status) == [.completed, .completed])
        #expect(takes.map { $0.thumbnail != nil } == [true, true])
        #expect(takes.map { $0.proxy != nil } == [false, true])
        let proxy = try #require(takes[1].proxy)
        let path = try #require(try studio.workspace.assets.path(of: proxy))
        let info = try MediaInfo(probing: path)
        #expect(info.size == PixelSize(width: 960, height: 540))
        #expect(info.frameCount == 12)
        // What somebody waits for goes first.
        let jobs = try studio.workspace.queue.list().sorted {
            ($0.startedAt ?? 0) < ($1.startedAt ?? 0)
        }
        #expect(jobs.suffix(3).allSatisfy { $0.priority < 0 })
    }

    @Test func `A long film leaves no parts behind`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(
            Draft(
                prompt: "dunes",
                duration: RationalTime(16),
                frameRate: FrameRate(12),
                shortSide: 90
            )
        )
        try studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
        let workshop = studio.directory + "/workshop"
        #expect(try FileManager.default.contentsOfDirectory(atPath: workshop) == [])
    }

    @Test func `Nothing is left in the scratch directory when a take is done`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        _ = try studio.submit(Draft(prompt: "dunes", duration: RationalTime(1, 2), shortSide: 90))
        try studio.work()
        let scratch = studio.workspace.assets.scratchDirectory
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == [])
    }

    @Test func `The same draft gives the same film, byte for byte`() throws {
        let draft = Draft(prompt: "a boat at sea", duration: RationalTime(1, 2), shortSide: 90)
        let films = try (0..<2).map { _ in
            let studio = try Studio()
            defer { studio.remove() }
            let take = try studio.submit(draft)
            try studio.work()
            return try studio.workspace.take(take)?.film
        }
        #expect(films[0] != nil)
        #expect(films[0] == films[1])
    }

    @Test func `What was made before is taken as it is, and another seed is made anew`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        var draft = Draft(prompt: "a boat at sea", duration: RationalTime(1, 2), shortSide: 90)
        let first = try studio.submit(draft)
        try studio.work()
        let same = try studio.submit(draft)
        draft.seed += 1
        let other = try studio.submit(draft)
        try studio.work()
        let films = try [first, same, other].map { try studio.workspace.take($0)?.film }
        #expect(films[0] == films[1])
        #expect(films[0] != films[2])
        #expect(films[2] != nil)
        let steps = ["take.image", "take.video"]
        let jobs = try studio.workspace.queue.list().filter { steps.contains($0.kind) }
        let taken = try jobs.filter { try !studio.workspace.queue.log(of: $0.id).isEmpty }
        #expect(jobs.count == 6)
        #expect(taken.count == 2)
    }

    @Test func `A result whose file is gone is made again`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let draft = Draft(prompt: "dunes", duration: RationalTime(1, 2), shortSide: 90)
        let first = try studio.submit(draft)
        try studio.work()
        let picture = try #require(try studio.workspace.take(first)?.picture)
        let path = try #require(try studio.workspace.assets.path(of: picture))
        unlink(path)
        _ = try studio.submit(draft)
        try studio.work()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `A preset that is not installed fails the take in words and makes no film`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(
            Draft(
                prompt: "hills",
                duration: RationalTime(1, 2),
                shortSide: 90,
                motions: [MotionChoice(preset: "gone")]
            )
        )
        try studio.work()
        let done = try #require(try studio.workspace.take(take))
        guard case .failed(let failure) = done.status else {
            Issue.record("The take is \(done.status).")
            return
        }
        #expect(failure.message.contains("“gone”"))
        #expect(done.film == nil)
        #expect(done.picture != nil)
    }

    @Test func `A model that is not set up fails at the first step`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(Draft(prompt: "hills", model: "nowhere"))
        try studio.work()
        let done = try #require(try studio.workspace.take(take))
        guard case .failed(let failure) = done.status else {
            Issue.record("The take is \(done.status).")
            return
        }
        #expect(failure.message.contains("nowhere"))
        #expect(done.picture == nil)
    }

    @Test func `A take that was cancelled while it waited is never worked on`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(Draft(prompt: "hills"))
        try studio.workspace.cancelTake(take)
        try studio.work()
        let done = try #require(try studio.workspace.take(take))
        #expect(done.status == .cancelled)
        #expect(done.picture == nil)
    }

    @Test func `A step whose worker died is carried out by the next`() throws {
        let studio = try Studio()
        defer { studio.remove() }
        let take = try studio.submit(
            Draft(prompt: "hills", duration: RationalTime(1, 2), shortSide: 90)
        )
        let dead = JobOwner(
            host: JobOwner.current().host,
            processID: 4_194_303,
            startTime: 1,
            nonce: 1
        )
        _ = try #require(try studio.workspace.queue.claim(queues: nil, owner: dead))
        try studio.work()
        #expect(try studio.workspace.take(take)?.status == .completed)
    }
}

/// A workspace of its own with a worker at hand.
private struct Studio {
    let directory: String
    let workspace: LocalWorkspace
    private let project: Project

    init() throws {
        directory = NSTemporaryDirectory() + "kinema-studio-\(UUID().uuidString)"
        workspace = try LocalWorkspace.open(directory: directory)
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1_000))
        let shot = Shot(id: ids.identifier(), name: "one", draft: Draft())
        project = Project(id: ids.identifier(), name: "Studio", shots: [shot])
        try workspace.save(
            project,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 1_000)
        )
    }

    func remove() { try? FileManager.default.removeItem(atPath: directory) }

    func submit(_ draft: Draft) throws -> Take.ID {
        var random = SystemRandomNumberGenerator()
        let now = Timestamp(milliseconds: WallClock.milliseconds())
        let id = Take.ID(UUIDv7(at: now, using: &random))
        _ = try workspace.submitTake(
            id: id,
            shot: project.shots[0].id,
            project: project.id,
            draft: draft,
            at: now
        )
        return id
    }

    /// Works until nothing is left to do.
    func work() throws {
        let push = try PresetLibrary.decode(
            """
            version: 1
            kind: camera
            id: push
            name: Push
            tags: [test]
            for: A push for tests.
            seconds: [1, 2, 3]
            keys:
              dolly:
                ease: linear
                at: [[0, 0], [1, 0.2]]
            words:
              text: push in
            """,
            file: "push.yaml"
        )
        try TakeWorker(
            queue: workspace.queue,
            ledger: LocalLedger(workspace: workspace),
            presets: PresetLibrary([push]),
            owner: .current(),
            clock: WallClock.milliseconds
        ).run(untilIdleFor: 0.01)
    }
}
