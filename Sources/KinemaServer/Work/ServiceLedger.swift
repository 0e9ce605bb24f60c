import AccountAPI
import AccountService
import Foundation
import Generation
import Jobs
import Pipeline

/// The service's own rows and files, as a worker asks for them.
struct ServiceLedger: RequestLedger {
    let desk: RemoteWorkDesk
    let queue: JobQueue
    let files: WorkFiles

    func order(of job: Job.ID) throws -> RequestOrder? {
        guard let work = try desk.work(of: job) else { return nil }
        let pictures = work.frames.map { place, asset in
            RequestOrder.Picture(place) { [files] (path, isStopped) throws(ProviderError) in
                try files.bring(asset, as: place, of: work, to: path, isStopped: isStopped)
            }
        }
        return RequestOrder(work.request, pictures: pictures)
    }

    func payment(of job: Job.ID) -> Payment {
        Payment(
            reserve: {
                do {
                    try desk.reserve(job)
                } catch let error as ProviderError {
                    throw PurseError(error.message)
                }
            },
            send: { try desk.send(job) },
            settle: { try desk.settle(job, cost: $0) },
            release: { try desk.release(job) }
        )
    }

    func note(_ refusal: ProviderError.Kind?, of job: Job.ID) throws {
        try desk.note(refusal, of: job)
    }

    func farewells() throws -> [Job.ID] { try desk.farewells() }

    func noteFarewell(of job: Job, isSaid: Bool) throws {
        try desk.noteFarewell(of: job, isSaid: isSaid)
    }

    func complete(
        _ lease: Lease,
        leaving path: String,
        isStopped: @escaping () -> Bool
    ) throws {
        guard let work = try desk.work(of: lease.job) else {
            throw ProviderError(.fatal, "The space that it was for is gone.")
        }
        let kept = try files.keep(path, of: work, isStopped: isStopped)
        try desk.complete(
            lease,
            of: queue,
            leaving: kept.sha256,
            type: kept.type.rawValue,
            byteCount: kept.byteCount
        )
    }
}
