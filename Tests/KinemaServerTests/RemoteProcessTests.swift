import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Testing
import VendorStands

/// The real program while it has things made.
struct RemoteProcessTests {
    private let film = SampleFile(.mp4, byteCount: 300_000).data

    @Test(arguments: RemoteProcess.Point.allCases)
    func `Killed at any point the service pays once, and makes it or leaves it to a person`(
        point: RemoteProcess.Point
    ) async throws {
        let remote = try RemoteProcess(result: film, killing: point)
        try await remote.server.start("--vendors", remote.vendors)
        try await remote.enrol()
        remote.killer.aim(at: remote.server.identifier)
        let job = try await remote.make()
        try await remote.wait { remote.killer.hasKilled }
        _ = remote.server.end(SIGKILL)
        try await remote.server.start("--vendors", remote.vendors)
        let done = try await remote.settled(job)
        #expect(done.state == (point == .submission ? .uncertain : .completed))
        #expect(remote.stand.submissions == 1)
        #expect(!remote.server.logs.contains(remote.key))
    }

    @Test(arguments: Engine.allCases)
    func `What serve leaves alone its workers make, each once, and one that is killed is followed`(
        engine: Engine
    ) async throws {
        let fixture = try DatabaseFixture(engine)
        defer { withExtendedLifetime(fixture) {} }
        let remote = try RemoteProcess(
            database: engine == .sqlite ? "sqlite" : fixture.address,
            result: film,
            killing: .poll
        )
        try await remote.server.start("--vendors", remote.vendors, "--without-worker")
        try await remote.enrol()
        var jobs: [RemoteJob] = []
        for number in 0..<4 { jobs.append(try await remote.make("job-\(number)")) }
        #expect(try await remote.status(jobs[0]).state == .queued)
        let flags = ["--vendors", remote.vendors, "--concurrency", "2"]
        let doomed = try remote.server.startWorker(flags[0], flags[1], flags[2], "1")
        remote.killer.aim(at: doomed.processIdentifier)
        try await remote.wait { remote.killer.hasKilled }
        doomed.waitUntilExit()
        let workers = try (0..<2).map { _ in
            try remote.server.startWorker(flags[0], flags[1], flags[2], flags[3])
        }
        for job in jobs {
            let done = try await remote.settled(job)
            #expect(done.state == .completed, "\(String(describing: done.failure))")
        }
        #expect(remote.stand.submissions == 4)
        for worker in workers {
            worker.terminate()
            worker.waitUntilExit()
            #expect(worker.terminationStatus == 0)
        }
        #expect(remote.server.logs.contains("outcome=completed"))
        #expect(!remote.server.logs.contains(remote.key))
        #expect(!remote.server.logs.contains("lighthouse"))
    }

    @Test func `A worker that is told to leave gives back what waits, and ends`() async throws {
        let remote = try RemoteProcess(result: film) { $0.states = [.running] }
        try await remote.server.start("--vendors", remote.vendors, "--without-worker")
        try await remote.enrol()
        let job = try await remote.make()
        let worker = try remote.server.startWorker("--vendors", remote.vendors)
        try await remote.wait { try await remote.status(job).state == .running }
        try await remote.wait { remote.stand.submissions == 1 }
        worker.terminate()
        worker.waitUntilExit()
        #expect(worker.terminationStatus == 0)
        #expect(try await remote.status(job).state == .queued)
        #expect(remote.stand.submissions == 1)
    }

    @Test func `A worker leaves a database of a later version alone`() throws {
        let server = try ServerProcess()
        let data = server.directory + "/data"
        #expect(try server.run(["migrate", "--data", data]).code == 0)
        let database = try SQLiteDatabase(path: data + "/kinema-server.db")
        try database.write { connection in
            try connection.execute("INSERT INTO schema_migration (name) VALUES ('service-later')")
        }
        let (code, output) = try server.run(["worker", "--data", data])
        #expect(code == 1)
        #expect(output.contains("newer version"))
    }

    @Test(arguments: [
        ["--vendors", "/nowhere.yaml"], ["--monthly-limit", "much"], ["--keep-jobs", "0"],
    ])
    func `What cannot be worked with is said before anything begins`(flags: [String]) throws {
        let server = try ServerProcess()
        let (code, output) = try server.run(
            ["worker", "--data", server.directory + "/data"] + flags
        )
        #expect(code == 1)
        #expect(output.contains("--" + flags[0].dropFirst(2)))
    }
}
