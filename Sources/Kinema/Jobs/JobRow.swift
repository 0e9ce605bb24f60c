import Foundation
import Jobs
import Terminal

/// A job as the command line prints it, for machines and for people.
struct JobRow: Encodable {
    let id: String
    let queue: String
    let kind: String
    let state: String
    let progress: Double
    let note: String?
    let attempt: Int
    let priority: Int
    let batch: String?
    let provider: String?
    let ticket: String?
    let isCancelRequested: Bool
    let message: String?
    let createdAt: String
    let startedAt: String?
    let finishedAt: String?
    /// Seconds of work that are left once it runs, as measured of others of its kind.
    let secondsLeft: Double?

    init(_ job: Job, metrics: JobMetrics, now: Int) {
        id = job.id.text
        queue = job.queue
        kind = job.kind
        state = job.state.rawValue
        progress = job.progress
        note = job.note
        attempt = job.attempt
        priority = job.priority
        batch = job.batch
        provider = job.provider
        ticket = job.ticket
        isCancelRequested = job.isCancelRequested
        message = job.failure?.message
        createdAt = JobTime.text(job.createdAt)
        startedAt = job.startedAt.map(JobTime.text)
        finishedAt = job.finishedAt.map(JobTime.text)
        secondsLeft =
            job.state.isSettled
            ? nil
            : metrics.millisecondsLeft(of: job, now: now).map { ($0 / 100).rounded() / 10 }
    }

    /// The heads of the columns of ``line``.
    static let head = "JOB            STATE       STEP           PROGRESS   LEFT  WHAT"

    /// One line for a person; what came from outside is made harmless.
    var line: String {
        let share =
            state == JobState.running.rawValue ? "\(Int((progress * 100).rounded(.down))) %" : ""
        let left = secondsLeft.map(JobTime.duration) ?? ""
        let columns: [(String, Int)] = [
            (String(id.suffix(12)), 15), (state, 12), (kind, 15), (share, 11), (left, 6),
        ]
        let cells = columns.map { text, width in
            text.printable.padding(toLength: width, withPad: " ", startingAt: 0)
        }
        let what = isCancelRequested && finishedAt == nil ? "is being cancelled" : message ?? note
        return (cells.joined() + (what ?? "").printable).trimmingCharacters(in: .whitespaces)
    }
}
