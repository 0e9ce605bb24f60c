import AccountAPI
import Database
import Editorial
import Foundation
import Hummingbird
import NIOCore

/// Everything that is kept of an account and of what its spaces hold, as JSON.
///
/// It is written piece by piece, so that its size costs no memory.
struct AccountExport: Sendable {
    /// What comes before the records.
    private struct Head: Encodable {
        let profile: AccountProfile
        let preferences: [String: String]
        let sessions: [AccountSession]
        let keys: [AccountKey]
    }

    let spaces: SpaceDesk
    let assets: AssetDesk
    let jobs: RemoteJobDesk
    let caller: AccountDesk.Caller

    func response() async throws -> Response {
        let accounts = spaces.accounts
        let profile = try await spaces.profile(of: caller)
        let head = Head(
            profile: profile,
            preferences: try await accounts.preferences(of: caller).values,
            sessions: try await accounts.sessions(of: caller).sessions,
            keys: try await accounts.keys(of: caller).keys
        )
        let first = ByteBuffer(bytes: try Self.encoder.encode(head))
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json",
                .contentDisposition: "attachment; filename=\"kinema-account.json\"",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "{\"account\":"))
                try await writer.write(first)
                try await write("spaces", of: profile.spaces, &writer, records(of:after:))
                try await write("files", of: profile.spaces, &writer, files(of:after:))
                try await write("jobs", of: profile.spaces, &writer, made(in:before:))
                try await writer.write(ByteBuffer(string: "}"))
                try await writer.finish(nil)
            }
        )
    }

    /// What comes after something of a space, and what to ask after next; nil at the end.
    private typealias Page<Item> = (items: [Item], next: String?)

    /// Writes for every space what it has of one sort, a page at a time.
    private func write<Item: Encodable>(
        _ name: String,
        of spaces: [Space],
        _ writer: inout any ResponseBodyWriter,
        _ page: (Space, String?) async throws -> Page<Item>
    ) async throws {
        try await writer.write(ByteBuffer(string: ",\"\(name)\":{"))
        for (index, space) in spaces.enumerated() {
            let comma = index == 0 ? "" : ","
            try await writer.write(ByteBuffer(string: "\(comma)\"\(space.id)\":["))
            var (last, isFirst): (String?, Bool) = (nil, true)
            repeat {
                let (items, next) = try await page(space, last)
                for item in items {
                    var buffer = ByteBuffer(string: isFirst ? "" : ",")
                    buffer.writeBytes(try Self.encoder.encode(item))
                    try await writer.write(buffer)
                    isFirst = false
                }
                last = next
            } while last != nil
            try await writer.write(ByteBuffer(string: "]"))
        }
        try await writer.write(ByteBuffer(string: "}"))
    }

    @Sendable private func records(
        of space: Space,
        after last: String?
    ) async throws -> Page<SharedRecord> {
        let page = try await spaces.pull(
            SpaceDesk.Pull(after: last.flatMap { Int($0) } ?? 0),
            from: space.id.description,
            by: caller
        )
        return (page.records, page.hasMore ? "\(page.sequence)" : nil)
    }

    /// Files are not in it, but where each is got for a while.
    @Sendable private func files(
        of space: Space,
        after last: String?
    ) async throws -> Page<AssetExchange.Found> {
        let files = try await assets.list(
            after: last ?? "",
            in: space.id.description,
            by: caller
        )
        return (files, files.last?.asset.sha256.digest)
    }

    @Sendable private func made(
        in space: Space,
        before last: String?
    ) async throws -> Page<RemoteJob> {
        let page = try await jobs.list(
            before: last,
            limit: RemoteJobBodies.pageLimit,
            of: space.id.description,
            for: caller
        )
        return (page.jobs, page.hasMore ? page.jobs.last?.id.description : nil)
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
