import AccountAPI
import Editorial
import Foundation
import Networking

/// Files in a bucket of a store that speaks as S3 does: Amazon's, R2, and others.
///
/// Clients send parts to the store and read from it by addresses that are
/// signed here; the service asks it by such addresses too.
struct S3Storage: AssetStorage {
    let settings: S3Settings
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int
    let http = HTTPClient()

    /// Seconds for which what the service itself asks is signed.
    private static let moment = 900

    private var signature: S3Signature { S3Signature(settings: settings) }

    func begin(_ key: StorageKey, type: AssetType) async throws(AssetError) -> String {
        let headers = ["content-type": type.rawValue, "x-amz-checksum-algorithm": "SHA256"]
        let reply = try await ask(.post, key, query: [("uploads", "")], headers: headers)
        let xml = S3Answer(reply.body)
        guard reply.head.isSuccess, let ticket = xml["UploadId"].first else {
            throw unavailable(reply)
        }
        return ticket
    }

    func parts(of upload: StoredUpload) async throws(AssetError) -> Set<Int> {
        guard let parts = try await listed(upload) else {
            // Its parts have become one, or the store has forgotten them.
            guard try await has(upload.key) else { throw .missing }
            return Set(upload.numbers)
        }
        return Set(parts.keys)
    }

    func place(ofPart number: Int, of upload: StoredUpload, until time: Int) -> AssetExchange.Part {
        let headers = ["x-amz-checksum-sha256": upload.parts[number - 1].base64]
        return AssetExchange.Part(
            number: number,
            address: signature.address(
                "PUT",
                upload.key.text,
                query: [("partNumber", "\(number)"), ("uploadId", upload.ticket)],
                headers: headers,
                at: now() / 1000,
                seconds: time - now() / 1000
            ),
            headers: headers
        )
    }

    func join(_ upload: StoredUpload) async throws(AssetError) {
        guard let parts = try await listed(upload) else {
            guard try await has(upload.key) else { throw .damaged }
            return
        }
        var body = "<CompleteMultipartUpload>"
        for number in upload.numbers {
            guard let tag = parts[number] else {
                throw AssetError(.damaged, "Part \(number) is not there yet; send it.")
            }
            body += "<Part><PartNumber>\(number)</PartNumber><ETag>\(S3Answer.escaped(tag))</ETag>"
            body += "<ChecksumSHA256>\(upload.parts[number - 1].base64)</ChecksumSHA256></Part>"
        }
        body += "</CompleteMultipartUpload>"
        let reply = try await ask(
            .post,
            upload.key,
            query: [("uploadId", upload.ticket)],
            headers: ["content-type": "application/xml"],
            body: HTTPBody(Data(body.utf8))
        )
        // A failure may come under the head of a success.
        guard reply.head.isSuccess, S3Answer(reply.body)["ETag"].first != nil else {
            if reply.head.status == 400 { throw .damaged }
            throw unavailable(reply)
        }
    }

    func look(at key: StorageKey) async throws(AssetError) -> StoredLook {
        let request = try request(.get, key, limit: AssetExchange.byteLimit)
        let (reply, digest): (HTTPReply, HTTPDigest?)
        do {
            (reply, digest) = try await http.digest(
                of: request,
                beginning: AssetType.sampleCount
            )
        } catch {
            throw AssetError(error)
        }
        guard let digest, let id = Asset.ID(digest.sha256) else {
            throw reply.head.status == 404 ? .missing : unavailable(reply)
        }
        return StoredLook(byteCount: digest.byteCount, digest: id, beginning: digest.beginning)
    }

    func store(
        _ path: String,
        as key: StorageKey,
        type: AssetType,
        digest: Asset.ID
    ) async throws(AssetError) {
        var body = HTTPBody()
        do {
            try body.append(file: path)
        } catch {
            throw AssetError.disk("read")
        }
        // The store refuses other bytes than these.
        let headers = ["content-type": type.rawValue, "x-amz-checksum-sha256": digest.base64]
        let reply = try await ask(.put, key, headers: headers, body: body)
        guard reply.head.isSuccess else {
            throw reply.head.status == 400 ? .damaged : unavailable(reply)
        }
    }

    func fetch(_ key: StorageKey, to path: String) async throws(AssetError) {
        let reply: HTTPReply
        do {
            reply = try await http.download(
                try request(.get, key, limit: AssetExchange.byteLimit),
                to: path,
                source: key.text
            )
        } catch let error as HTTPError {
            throw AssetError(error)
        } catch {
            throw .missing
        }
        guard reply.head.isSuccess else {
            throw reply.head.status == 404 ? .missing : unavailable(reply)
        }
    }

    func address(of asset: SharedAsset, at key: StorageKey, until time: Int) -> String {
        signature.address(
            "GET",
            key.text,
            query: [
                ("response-cache-control", "private, no-store"),
                ("response-content-disposition", EmbeddedRim.disposition(asset.fileName)),
                ("response-content-type", asset.type.rawValue),
            ],
            at: now() / 1000,
            seconds: time - now() / 1000
        )
    }

    func remove(_ key: StorageKey, ticket: String?) async throws(AssetError) {
        if let ticket {
            let reply = try await ask(.delete, key, query: [("uploadId", ticket)])
            guard reply.head.isSuccess || reply.head.status == 404 else { throw unavailable(reply) }
        }
        let reply = try await ask(.delete, key)
        guard reply.head.isSuccess || reply.head.status == 404 else { throw unavailable(reply) }
    }

    /// What was begun is known by its row, and goes with it.
    func clean() async throws(AssetError) {}

    func close() async {}

    /// Returns the tags of the parts that are there whole; nil for an upload that
    /// the store does not know.
    private func listed(_ upload: StoredUpload) async throws(AssetError) -> [Int: String]? {
        var found: [Int: String] = [:]
        var marker = 0
        while true {
            let query = [
                ("max-parts", "1000"), ("part-number-marker", "\(marker)"),
                ("uploadId", upload.ticket),
            ]
            let reply = try await ask(.get, upload.key, query: query)
            if reply.head.status == 404 { return nil }
            guard reply.head.isSuccess else { throw unavailable(reply) }
            let xml = S3Answer(reply.body)
            for part in xml.all("Part") {
                guard let number = part["PartNumber"].first.flatMap({ Int($0) }),
                    upload.parts.indices.contains(number - 1),
                    let size = part["Size"].first.flatMap({ Int($0) }),
                    size == upload.byteCount(ofPart: number), let tag = part["ETag"].first
                else { continue }
                found[number] = tag
            }
            let next = xml["NextPartNumberMarker"].first.flatMap { Int($0) } ?? 0
            guard xml["IsTruncated"].first == "true", next > marker else { return found }
            marker = next
        }
    }

    private func has(_ key: StorageKey) async throws(AssetError) -> Bool {
        let reply = try await ask(.head, key)
        guard reply.head.isSuccess || reply.head.status == 404 else { throw unavailable(reply) }
        return reply.head.isSuccess
    }

    private func ask(
        _ method: HTTPRequest.Method,
        _ key: StorageKey,
        query: [(String, String)] = [],
        headers: [String: String] = [:],
        body: HTTPBody? = nil
    ) async throws(AssetError) -> HTTPReply {
        var request = try request(method, key, query: query, headers: headers, limit: 4 << 20)
        request.body = body
        // All of it done twice is the same as once.
        request.repetition = .harmless
        do {
            return try await http.reply(to: request)
        } catch {
            throw AssetError(error)
        }
    }

    private func request(
        _ method: HTTPRequest.Method,
        _ key: StorageKey,
        query: [(String, String)] = [],
        headers: [String: String] = [:],
        limit: Int
    ) throws(AssetError) -> HTTPRequest {
        let text = signature.address(
            method.rawValue,
            key.text,
            query: query,
            headers: headers,
            at: now() / 1000,
            seconds: Self.moment
        )
        guard let address = WebAddress(text) else { throw .missing }
        var request = HTTPRequest(
            method,
            address,
            headers: headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) },
            limits: HTTPLimits(byteCount: limit)
        )
        // Nobody but this store is asked, wherever it points.
        request.followsRedirects = false
        return request
    }

    /// What the store said is not for who asks the service.
    private func unavailable(_ reply: HTTPReply) -> AssetError {
        AssetError(
            .unavailable,
            "The store of files answered with status \(reply.head.status); try again later, and tell "
                + "whoever runs the service if it stays so."
        )
    }
}

extension AssetError {
    init(_ error: HTTPError) {
        self.init(.unavailable, "The store of files does not answer; try again later.")
    }
}

extension Asset.ID {
    /// The hash as S3 spells it.
    var base64: String {
        let digits = Array(digest.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }
}
