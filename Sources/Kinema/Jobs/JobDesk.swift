import Foundation
import Jobs
import Workspace

/// The queue of the person's workspace, for the commands about jobs.
struct JobDesk {
    let wiring: Wiring
    let workspace: LocalWorkspace
    var queue: JobQueue { workspace.queue }

    init() throws {
        wiring = Wiring()
        workspace = try wiring.openWorkspace()
    }

    /// Returns the job that a word means: an id, its last twelve digits, the
    /// beginning of one, or the only job of a batch.
    func job(_ word: String) throws -> Job {
        let found = try jobs(word)
        guard let job = found.first, found.count == 1 else {
            throw Complaint(
                "“\(word)” means \(found.count) jobs; give more of the id.",
                code: .usage
            )
        }
        return job
    }

    /// Returns the jobs that a word means, at least one.
    func jobs(_ word: String) throws -> [Job] {
        let found = try queue.find(word)
        guard !found.isEmpty else {
            throw Complaint("There is no job “\(word)”; “kinema jobs” lists them.", code: .usage)
        }
        return found
    }

    /// Returns the ids that several words mean, or those of a state when there are none.
    func ids(_ words: [String], orAll states: Set<JobState>?) throws -> [Job.ID] {
        if let states, words.isEmpty {
            return try queue.list(settled: 10_000).filter { states.contains($0.state) }.map(\.id)
        }
        guard !words.isEmpty else {
            throw Complaint("Name a job, or say --all; “kinema jobs” lists them.", code: .usage)
        }
        return try words.flatMap { try jobs($0) }.map(\.id)
    }

    /// Sees to a worker, for what may go on now.
    func wakeWorker() throws {
        guard try queue.hasWork(within: 60_000) else { return }
        try WorkerProcess(wiring: wiring).start()
    }

    func rows(of jobs: [Job]) throws -> [JobRow] {
        let metrics = try queue.metrics()
        let now = Wiring.now()
        return jobs.map { JobRow($0, metrics: metrics, now: now) }
    }
}
