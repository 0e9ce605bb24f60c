package import AccountAPI
import Editorial

extension AccountAccess {
    /// Lists the models that the service offers in a space.
    package func offer(in space: Space.ID) async throws(SyncError) -> RemoteJobBodies.Offer {
        try await ask(
            .offer,
            at: AccountRoute.offer.path(space.description),
            as: RemoteJobBodies.Offer.self
        )
    }

    /// Has something made; the same key is the same job, however often it is asked for.
    package func make(
        _ request: RemoteRequest,
        key: String,
        in space: Space.ID
    ) async throws(SyncError) -> RemoteJob {
        try await ask(
            .makeJob,
            at: AccountRoute.makeJob.path(space.description),
            body: RemoteJobBodies.Make(key: key, request: request),
            as: RemoteJob.self
        )
    }

    /// Tells where a job stands.
    package func job(_ id: RemoteJob.ID, in space: Space.ID) async throws(SyncError) -> RemoteJob {
        try await ask(
            .job,
            at: AccountRoute.job.path(space.description, id.description),
            as: RemoteJob.self
        )
    }

    /// Asks that a job be stopped.
    package func cancel(_ id: RemoteJob.ID, in space: Space.ID) async throws(SyncError) {
        try await tell(
            .cancelJob,
            at: AccountRoute.cancelJob.path(space.description, id.description)
        )
    }

    /// Has a job begun anew that failed, was stopped or is uncertain.
    package func retry(_ id: RemoteJob.ID, in space: Space.ID) async throws(SyncError) {
        try await tell(.retryJob, at: AccountRoute.retryJob.path(space.description, id.description))
    }
}
