package import AccountAPI
import Crypto
package import Editorial
package import Foundation
package import Networking

/// A file for tests: the beginning of a type, and then bytes that nobody can guess.
package struct SampleFile: Sendable {
    package let data: Data
    package let type: AssetType

    /// - Precondition: `byteCount` is that of the beginning or more.
    package init(_ type: AssetType = .png, byteCount: Int = 1000, seed: UInt64 = 1) {
        let beginning: [UInt8] =
            switch type {
            case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            case .jpeg: [0xFF, 0xD8, 0xFF, 0xE0]
            case .mp4: [0, 0, 0, 0x20] + Array("ftypisom".utf8)
            default: []
            }
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        // One block again and again, each with its number: many bytes are made in no time.
        var block = Data()
        while block.count < min(65_536, byteCount) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            withUnsafeBytes(of: state) { block.append(contentsOf: $0) }
        }
        var data = Data(beginning)
        while data.count < byteCount {
            withUnsafeBytes(of: data.count) { data.append(contentsOf: $0) }
            data.append(block)
        }
        self.data = data.prefix(byteCount)
        self.type = type
    }

    package var digest: Asset.ID { Self.digest(of: data) }

    package static func digest(of data: Data) -> Asset.ID {
        let text = SHA256.hash(data: data).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        guard let id = Asset.ID(text) else { preconditionFailure("A hash has 64 digits.") }
        return id
    }

    /// The bytes of its part of a number, from 1.
    package func part(_ number: Int) -> Data {
        data[AssetExchange.range(ofPart: number, of: data.count)]
    }

    package func announcement(
        in bucket: AssetBucket = .uploads,
        named name: String = "a file"
    ) -> AssetExchange.Announcement {
        AssetExchange.Announcement(
            sha256: digest,
            bucket: bucket,
            type: type,
            byteCount: data.count,
            name: name,
            parts: (1...AssetExchange.partCount(data.count)).map { Self.digest(of: part($0)) }
        )
    }
}

extension ServiceFixture {
    package func announce(
        _ announcement: AssetExchange.Announcement,
        in space: String,
        _ token: String
    ) async throws -> HTTPReply {
        try await ask(
            .announceAsset,
            at: AccountRoute.announceAsset.path(space),
            token: token,
            json: announcement
        )
    }

    /// Sends a part to where it was said to go.
    package func send(_ data: Data, to part: AssetExchange.Part) async throws -> HTTPReply {
        let headers = part.headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) }
        return try await http.reply(
            to: HTTPRequest(.put, try place(part.address), headers: headers, body: HTTPBody(data))
        )
    }

    package func complete(
        _ upload: String,
        in space: String,
        _ token: String
    ) async throws -> HTTPReply {
        try await ask(
            .completeUpload,
            at: AccountRoute.completeUpload.path(space, upload),
            token: token,
            body: Data()
        )
    }

    /// Sends a whole file, and returns the answer to its completion, or to the
    /// announcement where nothing had to be sent.
    @discardableResult
    package func keep(
        _ file: SampleFile,
        in space: String,
        _ token: String,
        bucket: AssetBucket = .uploads,
        named name: String = "a file"
    ) async throws -> HTTPReply {
        let reply = try await announce(file.announcement(in: bucket, named: name), in: space, token)
        guard reply.head.isSuccess,
            let upload = try reply.json(AssetExchange.Announced.self).upload
        else { return reply }
        for part in upload.parts {
            let sent = try await send(file.part(part.number), to: part)
            guard sent.head.isSuccess else { return sent }
        }
        return try await complete(upload.id, in: space, token)
    }

    package func find(
        _ digest: Asset.ID,
        in space: String,
        _ token: String
    ) async throws -> HTTPReply {
        try await ask(
            .findAsset,
            at: AccountRoute.findAsset.path(space, digest.digest),
            token: token
        )
    }

    /// Reads from an address that was signed.
    package func read(_ address: String, range: String? = nil) async throws -> HTTPReply {
        let headers = range.map { [HTTPHeader("Range", $0)] } ?? []
        return try await http.reply(
            to: HTTPRequest(
                .get,
                try place(address),
                headers: headers,
                limits: HTTPLimits(byteCount: 64 << 20)
            )
        )
    }

    /// The whole file as it comes back.
    package func bytes(
        of digest: Asset.ID,
        in space: String,
        _ token: String
    ) async throws -> Data {
        let found = try await find(digest, in: space, token).json(AssetExchange.Found.self)
        return try await read(found.address).body
    }

    private func place(_ text: String) throws -> WebAddress {
        guard let place = WebAddress(text.hasPrefix("/") ? address.text + text : text) else {
            throw CocoaError(.featureUnsupported)
        }
        return place
    }
}
