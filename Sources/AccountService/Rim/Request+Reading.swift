import AccountAPI
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// How long whoever reads the body of a request waits for it.
enum BodyPatience {
    @TaskLocal static var current = Duration.seconds(30)
}

extension Request {
    private static let depth = 16

    /// Returns the body as JSON of a type.
    ///
    /// - Throws: ``Refusal`` for what is too long, too deep, too slow, or not that.
    func json<Value: Decodable & Sendable>(
        _ type: Value.Type,
        limit: Int = 64 * 1024
    ) async throws -> Value {
        guard headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false else {
            throw Refusal(.badRequest, "Send the body as application/json.")
        }
        let bytes = try await bytes(limit: limit)
        guard JSONDepth.isWithin(Self.depth, bytes.readableBytesView),
            let value = try? JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
        else { throw Refusal(.badRequest, "The body is not what this route takes.") }
        return value
    }

    /// Returns the body as the fields of a form, each of which may stand once.
    func form(limit: Int = 16 * 1024) async throws -> [String: String] {
        let type = headers[.contentType]?.lowercased() ?? ""
        guard type.hasPrefix("application/x-www-form-urlencoded") else {
            throw Refusal(.badRequest, "Send the body as application/x-www-form-urlencoded.")
        }
        let bytes = try await bytes(limit: limit)
        var fields: [String: String] = [:]
        for pair in String(buffer: bytes).split(separator: "&").prefix(32) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let words = halves.map { half in
                half.replacing("+", with: " ").removingPercentEncoding
            }
            guard let name = words[0], let value = words.count > 1 ? words[1] : "",
                fields.updateValue(value, forKey: name) == nil
            else { throw Refusal(.badRequest, "The form cannot be read; send it again.") }
        }
        return fields
    }

    /// Returns the body as it is.
    ///
    /// - Throws: ``Refusal`` for what is too long or too slow.
    func bytes(limit: Int) async throws -> ByteBuffer {
        if let told = headers[.contentLength].flatMap({ Int($0) }), told > limit {
            throw Refusal.tooLarge(limit)
        }
        return try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                var collected = ByteBuffer()
                for try await part in body {
                    guard collected.readableBytes + part.readableBytes <= limit else {
                        throw Refusal.tooLarge(limit)
                    }
                    collected.writeImmutableBuffer(part)
                }
                return collected
            }
            group.addTask {
                try await Task.sleep(for: BodyPatience.current)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let bytes = first else {
                throw Refusal(.badRequest, "The body came too slowly; send it again.")
            }
            return bytes
        }
    }
}

extension Refusal {
    fileprivate static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(.tooLarge, "The body is larger than \(limit / 1024) KiB; send less at a time.")
    }
}
