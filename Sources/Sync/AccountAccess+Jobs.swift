package import AccountAPI
package import Editorial
package import Networking

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

    /// Tells of a file of a space, and where its bytes are got for a while.
    package func find(
        _ asset: Asset.ID,
        in space: Space.ID
    ) async throws(SyncError) -> (AssetExchange.Found, WebAddress) {
        let found = try await ask(
            .findAsset,
            at: AccountRoute.findAsset.path(space.description, asset.digest),
            as: AssetExchange.Found.self
        )
        return (found, try place(found.address))
    }

    /// Announces a file; it is there already, or it is told how to send it.
    package func announce(
        _ file: AssetExchange.Announcement,
        in space: Space.ID
    ) async throws(SyncError) -> AssetExchange.Announced {
        try await ask(
            .announceAsset,
            at: AccountRoute.announceAsset.path(space.description),
            body: file,
            as: AssetExchange.Announced.self
        )
    }

    /// Has a file looked at whose parts are all there.
    package func complete(_ upload: String, in space: Space.ID) async throws(SyncError) {
        _ = try await ask(
            .completeUpload,
            at: AccountRoute.completeUpload.path(
                space.description,
                WebAddress.escaped(upload.replacing("/", with: ""))
            ),
            as: SharedAsset.self
        )
    }

    /// Returns where an address leads that the service gave: elsewhere only where
    /// nobody can read on the way, and to this machine only from itself.
    package func place(_ text: String) throws(SyncError) -> WebAddress {
        guard let server = try credentials()?.server else { throw .signedOut }
        let address = text.hasPrefix("/") ? server.appending(text) : WebAddress(text)
        guard let address, address.isSecure || (server.isLoopback && address.isLoopback) else {
            throw SyncError(.malformed, "\(server.host) told of an address that is none.")
        }
        return address
    }
}
