package import AccountAPI
package import Editorial
import Foundation
package import Networking

extension AccountAccess {
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
    ///
    /// - Returns: Whether that is done; else it is asked again a while later.
    package func complete(_ upload: String, in space: Space.ID) async throws(SyncError) -> Bool {
        guard !upload.isEmpty, !upload.contains("/") else { throw .strange }
        do {
            _ = try await ask(
                .completeUpload,
                at: AccountRoute.completeUpload.path(
                    space.description,
                    WebAddress.escaped(upload)
                ),
                as: SharedAsset.self
            )
            return true
        } catch {
            guard error.kind == .refused(.unavailable) else { throw error }
            return false
        }
    }

    /// Sends a part of a file to where it was told to go.
    package func send(
        _ body: HTTPBody,
        as part: AssetExchange.Part
    ) async throws(SyncError) {
        let headers = part.headers.sorted { $0.key < $1.key }
        guard headers.count <= 16, headers.allSatisfy({ Self.isHeaderName($0.key) }) else {
            throw .strange
        }
        // The address was signed: it needs no token, and gets none.
        let request = HTTPRequest(
            .put,
            try place(part.address),
            headers: headers.map { HTTPHeader($0.key, $0.value) },
            body: body,
            // The same part twice is the same as once.
            repetition: .harmless
        )
        let reply: HTTPReply
        do {
            reply = try await http.reply(to: request)
        } catch {
            throw SyncError(error)
        }
        guard reply.head.isSuccess else { throw Self.problem(reply) }
    }

    /// Takes a file out of a space; one that is not there is out already.
    package func release(_ asset: Asset.ID, from space: Space.ID) async throws(SyncError) {
        do {
            try await tell(
                .removeAsset,
                at: AccountRoute.removeAsset.path(space.description, asset.digest)
            )
        } catch {
            guard error.kind == .refused(.notFound) else { throw error }
        }
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

    /// What an answer to a signed address comes to.
    static func problem(_ reply: HTTPReply) -> SyncError {
        if let problem = try? JSONDecoder().decode(AccountProblem.self, from: reply.body) {
            return SyncError(.refused(problem.code), problem.message)
        }
        // An address that ended, or a store that is not well: a new address may help.
        return SyncError(
            .offline,
            "The store of files answered with status \(reply.head.status); it is asked again later."
        )
    }

    private static func isHeaderName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }
}

extension SyncError {
    static let strange = SyncError(
        .malformed,
        "The service said something of a file that cannot be; update Kinema, or tell whoever runs it."
    )
}
