import Editorial
import Jobs

extension TakeStep {
    /// What a job says about its step: there is no second truth.
    init(_ kind: Kind, from job: JobStanding) {
        self.init(kind: kind, state: State(job), attempt: job.attempt)
    }
}

extension TakeStep.State {
    fileprivate init(_ job: JobStanding) {
        let start = Timestamp(milliseconds: job.startedAt ?? job.createdAt)
        switch job.state {
        case .waiting, .available, .scheduled, .retrying:
            self = .pending
        case .running:
            self = .running(progress: job.progress, startedAt: start)
        case .completed:
            let end = Timestamp(milliseconds: job.finishedAt ?? start.milliseconds)
            self = .completed(seconds: max(0, end.seconds(since: start)))
        case .failed:
            let message = job.failure?.message ?? "It failed and left no reason; retry."
            self = .failed(Take.Failure(message: message))
        case .uncertain:
            let message =
                job.failure?.message
                ?? "It cannot be known whether it was paid for; look at the service’s own list."
            self = .uncertain(Take.Failure(message: message))
        case .cancelled:
            self = .cancelled
        }
    }
}

extension TakeStep.Kind {
    /// How much work it is, so that what is measured of one tells of another:
    /// megapixels, of every frame where there are many.
    func work(for draft: Draft) -> Double {
        let picture = Double(draft.size.area) / 1e6
        return self == .video ? picture * Double(draft.frameCount) : max(0.01, picture)
    }
}
