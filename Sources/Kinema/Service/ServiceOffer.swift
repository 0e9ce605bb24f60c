import AccountAPI
import Editorial
import Foundation
import Generation
import Networking
import Sync
import Workspace

/// The models that the account service offered when it was asked last, kept for when it cannot be.
struct ServiceOffer: Codable {
    /// The service, as a person would name it.
    var server: String
    var models: [RemoteModel]

    /// More than any service offers, and less than would be felt at the start.
    private static let byteLimit = 1 << 20

    /// Those that this version understands.
    var catalogue: [Model] { models.prefix(500).compactMap { Model($0) } }

    /// Reads what was kept; nil where nothing was.
    static func read(_ path: String) -> ServiceOffer? {
        // What cannot be read is asked for anew.
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
            size <= byteLimit, let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return try? JSONDecoder().decode(ServiceOffer.self, from: data)
    }

    /// Asks the service what it offers in the space that this workspace is shared with, and
    /// keeps that.
    @discardableResult
    static func refresh(
        _ access: AccountAccess,
        in space: Space.ID,
        to path: String
    ) async throws -> ServiceOffer {
        guard let server = try access.credentials()?.server.host else {
            throw SyncError(.signedOut, "Nobody is signed in; run “kinema login”.")
        }
        let offer = ServiceOffer(server: server, models: try await access.offer(in: space).models)
        try JSONEncoder().encode(offer).write(to: URL(filePath: path), options: .atomic)
        return offer
    }
}

extension AccountDesk {
    /// Returns where things are made: in the space that this workspace is shared
    /// with, else in the account's own.
    func workSpace(_ workspace: LocalWorkspace) async throws -> Space.ID {
        if let shared = try workspace.sharing(), let id = Space.ID(shared.space) { return id }
        return try await ownSpace()
    }

    private func ownSpace() async throws -> Space.ID {
        guard let space = try await access.profile().ownSpace else {
            throw SyncError(
                .malformed,
                "The service tells of no space of yours; check its address."
            )
        }
        return space.id
    }
}
