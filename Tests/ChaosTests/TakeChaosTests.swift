import Database
import Editorial
import Foundation
import Testing

@testable import Jobs
@testable import Workspace

/// Real takes go through all their steps while their workers are killed.
@Suite(.serialized)
struct TakeChaosTests {
    @Test func `Takes whose workers are killed at every point and any moment are made once, whole`()
        throws
    {
        let run = try TakeChaosRun()
        defer { run.remove() }
        let wanted = ChaosRun.count(12, whole: 400)
        var point = 1
        while run.kills < wanted {
            if try !run.workspace.queue.hasWork() { try run.submit(3) }
            let own = try run.worker(dyingAt: point)
            let other = try run.worker(dyingAt: 0)
            usleep(UInt32.random(in: 20_000...500_000))
            kill(other.processIdentifier, SIGKILL)
            for worker in [own, other] { run.wait(worker) }
            point = point % 48 + 1
        }
        try run.finish()
        try run.check()
    }
}

/// A workspace whose workers are made to die, and what has to hold afterwards.
private final class TakeChaosRun {
    let directory = NSTemporaryDirectory() + "kinema-take-chaos-" + UUID().uuidString
    let workspace: LocalWorkspace
    private let project: Project
    private(set) var takes: [Take.ID] = []
    private(set) var kills = 0
    private var random = SystemRandomNumberGenerator()

    init() throws {
        workspace = try LocalWorkspace.open(directory: directory)
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1_000))
        let shot = Shot(id: ids.identifier(), name: "one", draft: Draft())
        project = Project(id: ids.identifier(), name: "Chaos", shots: [shot])
        try workspace.save(
            project,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 1_000)
        )
    }

    func remove() { try? FileManager.default.removeItem(atPath: directory) }

    /// Asks for takes of half a second, each another one.
    func submit(_ count: Int) throws {
        let now = Timestamp(milliseconds: WallClock.milliseconds())
        for _ in 0..<count {
            let id = Take.ID(UUIDv7(at: now, using: &random))
            try workspace.submitTake(
                id: id,
                shot: project.shots[0].id,
                project: project.id,
                draft: Draft(
                    prompt: "a lighthouse at dawn",
                    duration: RationalTime(1, 2),
                    shortSide: 36,
                    seed: UInt32.random(in: 0...UInt32.max, using: &random)
                ),
                at: now
            )
            takes.append(id)
        }
    }

    func worker(dyingAt point: Int) throws -> Process {
        let process = Process()
        process.executableURL = try ChaosRun.program()
            .deletingLastPathComponent().appending(path: "chaos-studio")
        process.arguments = [directory, "\(point)"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Notes how a worker ended; one that fails by itself is a fault.
    func wait(_ process: Process) {
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal {
            kills += 1
        } else {
            #expect(process.terminationStatus == 0, "A worker failed by itself.")
        }
    }

    /// Lets a worker work that nobody kills.
    func finish() throws {
        for _ in 0..<100 {
            wait(try worker(dyingAt: 0))
            if try !workspace.queue.hasWork() { return }
        }
        Issue.record("The takes never came to an end.")
    }

    func check() throws {
        for id in takes {
            let take = try #require(try workspace.take(id))
            #expect(take.status == .completed)
            for asset in [take.picture, take.film, take.thumbnail] {
                let asset = try #require(asset, "A take lacks a file.")
                let path = try #require(try workspace.assets.path(of: asset))
                var hash = SHA256()
                try Data(contentsOf: URL(filePath: path)).withUnsafeBytes { hash.update($0) }
                #expect(hash.digest() == asset.digest, "A file is not what its name says.")
            }
        }
        for job in try workspace.queue.list(settled: 100_000) where job.kind.hasPrefix("take.") {
            let ends = try workspace.queue.history(job.id).count { $0.transition == .completed }
            #expect(job.state == .completed && ends == 1, "\(job.kind) did not end once.")
        }
        try checkFiles()
    }

    /// Long after, the files are those that are told of, and nothing else is left.
    private func checkFiles() throws {
        let manager = FileManager.default
        try workspace.clean(now: WallClock.milliseconds() + 30 * 86_400_000)
        let files = try manager.subpathsOfDirectory(atPath: directory + "/assets")
            .filter { $0.contains(".") }
        let known = try workspace.database.read { connection in
            try connection.rows("SELECT COUNT(*) AS files FROM asset").first?.integer("files")
        }
        #expect(files.count == known, "A file belongs to nobody, or is missing.")
        let parts = try? manager.contentsOfDirectory(atPath: directory + "/workshop")
        #expect(parts ?? [] == [], "Parts of a film were left.")
        let scratch = try manager.contentsOfDirectory(atPath: directory + "/scratch")
        let dead = scratch.filter { JobOwner($0)?.isAlive == false }
        #expect(dead.count <= 1 + kills)
    }
}
