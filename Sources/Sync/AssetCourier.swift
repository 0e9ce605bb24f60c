import AccountAPI
package import Editorial
import Foundation
import Networking
package import Workspace

/// Carries files between the workspace and the service, one at a time.
///
/// What broke off goes on where it was: the service tells which parts it has,
/// and what has come of a file lies beside its place.
package struct AssetCourier: Sendable {
    package let workspace: LocalWorkspace
    let access: AccountAccess
    /// Waits between two questions.
    let pause: @Sendable (Duration) async throws -> Void

    /// How often it is asked whether a large file has been looked at.
    private static let questionLimit = 200

    package init(
        workspace: LocalWorkspace,
        access: AccountAccess,
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        self.workspace = workspace
        self.access = access
        self.pause = pause
    }

    /// What came of sending.
    package struct Sent: Hashable, Sendable {
        package var count = 0
        /// Why files were not taken; they stay here.
        package var refusals: [String] = []
        /// Whether the space gave no leave to write.
        package var isReadOnly = false
    }

    /// Sends every file that others are to have; `report` is told of each before it begins, and
    /// then which part of its bytes is there.
    package func send(
        report: @escaping @Sendable (Asset, Double) async -> Void = { _, _ in }
    ) async throws(SyncError) -> Sent {
        var sent = Sent()
        try await release()
        while let next = try pending() {
            do {
                try await send(next, report)
                try noting { () throws(WorkspaceError) in try workspace.noteSent(next.asset.id) }
                sent.count += 1
            } catch {
                switch error.kind {
                case .refused(.forbidden):
                    sent.isReadOnly = true
                    return sent
                case .refused(.overQuota), .refused(.tooLarge), .refused(.badRequest),
                    .refused(.incomplete), .refused(.notFound):
                    sent.refusals.append("“\(next.asset.name)”: \(error.message)")
                    try noting { () throws(WorkspaceError) in
                        try workspace.noteRefused(next.asset.id, error.message)
                    }
                default: throw error
                }
            }
        }
        return sent
    }

    /// Takes files out of the space that have left the library for good.
    private func release() async throws(SyncError) {
        while let next = try released() {
            do {
                try await access.release(next, from: try space())
            } catch {
                // What others brought is theirs to take away.
                guard error.kind == .refused(.forbidden) else { throw error }
            }
            try noting { () throws(WorkspaceError) in try workspace.noteReleased(next) }
        }
    }

    private func released() throws(SyncError) -> Asset.ID? {
        if Task.isCancelled { throw SyncError(.cancelled, "It was cancelled.") }
        do {
            return try workspace.releasedAssets(limit: 1).first
        } catch {
            throw SyncError(error)
        }
    }

    private func pending() throws(SyncError) -> AssetToSend? {
        if Task.isCancelled { throw SyncError(.cancelled, "It was cancelled.") }
        do {
            return try workspace.assetsToSend(limit: 1).first
        } catch {
            throw SyncError(error)
        }
    }

    private func send(
        _ file: AssetToSend,
        _ report: @escaping @Sendable (Asset, Double) async -> Void
    ) async throws(SyncError) {
        let space = try space()
        await report(file.asset, 0)
        let announcement = try describe(file)
        var round = 0
        while true {
            let announced = try await access.announce(announcement, in: space)
            guard let upload = announced.upload else { return }
            try await send(upload.parts, of: file, report)
            do {
                return try await complete(upload.id, in: space)
            } catch  where Self.wantsAnotherRound(error) && round < 2 {
                // A part was lost, or the upload was forgotten: it is asked what is left.
                round += 1
            }
        }
    }

    private static func wantsAnotherRound(_ error: SyncError) -> Bool {
        error.kind == .refused(.incomplete) || error.kind == .refused(.notFound)
    }

    private func send(
        _ parts: [AssetExchange.Part],
        of file: AssetToSend,
        _ report: @escaping @Sendable (Asset, Double) async -> Void
    ) async throws(SyncError) {
        let total = AssetExchange.partCount(file.asset.byteCount)
        for (index, part) in parts.enumerated() {
            guard (1...total).contains(part.number) else { throw .strange }
            var body = HTTPBody()
            body.append(
                file: file.path,
                bytes: AssetExchange.range(ofPart: part.number, of: file.asset.byteCount)
            )
            try await access.send(body, as: part)
            await report(file.asset, Double(total - parts.count + index + 1) / Double(total))
        }
    }

    /// Asks until the service has looked at the whole file.
    private func complete(_ upload: String, in space: Space.ID) async throws(SyncError) {
        for _ in 0..<Self.questionLimit {
            if try await access.complete(upload, in: space) { return }
            guard (try? await pause(.seconds(3))) != nil else {
                throw SyncError(.cancelled, "It was cancelled.")
            }
        }
        throw SyncError(.offline, "The service takes long over a file; it is asked again later.")
    }

    /// Says of a file what the service wants to know beforehand.
    private func describe(
        _ file: AssetToSend
    ) throws(SyncError) -> AssetExchange.Announcement {
        let beginning =
            FileHandle(forReadingAtPath: file.path)
            .flatMap { try? $0.read(upToCount: AssetType.sampleCount) } ?? Data()
        guard let type = AssetType(beginning: Array(beginning)),
            let bucket = AssetBucket(rawValue: file.bucket)
        else {
            throw SyncError(
                .refused(.badRequest),
                "it is of a type that the service does not keep."
            )
        }
        let count = file.asset.byteCount
        var parts: [Asset.ID] = []
        for number in 1...AssetExchange.partCount(count) {
            let digest: String
            do {
                let range = AssetExchange.range(ofPart: number, of: count)
                digest = try Digest.sha256(file: file.path, bytes: range)
            } catch {
                throw SyncError(error)
            }
            guard let id = Asset.ID(digest) else { throw .strange }
            parts.append(id)
        }
        return AssetExchange.Announcement(
            sha256: file.asset.id,
            bucket: bucket.takes(type) && count <= bucket.byteLimit ? bucket : .uploads,
            type: type,
            byteCount: count,
            name: file.asset.name,
            parts: parts
        )
    }
}
