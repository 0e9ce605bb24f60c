import Editorial
import Foundation
import Generation
import Jobs

/// One request of a provider, from the asking to the file that came of it.
///
/// The ticket is stored before the service is first asked after it, and what
/// may be charged for is asked for once: an attempt that finds a ticket goes on
/// from it, and where it cannot be known whether a request arrived, a person decides.
struct RemoteRun {
    let leased: LeasedJob
    let queue: JobQueue
    let provider: any Provider
    let request: GenerationRequest
    let payment: Payment
    /// Why it must not be asked for anew, where there is a reason.
    let obstacle: String?
    let landing: Landing
    let watch: RemoteWatch
    /// Waits for a tenth of a second.
    let nap: @Sendable () -> Void

    /// The longest that a service is waited for, in seconds.
    private static let patience = 4 * 3600.0

    /// Returns where the result lies.
    ///
    /// - Throws: ``StepFailure``, ``StepStopped``, ``StepSettled``.
    func file() throws -> String {
        var ticket = try leased.job.ticket.map { GenerationTicket(stored: $0) } ?? submit()
        var outcome = try follow(ticket)
        if outcome == nil, leased.job.ticket != nil {
            // It was stopped there before, and is wanted again now.
            try forget()
            ticket = try submit()
            outcome = try follow(ticket)
        }
        guard let (outputs, cost) = outcome, let output = outputs.first else {
            try forget()
            throw StepFailure(
                "\(request.model.title) was stopped at its service; generate it again."
            )
        }
        try payment.settle(cost)
        return try fetch(output, ticket)
    }

    private func submit() throws -> GenerationTicket {
        if let obstacle { throw StepFailure(obstacle) }
        do throws(ProviderError) {
            try provider.check(request)
        } catch {
            throw StepFailure(error)
        }
        do {
            try payment.reserve()
        } catch let error as PurseError {
            throw StepFailure(error.description)
        }
        try watch.report(0.01)
        try begin()
        let ticket: GenerationTicket
        do throws(ProviderError) {
            ticket = try send()
        } catch {
            throw try unsent(error)
        }
        // From here on the service is at work on it, whatever happens here.
        try queue.submitted(leased.lease, ticket: ticket.stored)
        watch.log("\(request.model.title) took it as \(ticket.id.harmless(limit: 100)).")
        return ticket
    }

    /// Notes that what may be charged for is on its way.
    private func begin() throws {
        guard provider.repetition == .costly else { return }
        try queue.submitting(leased.lease)
        do {
            try payment.send()
        } catch {
            // Nothing was sent, so nothing is in doubt.
            try forget()
            throw error
        }
    }

    /// What may be charged for is not broken off on its way.
    private func send() throws(ProviderError) -> GenerationTicket {
        let stops = provider.repetition == .costly ? { false } : watch.isStopped
        let highest = HighWater()
        return try RemoteCall.run(
            isStopped: {
                // Progress of an answer that takes its time; stopping is seen elsewhere.
                _ = try? watch.report(0.8 * highest.value)
                return stops()
            }
        ) { [provider, request, landing] () throws(ProviderError) in
            try await provider.submit(request, landing: landing) { update in
                if case .running(let progress?, _) = update { highest.raise(to: progress) }
            }
        }
    }

    /// Says what a request that brought no ticket comes to.
    private func unsent(_ error: ProviderError) throws -> any Error {
        if error.mayHaveArrived, provider.repetition == .costly, !error.isRefusal {
            try queue.doubt(
                leased.lease,
                JobFailure(
                    message: "\(error.message) It cannot be known whether it was taken and will be "
                        + "charged; look at the service’s own list, then retry or confirm it."
                )
            )
            return StepSettled()
        }
        try forget()
        try payment.release()
        return error.kind == .cancelled ? StepStopped() : StepFailure(error)
    }

    /// Asks after it until it is done; nil when it was stopped at the service.
    private func follow(
        _ ticket: GenerationTicket
    ) throws -> (outputs: [GenerationOutput], cost: Money?)? {
        var waited = 0.0
        while waited < Self.patience {
            let update = try look(ticket)
            // Before anything is reported, which would stop without a word to the service.
            if update.isUnderWay { try heed(ticket) }
            switch update {
            case .queued: try watch.report(0.02)
            case .running(let progress, let preview):
                show(preview)
                try watch.report(0.05 + 0.75 * (progress ?? 0))
            case .completed(let outputs, let cost): return (outputs, cost)
            case .cancelled: return nil
            case .failed(let error):
                // Its end was told, so nothing is at work on it any more, and nothing is owed.
                try forget()
                try payment.release()
                throw StepFailure(error.message, refusal: error.kind)
            }
            waited += provider.rhythm
            for _ in 0..<max(1, Int(provider.rhythm * 10)) {
                try heed(ticket)
                nap()
            }
        }
        throw StepFailure(
            "\(request.model.title) has been at it for four hours; retry to go on waiting for it."
        )
    }

    /// Shows what is to be seen of it so far; one that cannot be shown is no failure.
    private func show(_ name: String?) {
        guard let path = name.flatMap(landing.path) else { return }
        try? watch.show(path)
        unlink(path)
    }

    private func look(_ ticket: GenerationTicket) throws -> GenerationUpdate {
        do throws(ProviderError) {
            return try RemoteCall.run(isStopped: watch.isStopped) {
                [provider, landing] () throws(ProviderError) in
                try await provider.update(on: ticket, landing: landing)
            }
        } catch {
            try heed(ticket)
            if error.kind == .modelGone || error.kind == .expired {
                try forget()
                throw StepFailure(
                    "\(request.model.title) knows nothing of “\(ticket.id.harmless(limit: 100))” "
                        + "any more; generate it again."
                )
            }
            throw StepFailure(error)
        }
    }

    /// Brings the result; once it lies here already it is not brought again.
    private func fetch(_ output: GenerationOutput, _ ticket: GenerationTicket) throws -> String {
        do throws(ProviderError) {
            return try land(output, ticket)
        } catch {
            guard error.kind == .expired else { throw try unfetched(error, ticket) }
        }
        // An address that is too old is often told anew.
        guard let (outputs, _) = try follow(ticket), let newer = outputs.first else {
            throw StepFailure("\(request.model.title) does not keep the result; generate it again.")
        }
        do throws(ProviderError) {
            return try land(newer, ticket)
        } catch {
            throw try unfetched(error, ticket)
        }
    }

    private func land(
        _ output: GenerationOutput,
        _ ticket: GenerationTicket
    ) throws(ProviderError) -> String {
        let highest = HighWater()
        let name = try RemoteCall.run(
            isStopped: {
                // Stopping is seen by what follows.
                _ = try? watch.report(0.8 + 0.15 * highest.value)
                return watch.isStopped()
            }
        ) { [provider, landing] () throws(ProviderError) in
            try await provider.fetch(output, of: ticket, landing: landing) { highest.raise(to: $0) }
        }
        guard let path = landing.path(name) else {
            throw ProviderError(.fatal, "The result has no name that a file may have.")
        }
        return path
    }

    private func unfetched(_ error: ProviderError, _ ticket: GenerationTicket) throws -> any Error {
        try heed(ticket)
        // What is spoiled there stays so; the next attempt asks anew.
        if error.kind == .expired || error.kind == .fatal { try forget() }
        return StepFailure(error)
    }

    /// Stops when it is to stop; a job that is cancelled is stopped at the service as well.
    private func heed(_ ticket: GenerationTicket) throws {
        guard watch.isStopped() else { return }
        if watch.isCancelled() {
            let isStopped = Result { () throws(ProviderError) in
                try RemoteCall.run(isStopped: { false }) { [provider] () throws(ProviderError) in
                    try await provider.cancel(ticket)
                }
            }
            switch isStopped {
            case .success: try forget()
            case .failure(let error): watch.log("It went on at the service: \(error.message)")
            }
        }
        throw StepStopped()
    }

    private func forget() throws { try queue.forget(leased.lease) }
}

extension GenerationUpdate {
    fileprivate var isUnderWay: Bool {
        switch self {
        case .queued, .running: true
        case .completed, .failed, .cancelled: false
        }
    }
}

/// The job was settled by the step itself, so nothing is left to say about it.
struct StepSettled: Error {}
