import Database
import DatabaseFixtures
import Foundation
import Testing

@testable import Jobs

/// Workers are killed at every point of every transaction, and nothing is lost, done twice or paid twice.
@Suite(.serialized)
struct ChaosTests {
    @Test(arguments: Engine.allCases)
    func `Workers that are killed at each point of their work lose nothing`(engine: Engine) throws {
        let run = try ChaosRun(engine)
        let wanted = ChaosRun.count(30, whole: 600)
        var point = 1
        while run.kills < wanted {
            if try !run.queue.hasWork() { try run.enqueueTakes(12) }
            // Two at once, each at its own point: one after the other through all of them.
            let workers = [
                try run.worker(dyingAt: point), try run.worker(dyingAt: point * 7 % 61 + 1),
            ]
            for worker in workers { run.wait(worker) }
            point = point % 60 + 1
        }
        try run.finish()
        try run.check()
    }

    @Test(arguments: Engine.allCases)
    func `Those who queue takes and are killed in the middle of it queue all of a take, or nothing`(
        engine: Engine
    ) throws {
        let run = try ChaosRun(engine)
        let wanted = ChaosRun.count(20, whole: 300)
        var point = 1
        while run.kills < wanted {
            let enqueuers = [
                try run.worker(dyingAt: point, enqueues: true),
                try run.worker(dyingAt: point * 5 % 29 + 1, enqueues: true),
            ]
            // One that works meanwhile sees takes that are whole, and no others.
            let worker = try run.worker(dyingAt: point * 3)
            for process in enqueuers + [worker] { run.wait(process) }
            point = point % 28 + 1
        }
        try run.adoptWanted()
        try run.finish()
        try run.check()
    }

    @Test(arguments: Engine.allCases)
    func `Workers that are killed from outside at any moment lose nothing`(engine: Engine) throws {
        let run = try ChaosRun(engine)
        let wanted = ChaosRun.count(12, whole: 500)
        while run.kills < wanted {
            if try !run.queue.hasWork() { try run.enqueueTakes(12) }
            let workers = [try run.worker(dyingAt: 0), try run.worker(dyingAt: 0)]
            for worker in workers {
                usleep(UInt32.random(in: 5_000...90_000))
                kill(worker.processIdentifier, SIGKILL)
            }
            for worker in workers { run.wait(worker) }
        }
        try run.finish()
        try run.check()
    }

    @Test(arguments: Engine.allCases)
    func `Workers that sleep longer than their lease wake to find it lost`(engine: Engine) throws {
        let run = try ChaosRun(engine)
        for _ in 0..<ChaosRun.count(3, whole: 40) {
            try run.enqueueTakes(8)
            let sleeper = try run.worker(dyingAt: 0)
            usleep(UInt32.random(in: 20_000...120_000))
            kill(sleeper.processIdentifier, SIGSTOP)
            let other = try run.worker(dyingAt: 0)
            // The other one takes over what the sleeper has; but where that sleeps in the middle of
            // a transaction, everybody waits for it.
            for _ in 0..<100 where other.isRunning { usleep(10_000) }
            kill(sleeper.processIdentifier, SIGCONT)
            run.wait(sleeper)
            run.wait(other)
        }
        try run.finish()
        try run.check()
    }

    @Test func `Connections that are cut at any moment lose nothing`() throws {
        let run = try ChaosRun(.postgres)
        try run.enqueueTakes(ChaosRun.count(20, whole: 300))
        let workers = try (0..<4).map { _ in try run.worker(dyingAt: 0) }
        let cut = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
                AND application_name = current_setting('application_name') AND random() < 0.3
            """
        let root = try DatabaseFixture.open(.postgres, run.fixture.address)
        for _ in 0..<ChaosRun.count(15, whole: 300) where workers.contains(where: \.isRunning) {
            _ = try? root.read { try $0.rows(cut) }
            usleep(40_000)
        }
        for worker in workers { run.wait(worker) }
        // This test's own session was cut as well, and fails once.
        _ = try? run.queue.hasWork()
        try run.finish()
        try run.check()
    }
}
