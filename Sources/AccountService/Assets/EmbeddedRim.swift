import AccountAPI
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Networking

/// Takes parts and gives files where the service keeps them itself.
///
/// Who may is in the address, which was signed for one part or one file.
struct EmbeddedRim: Sendable {
    let assets: AssetDesk
    let storage: EmbeddedStorage

    /// Seconds in which a part has to come.
    private static let patience = 600

    func add(to routes: RouteBook) {
        routes.on(.sendPart) { request, context in
            guard isSigned(request), let number = context.parameters.get("part", as: Int.self)
            else { throw Refusal.notFound("upload") }
            let upload = try await assets.upload(try context.parameters.require("upload"))
            guard upload.parts.indices.contains(number - 1) else {
                throw Refusal.notFound("upload")
            }
            try await take(number, of: upload, from: request)
            return Response(status: .noContent)
        }
        routes.on(.readFile) { request, context in
            guard isSigned(request),
                let key = StorageKey(try context.parameters.require("file"))
            else { throw Refusal.notFound("file") }
            let file = try await storage.open(key)
            return try response(to: request, file, key)
        }
    }

    private func isSigned(_ request: Request) -> Bool {
        storage.key.holds(
            request.method.rawValue,
            request.uri.path,
            request.uri.queryParameters.map { (String($0.key), String($0.value)) },
            now: assets.now() / 1000
        )
    }

    private func take(
        _ number: Int,
        of upload: StoredUpload,
        from request: Request
    ) async throws {
        let wanted = upload.byteCount(ofPart: number)
        guard request.headers[.contentLength].map({ Int($0) == wanted }) ?? true else {
            throw AssetError.damaged
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await storage.take(part: number, of: upload, from: request.body)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(Self.patience))
                throw Refusal(.badRequest, "The part came too slowly; send it again.")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func response(
        to request: Request,
        _ file: DiskFile,
        _ key: StorageKey
    ) throws -> Response {
        let query = request.uri.queryParameters
        let name = query["name"].map(String.init) ?? "file"
        let tag = "\"\(key.text.prefix(64))\""
        var headers: HTTPFields = [
            .contentType: query["type"].map(String.init) ?? "application/octet-stream",
            .contentDisposition: Self.disposition(name),
            .acceptRanges: "bytes", .eTag: tag, .cacheControl: "private, no-store",
        ]
        let total = file.byteCount
        let isSame = request.headers[.ifRange].map { $0 == tag } ?? true
        let wanted = isSame ? request.headers[.range].flatMap { ByteRange($0, of: total) } : nil
        switch wanted {
        case .none:
            if let digest = Self.digest(key) { headers[.reprDigest] = digest }
            return Response(status: .ok, headers: headers, body: storage.body(file, 0..<total))
        case .outside:
            headers[.contentRange] = "bytes */\(total)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        case .inside(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total)"
            if let digest = Self.digest(key) { headers[.reprDigest] = digest }
            return Response(
                status: .partialContent,
                headers: headers,
                body: storage.body(file, range)
            )
        }
    }

    /// RFC 6266 and 8187: plain letters for the old, everything for the others.
    static func disposition(_ name: String) -> String {
        let plain = name.map { character in
            character.isASCII
                && (character.isLetter || character.isNumber || "-_. ".contains(character))
                ? character : "_"
        }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''"
            + WebAddress.escaped(name)
    }

    /// RFC 9530.
    private static func digest(_ key: StorageKey) -> String? {
        Asset.ID(String(key.text.prefix(64))).map { "sha-256=:\($0.base64):" }
    }
}

extension EmbeddedStorage {
    func open(_ key: StorageKey) async throws(AssetError) -> DiskFile {
        let path = path(of: key)
        return try await blocking { () throws(AssetError) in try DiskFile(reading: path) }
    }

    /// A file's bytes as fast as they are taken, a piece at a time.
    func body(_ file: DiskFile, _ range: Range<Int>) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            var offset = range.lowerBound
            while offset < range.upperBound {
                let (start, count) = (offset, min(DiskFile.piece, range.upperBound - offset))
                let piece = try await blocking { () throws(AssetError) in
                    var buffer = ByteBufferAllocator().buffer(capacity: count)
                    try buffer.fill(from: file, at: start, count)
                    return buffer
                }
                guard piece.readableBytes > 0 else { throw AssetError.missing }
                try await writer.write(piece)
                offset += piece.readableBytes
            }
            try await writer.finish(nil)
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func fill(
        from file: DiskFile,
        at offset: Int,
        _ count: Int
    ) throws(AssetError) {
        var failure: AssetError?
        writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            let wanted = UnsafeMutableRawBufferPointer(rebasing: space[..<count])
            do throws(AssetError) {
                return try file.read(at: offset, into: wanted)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
    }
}

extension HTTPField.Name {
    static let reprDigest = HTTPField.Name("Repr-Digest") ?? .eTag
}
