import Editor
import Editorial
import Foundation
import Jobs
import Pipeline
import Workspace

/// Reads the queue for the editor, and steers it.
struct QueueDesk: Sendable {
    /// The lines of a job's log that are shown.
    private static let logLimit = 200

    let workspace: LocalWorkspace
    private var queue: JobQueue { workspace.queue }

    /// Returns what the queue holds, with what happened to one job where it is asked for.
    func read(details id: String?) throws -> Action {
        let jobs = try queue.list(settled: 100).filter { $0.kind != "workspace.clean" }
        let subjects = try workspace.subjects(of: jobs.map(\.id))
        let isPaused = try queue.limits().contains {
            $0.name == JobLimit.everything && $0.isPaused
        }
        return .queueRead(
            jobs.map { QueueItem($0, subjects[$0.id]) },
            isPaused: isPaused,
            try id.flatMap { Job.ID($0) }.map(details)
        )
    }

    /// Carries out what is asked of the queue.
    ///
    /// - Returns: Whether a worker may have something to do now.
    func steer(_ order: QueueOrder) throws -> Bool {
        func job(_ text: String) throws -> Job.ID {
            guard let id = Job.ID(text) else { throw Complaint("There is no job “\(text)”.") }
            return id
        }
        switch order {
        case .cancel(let id):
            try queue.requestCancel([try job(id)])
            return false
        case .retry(let id): try queue.retry([try job(id)])
        case .first(let id): try queue.move(try job(id), to: .first)
        case .last(let id): try queue.move(try job(id), to: .last)
        case .before(let id, let other):
            try queue.move(try job(id), to: .before(try job(other)))
        case .pause(let isPaused):
            try isPaused ? queue.pause(nil) : queue.resume(nil)
            return !isPaused
        }
        return true
    }

    private func details(_ id: Job.ID) throws -> QueueDetails {
        let attempts = JobAttempt.attempts(in: try queue.history(id)).map { attempt in
            QueueDetails.Attempt(
                number: attempt.number,
                seconds: attempt.endedAt.map { Double($0 - attempt.startedAt) / 1000 },
                outcome: attempt.reason ?? attempt.outcome?.rawValue ?? "running"
            )
        }
        let log = try queue.log(of: id).suffix(Self.logLimit).map(\.text)
        return QueueDetails(job: id.text, attempts: attempts, log: Array(log))
    }

    /// Queues the film of a project.
    ///
    /// - Returns: How it stands, before any worker has seen it.
    func export(
        _ project: Project,
        takes: [Take],
        to path: String,
        replaces: Bool
    ) throws -> FilmProgress {
        let expanded = (path as NSString).expandingTildeInPath
        let absolute = URL(filePath: expanded).standardizedFileURL.path
        let file: OutputFile
        do {
            file = try OutputFile(absolute, as: .film, replaces: replaces)
        } catch let complaint as Complaint {
            // In the editor there is no -y and no -o.
            guard FileManager.default.fileExists(atPath: absolute), !replaces else {
                throw complaint
            }
            throw Complaint("\(absolute) is there already; :export! \(path) writes over it.")
        }
        var random = SystemRandomNumberGenerator()
        let order = FilmOrder(project, takes: takes, path: file.path)
        let id = Job.ID(at: Wiring.now(), using: &random)
        try workspace.submitFilm(
            NewJob(
                id: id,
                queue: FilmOrder.queue,
                kind: FilmOrder.kind,
                payload: try order.payload(),
                priority: 1,
                work: project.length.seconds
            ),
            of: project.id,
            to: file.path,
            at: Wiring.timestamp
        )
        return FilmProgress(job: id.text, path: file.path, state: .waiting)
    }
}

extension LocalWorkspace {
    /// Returns how the film of a project that was asked for last comes along.
    func filmExport(of project: Project.ID) throws -> FilmProgress? {
        try lastFilm(of: project).map { job, path in
            FilmProgress(
                job: job.id.text,
                path: path,
                state: FilmProgress.State(job),
                startedAt: job.startedAt.map { Timestamp(milliseconds: $0) }
            )
        }
    }
}

extension FilmProgress.State {
    fileprivate init(_ job: Job) {
        switch job.state {
        case .waiting, .scheduled, .available, .retrying: self = .waiting
        case .running: self = .running(job.progress)
        case .completed: self = .completed
        case .cancelled: self = .cancelled
        case .failed, .uncertain:
            self = .failed(job.failure?.message ?? "The film could not be written; try again.")
        }
    }
}

extension QueueItem {
    fileprivate init(_ job: Job, _ subject: JobSubject?) {
        self.init(
            id: job.id.text,
            queue: job.queue,
            state: State(job.state),
            task: subject?.step.rawValue
                ?? (job.kind == FilmOrder.kind ? "film" : job.kind.replacing("take.", with: "")),
            progress: job.progress,
            attempt: job.attempt,
            createdAt: Timestamp(milliseconds: job.createdAt),
            runAt: Timestamp(milliseconds: job.runAt)
        )
        project = subject?.project
        projectName = subject?.projectName
        shot = subject?.shot
        shotName = subject?.shotName
        take = subject?.takeNumber
        note = job.note
        failure = job.failure?.message
        startedAt = job.startedAt.map { Timestamp(milliseconds: $0) }
        finishedAt = job.finishedAt.map { Timestamp(milliseconds: $0) }
    }
}

extension QueueItem.State {
    fileprivate init(_ state: JobState) {
        switch state {
        case .running: self = .running
        case .available: self = .ready
        case .waiting: self = .waiting
        case .scheduled: self = .scheduled
        case .retrying: self = .retrying
        case .completed: self = .completed
        case .failed: self = .failed
        case .cancelled: self = .cancelled
        case .uncertain: self = .uncertain
        }
    }
}
