import AccountAPI
import Editorial
import Foundation
import Generation
import Networking
import Sync

/// The files of a space, as far as what is made there needs them.
struct ServiceFiles: Sendable {
    let access: AccountAccess
    let http: HTTPClient

    private static let stem = "result"
    /// The most bytes of a result.
    private static let limit = AssetExchange.byteLimit

    /// Sends a picture that goes in, and returns what the space has it as.
    func send(_ path: String, to space: Space.ID) async throws -> Asset.ID {
        throw ProviderError(
            .invalid(field: nil),
            "A shot that starts from a picture cannot be made by the account service yet; take the "
                + "picture away, or choose another model."
        )
    }

    /// Brings a result and returns its name; what an earlier attempt brought is
    /// not brought again.
    func fetch(
        _ asset: Asset.ID,
        of space: Space.ID,
        to landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws -> String {
        let (found, address) = try await access.find(asset, in: space)
        let name = "\(Self.stem).\(found.asset.type.fileExtension)"
        guard let target = landing.path(name), let path = landing.path(Self.stem) else {
            throw ProviderError(.fatal, "The result has no name that a file may have.")
        }
        if landing.holds(name) { return name }
        let reply = try await http.download(
            HTTPRequest(.get, address, limits: HTTPLimits(byteCount: Self.limit)),
            to: path,
            source: asset.digest
        ) { progress in
            guard let total = progress.total, total > 0 else { return }
            report(min(1, Double(progress.received) / Double(total)))
        }
        guard reply.head.isSuccess else {
            throw ProviderError(
                reply.head.status >= 500 ? .transient : .expired,
                "The service does not give the file (\(reply.head.status)); it is tried again."
            )
        }
        guard try Digest.sha256(file: path) == asset.digest else {
            unlink(path)
            throw ProviderError(.transient, "The file came damaged; it is brought again.")
        }
        guard rename(path, target) == 0 else {
            throw ProviderError(.transient, "The result could not be kept; make room on the disk.")
        }
        return name
    }
}
