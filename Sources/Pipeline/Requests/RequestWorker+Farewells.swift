import Generation
import Jobs

extension RequestWorker {
    /// Tells services to stop what was cancelled while no worker had it, so that
    /// nothing more is paid for.
    func sayFarewells() throws {
        for id in try ledger.farewells() {
            guard let job = try queue.jobs([id]).first else { continue }
            try ledger.noteFarewell(of: job, isSaid: sayFarewell(to: job))
        }
    }

    /// Returns whether there is nothing left to say.
    private func sayFarewell(to job: Job) -> Bool {
        // What is wanted again, or cannot be asked from here, is left as it is.
        guard job.state == .cancelled, let ticket = job.ticket,
            let order = try? ledger.order(of: job.id), let name = order.request.model.provider,
            let provider = try? desk.provider(name)
        else { return true }
        do throws(ProviderError) {
            try RemoteCall.run(isStopped: { [departure] in departure.isUrgent }) {
                () throws(ProviderError) in
                try await provider.cancel(GenerationTicket(stored: ticket))
            }
            return true
        } catch {
            return !error.isTransient
        }
    }
}
