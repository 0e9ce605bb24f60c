import Foundation
import Generation
package import Jobs

/// Carries out requests of providers that are no takes, one after the other, until it is asked to
/// leave.
///
/// It goes by the same rules as ``TakeWorker``: the ticket is stored before the
/// service is first asked after it, and whoever follows one that was killed
/// goes on from there. What comes is not looked into: whoever wants it does that.
package struct RequestWorker: Sendable {
    let queue: JobQueue
    let ledger: any RequestLedger
    let desk: RequestDesk
    private let claimed: [String]
    private let owner: JobOwner
    private let clock: @Sendable () -> Int
    let departure: Departure
    private let tell: @Sendable (Job, Outcome) -> Void

    /// What a worker did with a job that it had.
    package enum Outcome: String, Sendable {
        case completed, failed
        /// It was cancelled, or this worker leaves.
        case returned
        /// It cannot be known whether the service took it.
        case uncertain
        /// Another worker has it.
        case lost
    }

    /// `claimed` are the queues whose jobs it takes; `clock` gives wall-clock
    /// milliseconds, `departure` is asked whether to leave, and `tell` hears what
    /// came of each.
    package init(
        queue: JobQueue,
        ledger: any RequestLedger,
        desk: RequestDesk,
        claimed: [String],
        owner: JobOwner,
        clock: @escaping @Sendable () -> Int,
        departure: Departure,
        tell: @escaping @Sendable (Job, Outcome) -> Void = { _, _ in }
    ) {
        self.queue = queue
        self.ledger = ledger
        self.desk = desk
        self.claimed = claimed
        self.owner = owner
        self.clock = clock
        self.departure = departure
        self.tell = tell
    }

    /// The longest wait for a wake-up, in milliseconds: so soon is seen what no
    /// commit tells of, such as the death of a worker.
    private static let pause = 1000

    /// Works until it is asked to leave; blocks its thread.
    ///
    /// A database that does not answer is asked again for as long as it takes,
    /// and `trouble` is told.
    package func run(trouble: (any Error) -> Void) {
        while !departure.isWished {
            do {
                let counter = try queue.changeCounter()
                if try !workOnce() {
                    _ = try queue.waitForChange(since: counter, milliseconds: Self.pause)
                }
            } catch {
                trouble(error)
                desk.nap()
            }
        }
    }

    /// Carries out the job whose turn it is; false when there is none.
    package func workOnce() throws -> Bool {
        try queue.rescue()
        try sayFarewells()
        // Where nothing waits nothing is written, however many look.
        guard try queue.hasWork(within: 0, in: claimed),
            let leased = try queue.claim(queues: claimed, owner: owner)
        else { return false }
        tell(leased.job, try carryOut(leased))
        return true
    }

    private func carryOut(_ leased: LeasedJob) throws -> Outcome {
        let heartbeat = Heartbeat(queue: queue, lease: leased.lease)
        defer { heartbeat.stop() }
        let end = LeaseEnd(queue: queue, lease: leased.lease)
        let isStopped: @Sendable () -> Bool = { [departure] in
            heartbeat.isCancelRequested || heartbeat.isLost || departure.isUrgent
        }
        do {
            let path = try file(leased, heartbeat, isStopped)
            try ledger.complete(leased.lease, leaving: path, isStopped: isStopped)
            desk.clear(leased.job.id)
            return .completed
        } catch is StepSettled {
            return .uncertain
        } catch JobError.leaseLost {
            // Whatever this one has is not wanted.
            return .lost
        } catch {
            if heartbeat.isLost { return .lost }
            if error is StepStopped || isStopped() {
                try end.giveBack()
                return .returned
            }
            let failure = (error as? ProviderError).map { StepFailure($0) } ?? StepFailure(error)
            try ledger.note(failure.refusal, of: leased.job.id)
            try end.fail(failure)
            return .failed
        }
    }

    /// Returns where the result of a request lies.
    private func file(
        _ leased: LeasedJob,
        _ heartbeat: Heartbeat,
        _ isStopped: @escaping @Sendable () -> Bool
    ) throws -> String {
        guard var order = try ledger.order(of: leased.job.id) else {
            throw StepFailure("Nobody wants this any more; nothing was made.")
        }
        guard let name = order.request.model.provider else {
            throw StepFailure("The model “\(order.request.model.id)” is of no service.")
        }
        let landing = try desk.landing(of: leased.job.id)
        // What is under way already has its frames.
        if leased.job.ticket == nil { try bring(&order, into: landing, isStopped) }
        var gate = ProgressGate()
        return try RemoteRun(
            leased: leased,
            queue: queue,
            provider: try desk.provider(name),
            request: order.request,
            payment: ledger.payment(of: leased.job.id),
            obstacle: nil,
            landing: landing,
            watch: RemoteWatch(
                report: { progress in
                    if isStopped() { throw StepStopped() }
                    guard let value = gate.pass(progress, at: clock()) else { return }
                    _ = try queue.progress(leased.lease, value, note: nil)
                },
                // A line that cannot be written is not worth a film.
                log: { try? queue.log(leased.lease, $0) },
                isStopped: isStopped,
                isCancelled: { heartbeat.isCancelRequested },
                // Nobody watches here; whoever wants it sees it when it is made.
                show: { _ in }
            ),
            nap: desk.nap
        ).file()
    }

    private func bring(
        _ order: inout RequestOrder,
        into landing: Landing,
        _ isStopped: @escaping @Sendable () -> Bool
    ) throws {
        for picture in order.pictures {
            guard let path = landing.path("\(picture.place.rawValue)-frame") else { continue }
            let frame = try picture.bring(path, isStopped)
            switch picture.place {
            case .start: order.request.startFrame = frame
            case .end: order.request.endFrame = frame
            }
        }
    }
}
