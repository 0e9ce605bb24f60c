import AccountAPI
import Editorial
import Foundation
import Generation
import Networking
import Sync

/// The account service as a service that makes pictures and films: with keys of its own, which never
/// come here.
///
/// It knows a request again by its key, so that it may be asked twice.
struct ServiceProvider: Provider {
    let access: AccountAccess
    /// Where things are made.
    let space: @Sendable () async throws -> Space.ID
    let files: ServiceFiles
    /// Tells when a job is to be asked after; nil for whenever it is asked for.
    var pokes: JobPokes?

    /// What an output's address begins with, before the digest of the file.
    private static let scheme = "asset:"
    /// The file that is there while a person is to decide whether it is asked for once more.
    private static let doubt = "undecided"

    var id: String { Model.accountProvider }
    var repetition: SubmissionRepetition { .known }
    var rhythm: Double { 1 }

    /// What the model's abilities do not say already is for the service to refuse.
    func check(_ request: GenerationRequest) throws(ProviderError) {}

    func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        try await asking {
            let space = try await space()
            let start = try await send(request.startFrame, to: space)
            let end = try await send(request.endFrame, to: space)
            let job = try await access.make(
                RemoteRequest(request, startFrame: start, endFrame: end),
                key: request.key,
                in: space
            )
            // It was told as failed, so whoever asks now has decided.
            if job.state == .uncertain, landing.holds(Self.doubt) {
                try await access.retry(job.id, in: space)
            }
            if let path = landing.path(Self.doubt) { unlink(path) }
            return GenerationTicket(
                id: job.id.description,
                addresses: ["space": space.description]
            )
        }
    }

    func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let (id, space) = try place(of: ticket)
        await pokes?.turn(of: id, in: space)
        let job = try await asking { try await access.job(id, in: space) }
        if job.state.isSettled { await pokes?.forget(id) }
        if job.state == .uncertain { try landing.write(Data(), as: Self.doubt) }
        switch job.state {
        case .queued: return .queued(ahead: nil)
        case .running: return .running(progress: job.progress)
        case .cancelled: return .cancelled
        case .failed, .uncertain:
            return .failed(
                job.failure.map { ProviderError($0) }
                    ?? ProviderError(.fatal, "The service could not make it; generate it again.")
            )
        case .completed:
            guard let result = job.result else {
                throw ProviderError(.fatal, "The service has nothing of it; generate it again.")
            }
            return .completed(
                [.address(Self.scheme + result.asset.digest)],
                cost: job.cost.map { Money(millionths: $0) }
            )
        }
    }

    func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let (id, space) = try place(of: ticket)
        try await asking { try await access.cancel(id, in: space) }
    }

    func fetch(
        _ output: GenerationOutput,
        of ticket: GenerationTicket,
        landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> String {
        let (_, space) = try place(of: ticket)
        guard case .address(let text) = output, text.hasPrefix(Self.scheme),
            let asset = Asset.ID(String(text.dropFirst(Self.scheme.count)))
        else { throw ProviderError(.fatal, "The service told of no file; generate it again.") }
        return try await asking {
            try await files.fetch(asset, of: space, to: landing, report: report)
        }
    }

    func greet() async throws(ProviderError) -> String {
        let offer = try await asking { try await access.offer(in: space()) }
        let count = offer.models.count
        let left = offer.limit.map {
            ", \(Money(millionths: max(0, $0 - offer.spent))) left of this month"
        }
        return "\(count) \(count == 1 ? "model" : "models")" + (left ?? "")
    }

    private func send(
        _ frame: GenerationRequest.Frame?,
        to space: Space.ID
    ) async throws -> Asset.ID? {
        guard let frame else { return nil }
        return try await files.send(frame.path, to: space)
    }

    private func place(
        of ticket: GenerationTicket
    ) throws(ProviderError) -> (RemoteJob.ID, Space.ID) {
        guard let job = RemoteJob.ID(ticket.id),
            let space = ticket.addresses["space"].flatMap({ Space.ID($0) })
        else {
            throw ProviderError(
                .expired,
                "“\(ticket.id)” is no job of the account service; generate it again."
            )
        }
        return (job, space)
    }

    /// Gives every failure the kind that other services' have.
    private func asking<Value: Sendable>(
        _ body: @Sendable () async throws -> Value
    ) async throws(ProviderError) -> Value {
        do {
            return try await body()
        } catch let error as ProviderError {
            throw error
        } catch let error as SyncError {
            throw ProviderError(error)
        } catch let error as HTTPError {
            throw ProviderError(error.isTransient ? .transient : .fatal, error.message)
        } catch is CancellationError {
            throw ProviderError(.cancelled, "It was stopped.")
        } catch {
            throw ProviderError(.fatal, "\(error)")
        }
    }
}
