import AccountAPI
package import Editorial
import Foundation
import Networking
import Workspace

extension AssetCourier {
    /// Fetches a file that is not here; of several that want it at once one does.
    ///
    /// `report` is told which part of its bytes is there, on any thread.
    package func fetch(
        _ asset: Asset,
        report: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws(SyncError) {
        let path: String
        do {
            path = try workspace.incomingPath(of: asset.id)
        } catch {
            throw SyncError(error)
        }
        try await CredentialFile(path: path).locked { () throws(SyncError) in
            let isThere = try? workspace.assets.path(of: asset.id)
            if isThere ?? nil == nil { try await load(asset, to: path, report) }
        }
        unlink(path + ".lock")
    }

    /// Fetches every file that is wanted, and tells of each that came.
    ///
    /// - Returns: Why files did not come that will not come by trying again.
    package func fetchWanted(
        report: @escaping @Sendable (Asset, Double) -> Void = { _, _ in },
        arrived: @escaping @Sendable (Asset) async -> Void = { _ in }
    ) async throws(SyncError) -> [String] {
        var refusals: [String] = []
        while let next = try wanted() {
            do {
                report(next, 0)
                try await fetch(next) { report(next, $0) }
                await arrived(next)
            } catch {
                switch error.kind {
                case .refused(.notFound):
                    refusals.append(
                        "“\(next.name)” is not on the service yet; the machine that has it has to "
                            + "send it."
                    )
                case .malformed, .refused: refusals.append("“\(next.name)”: \(error.message)")
                default: throw error
                }
                try noting { () throws(WorkspaceError) in try workspace.stopWanting(next.id) }
            }
        }
        return refusals
    }

    private func wanted() throws(SyncError) -> Asset? {
        if Task.isCancelled { throw SyncError(.cancelled, "It was cancelled.") }
        do {
            return try workspace.wantedAssets().first
        } catch {
            throw SyncError(error)
        }
    }

    private func load(
        _ asset: Asset,
        to path: String,
        _ report: @escaping @Sendable (Double) -> Void
    ) async throws(SyncError) {
        let (found, address) = try await access.find(asset.id, in: try space())
        guard found.asset.sha256 == asset.id else { throw .strange }
        let request = HTTPRequest(
            .get,
            address,
            limits: HTTPLimits(byteCount: AssetExchange.byteLimit)
        )
        do {
            let reply = try await access.http.download(
                request,
                to: path,
                source: asset.id.digest
            ) { progress in
                report(Double(progress.received) / Double(max(1, found.asset.byteCount)))
            }
            guard reply.head.isSuccess else { throw AccountAccess.problem(reply) }
            // It is moved into the store by the ending of its row.
            try workspace.receive(path, as: asset)
        } catch let error as HTTPError {
            throw SyncError(error)
        } catch let error as WorkspaceError {
            unlink(path)
            throw SyncError(.malformed, error.message)
        } catch let error as SyncError {
            throw error
        } catch {
            throw .strange
        }
    }

    func space() throws(SyncError) -> Space.ID {
        do {
            guard let state = try workspace.sharing() else { throw SyncError.signedOut }
            guard let space = Space.ID(state.space) else { throw SyncError.strange }
            return space
        } catch let error as SyncError {
            throw error
        } catch let error as WorkspaceError {
            throw SyncError(error)
        } catch {
            throw .strange
        }
    }

    func noting(_ body: () throws(WorkspaceError) -> Void) throws(SyncError) {
        do {
            try body()
        } catch {
            throw SyncError(error)
        }
    }
}
