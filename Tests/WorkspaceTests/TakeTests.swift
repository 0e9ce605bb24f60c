import Database
import Editorial
import Foundation
import Jobs
import Testing

@testable import Workspace

struct TakeTests {
    let fixture: WorkspaceFixture
    var workspace: LocalWorkspace { fixture.workspace }

    init() throws { fixture = try WorkspaceFixture() }

    private func asset(
        _ digit: Character,
        _ kind: Asset.Kind = .image
    ) throws -> Asset {
        Asset(
            id: try #require(Asset.ID(String(repeating: digit, count: 64))),
            kind: kind,
            name: "film",
            fileExtension: "mp4",
            byteCount: 1,
            size: PixelSize(width: 2, height: 2)
        )
    }

    @Test func `A take is asked for with three steps that wait in line`() throws {
        let (project, take) = try fixture.submitted()
        #expect(take.number == 1)
        #expect(take.draft == project.shots[0].draft)
        #expect(take.createdAt == fixture.ids.now)
        #expect(take.steps == TakeStep.Kind.allCases.map { TakeStep(kind: $0) })
        #expect(take.status == .queued)
        #expect(try workspace.takes(of: project.id) == [take])

        var jobs: [Job] = []
        while let leased = try fixture.claim() {
            jobs.append(leased.job)
            #expect(try fixture.claim() == nil)
            try workspace.queue.complete(leased.lease)
        }
        #expect(
            jobs.map(\.queue) == [
                "image-generation", "video-synthesis", "post-processing", "post-processing",
            ]
        )
        #expect(jobs.map(\.kind) == ["take.image", "take.video", "take.post", "take.thumbnail"])
        #expect(Set(jobs.map(\.payload)) == ["{\"take\":\"\(take.id)\"}"])
    }

    @Test func `Asking twice under one id is asking once`() throws {
        let (project, take) = try fixture.submitted()
        let before = try fixture.rowCount()
        let again = try workspace.submitTake(
            id: take.id,
            shot: take.shot,
            project: project.id,
            draft: take.draft,
            at: take.createdAt
        )
        #expect(again == take)
        #expect(try fixture.rowCount() == before)
    }

    @Test func `Asking for a take that fails anywhere leaves nothing`() throws {
        let project = fixture.project()
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        let before = try fixture.rowCount()
        var failures = 0
        while failures < 100 {
            let broken = try LocalWorkspace(
                directory: workspace.directory,
                database: FailingDatabase(base: workspace.database, failing: failures + 1),
                clock: fixture.clock.read
            )
            let take: Take? = try? broken.submitTake(
                id: fixture.ids.identifier(),
                shot: project.shots[0].id,
                project: project.id,
                draft: project.shots[0].draft,
                at: fixture.ids.now
            )
            if let take {
                #expect(take.number == 1)
                break
            }
            failures += 1
            #expect(try fixture.rowCount() == before)
            #expect(try workspace.takes(of: project.id).isEmpty)
        }
        #expect((10..<100).contains(failures))
    }

    @Test func `A take of a project that was never saved is refused`() throws {
        let project = fixture.project()
        #expect(throws: WorkspaceError.self) { try fixture.submit(of: project) }
        #expect(try fixture.rowCount() == 0)
    }

    @Test func `Numbers count within a shot and are not given again`() throws {
        let (project, _) = try fixture.submitted()
        let second = try fixture.submit(of: project)
        let other = try fixture.submit(of: project, shot: 1)
        #expect(second.number == 2)
        #expect(other.number == 1)
        try workspace.database.write { connection in
            try connection.execute(
                "DELETE FROM take WHERE id = $1",
                [.text(second.id.description)]
            )
        }
        #expect(try fixture.submit(of: project).number == 3)
    }

    @Test func `Takes outlive their shot, for undo to bring back`() throws {
        var (project, take) = try fixture.submitted()
        let shot = project.shots.removeFirst()
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        #expect(try workspace.takes(of: project.id) == [take])
        project.shots.insert(shot, at: 0)
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        #expect(try workspace.takes(of: project.id) == [take])
        #expect(try workspace.project(project.id)?.0 == project)
    }

    @Test func `A take follows its jobs from the first to the film`() throws {
        let (_, take) = try fixture.submitted()
        let image = try #require(try fixture.claim()).lease
        _ = try workspace.queue.progress(image, 0.5, note: nil)
        let running = try #require(try workspace.take(take.id))
        #expect(
            running.steps[0].state
                == .running(progress: 0.5, startedAt: Timestamp(milliseconds: 1_000_000))
        )
        #expect(running.steps[0].attempt == 1)
        #expect(running.status == .running)

        fixture.clock.advance(2500)
        let picture = try asset("a")
        try workspace.complete(image, of: take.id, leaving: picture, by: nil)
        let drawn = try #require(try workspace.take(take.id))
        #expect(drawn.steps[0].state == .completed(seconds: 2.5))
        #expect(drawn.picture == picture.id)
        #expect(drawn.film == nil)
        #expect(drawn.status == .running)

        try workspace.queue.complete(try #require(try fixture.claim()).lease)
        let film = try asset("b", .video)
        let last = try #require(try fixture.claim()).lease
        try workspace.complete(last, of: take.id, leaving: film, by: nil)
        let done = try #require(try workspace.take(take.id))
        #expect(done.status == .completed)
        #expect(done.film == film.id)
    }

    @Test func `A take that failed says why, and a retry goes on where it failed`() throws {
        let (_, take) = try fixture.submitted()
        try workspace.queue.complete(try #require(try fixture.claim()).lease)
        let video = try #require(try fixture.claim()).lease
        try workspace.queue.fail(video, JobFailure(message: "The disk is full."), random: 0)
        let failed = try #require(try workspace.take(take.id))
        #expect(failed.status == .failed(Take.Failure(message: "The disk is full.")))
        #expect(failed.steps[2].state == .cancelled)

        try workspace.retryTake(take.id)
        let retried = try #require(try workspace.take(take.id))
        #expect(retried.steps[0].isCompleted)
        #expect(retried.steps[1].state == .pending)
        #expect(retried.steps[2].state == .pending)
        #expect(try fixture.claim()?.job.kind == "take.video")
    }

    @Test func `A take of which nobody knows whether it was paid waits for a person`() throws {
        let (_, take) = try fixture.submitted()
        let image = try #require(try fixture.claim()).lease
        try workspace.queue.submitting(image)
        try workspace.queue.doubt(image, JobFailure(message: "No answer came."))
        let doubtful = try #require(try workspace.take(take.id))
        #expect(doubtful.status == .uncertain(Take.Failure(message: "No answer came.")))
        #expect(doubtful.isSettled)
        #expect(try fixture.claim() == nil)

        try workspace.retryTake(take.id)
        #expect(try workspace.take(take.id)?.status == .queued)
        let again = try #require(try fixture.claim()).lease
        try workspace.queue.submitting(again)
        try workspace.queue.doubt(again, JobFailure(message: "No answer came."))
        try workspace.cancelTake(take.id)
        #expect(try workspace.take(take.id)?.status == .cancelled)
    }

    @Test func `What is made of a film comes after all else and is noted with its take`() throws {
        let (project, take) = try fixture.submitted()
        for name in "abc" {
            let lease = try #require(try fixture.claim()).lease
            let made = try asset(name, name == "a" ? .image : .video)
            try workspace.complete(lease, of: take.id, leaving: made, by: nil)
        }
        let later = try fixture.submit(of: project)
        for _ in later.steps {
            try workspace.queue.complete(try #require(try fixture.claim()).lease)
        }
        let last = try #require(try fixture.claim())
        #expect(last.job.kind == Take.Companion.thumbnail.job)
        #expect(last.job.batch == take.id.description)
        let thumbnail = try asset("d")
        try workspace.complete(last.lease, of: take.id, leaving: thumbnail, as: .thumbnail)
        #expect(try workspace.take(take.id)?.thumbnail == thumbnail.id)
        #expect(try workspace.take(take.id)?.status == .completed)
    }

    @Test func `Finished parts stay until nobody wants them`() throws {
        let (_, take) = try fixture.submitted()
        let shelf = try workspace.workshop(of: take.id, recipe: "r")
        #expect(try workspace.workshop(of: take.id, recipe: "r") == shelf)
        #expect(try workspace.workshop(of: take.id, recipe: "s") != shelf)
        try Data().write(to: URL(filePath: shelf + "/0-48.mp4"))
        let later = Int(Date().timeIntervalSince1970) + 2 * 86_400
        try workspace.sweepWorkshops(now: later)
        #expect(FileManager.default.fileExists(atPath: shelf + "/0-48.mp4"))
        try workspace.cancelTake(take.id)
        try workspace.sweepWorkshops(now: later - 2 * 86_400)
        #expect(FileManager.default.fileExists(atPath: shelf + "/0-48.mp4"))
        try workspace.sweepWorkshops(now: later)
        #expect(!FileManager.default.fileExists(atPath: shelf))
    }

    @Test func `Cancelling stops what waits at once and what runs when it sees it`() throws {
        let (_, take) = try fixture.submitted()
        let image = try #require(try fixture.claim()).lease
        try workspace.cancelTake(take.id)
        #expect(try workspace.queue.status(of: image) == .held(cancelRequested: true))
        #expect(try workspace.take(take.id)?.status == .cancelled)
        #expect(try workspace.take(take.id)?.steps[0].state != .cancelled)
        try workspace.queue.release(image)
        #expect(
            try workspace.take(take.id)?.steps.map(\.state)
                == [.cancelled, .cancelled, .cancelled]
        )
    }

    @Test func `A result for a take that is gone is refused with the job`() throws {
        let (_, take) = try fixture.submitted()
        let image = try #require(try fixture.claim()).lease
        let picture = try asset("a")
        let gone = Take.ID(take.shot.value)
        let error = #expect(throws: WorkspaceError.self) {
            try workspace.complete(image, of: gone, leaving: picture, by: nil)
        }
        #expect(error?.kind == .missing)
        #expect(try workspace.assets.asset(picture.id) == nil)
        #expect(try workspace.take(take.id)?.steps[0].isCompleted == false)
    }
}
