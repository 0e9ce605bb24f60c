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
                try await writer.write(ByteBuffer(string: ",\"spaces\":{"))
                for (index, space) in profile.spaces.enumerated() {
                    let comma = index == 0 ? "" : ","
                    try await writer.write(ByteBuffer(string: "\(comma)\"\(space.id)\":["))
                    try await write(space, &writer)
                    try await writer.write(ByteBuffer(string: "]"))
                }
                try await writer.write(ByteBuffer(string: "}}"))
                try await writer.finish(nil)
            }
        )
    }

    private func write(_ space: Space, _ writer: inout any ResponseBodyWriter) async throws {
        var (sequence, isFirst) = (0, true)
        while true {
            let page = try await spaces.pull(
                SpaceDesk.Pull(after: sequence),
                from: space.id.description,
                by: caller
            )
            for record in page.records {
                let bytes = try Self.encoder.encode(record)
                var buffer = ByteBuffer(string: isFirst ? "" : ",")
                buffer.writeBytes(bytes)
                try await writer.write(buffer)
                isFirst = false
            }
            guard page.hasMore else { return }
            sequence = page.sequence
        }
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
