import AccountAPI
import Database
import Editorial
import Foundation

extension AssetDesk {
    /// What is known of a file that is under way.
    struct Pending: Sendable {
        var upload: StoredUpload
        /// nil until the storage has been told of it.
        var ticket: String?
        var asset: SharedAsset
        var expiresAt: Int
    }

    /// Tells of a file that the space has, or how to send it.
    ///
    /// That another space has the same bytes is neither used nor told: to know
    /// a hash is not to have the file.
    func announce(
        _ body: AssetExchange.Announcement,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> AssetExchange.Announced {
        try Self.check(body)
        let now = now()
        let id = UUIDv7.text(at: now)
        let found = try await store.write { [settings] connection -> Start in
            try SpaceDesk.admit(caller, to: space, .writeAssets, on: connection, now: now)
            // Alone with what the owner has from here on.
            _ = try Self.usage(ofOwnerOf: space, settings.quota, isDeciding: true, on: connection)
            if let asset = try Self.asset(body, in: space, on: connection) { return .there(asset) }
            if let pending = try Self.pending(body, in: space, of: caller, at: now, connection) {
                try Self.extend(pending.upload.id, to: now + settings.lifetime, on: connection)
                return .pending(pending)
            }
            try Self.makeRoom(for: body.byteCount, in: space, settings, on: connection)
            let end = now + settings.lifetime
            try Self.insert(body, as: id, in: space, of: caller.account, until: end, connection)
            return .pending(try Self.pending(id, in: space, of: caller.account, on: connection))
        }
        switch found {
        case .there(let asset): return AssetExchange.Announced(asset: asset)
        case .pending(let pending):
            return AssetExchange.Announced(upload: try await offer(try await begun(pending)))
        }
    }

    private enum Start: Sendable {
        case there(SharedAsset)
        case pending(Pending)
    }

    /// Tells which parts are still to be sent.
    func find(
        upload id: String,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> AssetExchange.Upload {
        let pending = try await store.write { [now = now(), settings] connection in
            try SpaceDesk.admit(caller, to: space, .writeAssets, on: connection, now: now)
            let pending = try Self.pending(id, in: space, of: caller.account, on: connection)
            try Self.extend(id, to: now + settings.lifetime, on: connection)
            return pending
        }
        return try await offer(try await begun(pending))
    }

    /// Forgets a file that is under way.
    func end(
        upload id: String,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws {
        try await store.write { [now = now()] connection in
            try SpaceDesk.admit(caller, to: space, .writeAssets, on: connection, now: now)
            _ = try Self.pending(id, in: space, of: caller.account, on: connection)
            try Self.forget(upload: id, at: now, on: connection)
        }
    }

    /// Returns what an address that was signed for a part is for.
    func upload(_ id: String) async throws -> StoredUpload {
        try await store.read { connection in
            let row = try connection.rows(
                "SELECT * FROM asset_upload WHERE id = $1",
                [.text(id)]
            ).first
            guard let row else { throw Refusal.notFound("upload") }
            return try Pending(row).upload
        }
    }

    /// Tells the storage of a file that it has not heard of.
    private func begun(_ pending: Pending) async throws -> Pending {
        guard pending.ticket == nil else { return pending }
        let key = pending.upload.key
        let ticket = try await storage.begin(key, type: pending.asset.type)
        let isFirst = try await store.write { connection in
            try connection.execute(
                "UPDATE asset_upload SET ticket = $2 WHERE id = $1 AND ticket IS NULL",
                [.text(pending.upload.id), .text(ticket)]
            ) == 1
        }
        guard isFirst else {
            // Asked twice at once, or forgotten since: this one has no parts yet.
            throw Refusal(.unavailable, "It is being prepared; ask again.", retryAfter: 1)
        }
        var begun = pending
        begun.ticket = ticket
        begun.upload = pending.upload.ticketed(ticket)
        return begun
    }

    private func offer(_ pending: Pending) async throws -> AssetExchange.Upload {
        let upload = pending.upload
        let there = try await parts(of: upload)
        let end = now() / 1000 + settings.addressLifetime
        return AssetExchange.Upload(
            id: upload.id,
            parts: upload.numbers.filter { !there.contains($0) }.map {
                storage.place(ofPart: $0, of: upload, until: end)
            },
            expiresAt: Timestamp(milliseconds: now() + settings.lifetime)
        )
    }

    private func parts(of upload: StoredUpload) async throws -> Set<Int> {
        let failure: AssetError
        do throws(AssetError) {
            return try await storage.parts(of: upload)
        } catch {
            failure = error
        }
        guard failure.kind == .missing else { throw failure }
        // The storage has forgotten it: it begins anew.
        try await store.write { [now = now()] connection in
            try Self.forget(upload: upload.id, at: now, on: connection)
        }
        throw Refusal(.unavailable, "It is being prepared anew; ask again.", retryAfter: 1)
    }

    /// Throws for what is not kept, before anything is written.
    private static func check(_ body: AssetExchange.Announcement) throws(Refusal) {
        guard body.byteCount > 0, body.byteCount <= body.bucket.byteLimit else {
            throw Refusal(
                .tooLarge,
                "A file of “\(body.bucket.rawValue)” has a byte or more, and "
                    + "\(body.bucket.byteLimit >> 20) MiB at most."
            )
        }
        guard body.parts.count == AssetExchange.partCount(body.byteCount) else {
            throw Refusal(
                .badRequest,
                "Send the hash of each part; each has \(AssetExchange.partByteCount >> 20) MiB, "
                    + "and the last what is left."
            )
        }
        guard body.bucket.takes(body.type) else {
            throw Refusal(
                .badRequest,
                "Files of \(body.type.rawValue) do not belong in “\(body.bucket.rawValue)”."
            )
        }
    }
}

extension AssetSettings {
    /// Of what is under way, in milliseconds.
    var lifetime: Int { uploadLifetime * 1000 }
}

extension StoredUpload {
    func ticketed(_ ticket: String) -> StoredUpload {
        StoredUpload(id: id, key: key, ticket: ticket, byteCount: byteCount, parts: parts)
    }
}

extension UUIDv7 {
    /// Returns the text of a new one of a moment, in milliseconds since 1970.
    static func text(at now: Int) -> String {
        var random = SystemRandomNumberGenerator()
        return "\(UUIDv7(at: Timestamp(milliseconds: now), using: &random))"
    }
}
