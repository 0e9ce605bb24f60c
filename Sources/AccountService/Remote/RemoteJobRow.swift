import AccountAPI
import Database
import Editorial
import Foundation
import Generation
import Jobs

/// What is kept of a job beside its place in the queue.
struct RemoteJobRow: Sendable {
    /// What every reading of it selects.
    static let selection = """
        SELECT remote_job.*, remote_charge.estimate, remote_charge.cost
        FROM remote_job LEFT JOIN remote_charge ON remote_charge.job = remote_job.id
        """

    let id: RemoteJob.ID
    let job: Job.ID
    let space: String
    let account: String?
    /// As it was sent, in JSON.
    let text: String
    let request: RemoteRequest
    private let createdAt: Int
    private let failureKind: RemoteJob.Failure.Kind?
    private let result: RemoteJob.Result?
    private let estimate: Int?
    private let cost: Int?

    /// nil where it cannot be read, which this service does not write.
    init?(_ row: SQLRow) throws {
        guard let id = RemoteJob.ID(try row.text("id")), let job = Job.ID(try row.text("id"))
        else { return nil }
        self.id = id
        self.job = job
        space = try row.text("space")
        account = try row.optionalText("account")
        text = try row.text("request")
        guard let request = try? JSONDecoder().decode(RemoteRequest.self, from: Data(text.utf8))
        else { return nil }
        self.request = request
        createdAt = try row.integer("created_at")
        failureKind = try row.optionalText("failure_kind").flatMap(RemoteJob.Failure.Kind.init)
        estimate = try row.optionalInteger("estimate")
        cost = try row.optionalInteger("cost")
        result = try row.optionalText("asset").flatMap(Asset.ID.init).map { asset in
            RemoteJob.Result(
                asset: asset,
                type: try row.text("asset_type"),
                byteCount: try row.integer("asset_size")
            )
        }
    }

    /// Says it as the contract says it.
    func told(_ job: Job) -> RemoteJob {
        var told = RemoteJob(
            id: id,
            model: request.model,
            prompt: request.prompt,
            state: RemoteJob.State(job.state),
            progress: job.progress,
            isCancelRequested: job.isCancelRequested,
            createdAt: Timestamp(milliseconds: createdAt)
        )
        told.estimate = estimate
        told.cost = cost
        told.account = account.flatMap { AccountProfile.ID($0) }
        told.startedAt = job.startedAt.map { Timestamp(milliseconds: $0) }
        told.finishedAt = job.finishedAt.map { Timestamp(milliseconds: $0) }
        if job.state == .failed || job.state == .uncertain, let failure = job.failure {
            told.failure = RemoteJob.Failure(failureKind ?? .fatal, failure.message)
        }
        told.result = job.state == .completed ? result : nil
        return told
    }

    /// The same text for the same request.
    static func text(of request: RemoteRequest) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(request), as: UTF8.self)
    }
}

extension RemoteJob.State {
    init(_ state: JobState) {
        switch state {
        case .waiting, .scheduled, .available, .retrying: self = .queued
        case .running: self = .running
        case .completed: self = .completed
        case .failed: self = .failed
        case .cancelled: self = .cancelled
        case .uncertain: self = .uncertain
        }
    }
}

extension RemoteJob.Failure.Kind {
    init(_ kind: ProviderError.Kind) {
        switch kind {
        case .auth: self = .auth
        case .credits: self = .credits
        case .moderated(.input): self = .moderatedInput
        case .moderated(.output): self = .moderatedOutput
        case .invalid: self = .invalid
        case .throttled: self = .throttled
        case .modelGone: self = .modelGone
        case .expired: self = .expired
        case .transient: self = .transient
        case .fatal, .cancelled: self = .fatal
        }
    }
}
