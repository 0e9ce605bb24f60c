import Editorial
import Jobs

extension TakeStep {
    /// What a job says about its step: there is no second truth.
    init(_ kind: Kind, from job: Job) {
        self.init(kind: kind, state: State(job), attempt: job.attempt)
    }
}

extension TakeStep.State {
    fileprivate init(_ job: Job) {
        let start = Timestamp(milliseconds: job.startedAt ?? job.createdAt)
        switch job.state {
        case .waiting, .available, .scheduled, .retrying:
            self = .pending
        case .running:
            self = .running(progress: job.progress, startedAt: start)
        case .completed:
            let end = Timestamp(milliseconds: job.finishedAt ?? start.milliseconds)
            self = .completed(seconds: max(0, end.seconds(since: start)))
        case .failed, .uncertain:
            let message = job.failure?.message ?? "It failed and left no reason; retry."
            self = .failed(Take.Failure(message: message))
        case .cancelled:
            self = .cancelled
        }
    }
}
