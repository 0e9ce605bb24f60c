import Foundation
import Loopback
import Networking
import Synchronization
import Testing

struct DownloadTests {
    private let directory = NSTemporaryDirectory() + "download-\(UUID().uuidString)"
    private let bytes = Data((0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) })

    init() throws {
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
    }

    private var path: String { directory + "/film.mp4" }

    private func client(attempts: Int = 4) -> HTTPClient {
        HTTPClient(rules: RetryRules(attempts: attempts), pause: { _ in }, random: { 0 })
    }

    private func request(_ server: LoopbackServer, limit: Int = 4 << 30) throws -> HTTPRequest {
        let address = try #require(WebAddress(server.address + "/film.mp4?signature=s3cr3t"))
        return HTTPRequest(
            .get,
            address,
            limits: HTTPLimits(silence: .seconds(5), byteCount: limit)
        )
    }

    private func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    @Test func `What broke off is taken up where it ended`() async throws {
        let count = Atomic(0)
        let bytes = bytes
        let server = try LoopbackServer { request in
            var answer = LoopbackAnswer.file(bytes, type: "video/mp4", tag: "\"a\"", for: request)
            if count.add(1, ordering: .relaxed).newValue < 3 { answer.ending = .truncated(100_000) }
            return answer
        }
        let reply = try await client().download(request(server), to: path, source: "job 1")
        #expect(reply.head.status == 206)
        #expect(FileManager.default.contents(atPath: path) == bytes)
        #expect(
            server.requests.map { $0.headers["range"] } == [nil, "bytes=100000-", "bytes=200000-"]
        )
        #expect(try left() == ["film.mp4"])
    }

    @Test func `Another process goes on where one ended`() async throws {
        let bytes = bytes
        let server = try LoopbackServer { request in
            var answer = LoopbackAnswer.file(bytes, type: "video/mp4", tag: "\"a\"", for: request)
            if request.headers["range"] == nil { answer.ending = .reset(300_000) }
            return answer
        }
        let first = client(attempts: 1)
        await #expect(throws: HTTPError.self) {
            _ = try await first.download(request(server), to: path, source: "job 1")
        }
        #expect(try left().contains("film.mp4.partial"))
        _ = try await client().download(request(server), to: path, source: "job 1")
        #expect(FileManager.default.contents(atPath: path) == bytes)
        #expect(server.requests.count == 2)
        #expect(server.requests[1].headers["if-range"] == "\"a\"")
    }

    @Test func `A file that changed in between comes anew`() async throws {
        let bytes = bytes
        let count = Atomic(0)
        let server = try LoopbackServer { request in
            let isFirst = count.add(1, ordering: .relaxed).newValue == 1
            var answer = LoopbackAnswer.file(
                isFirst ? Data(count: 500_000) : bytes,
                type: "video/mp4",
                tag: isFirst ? "\"a\"" : "\"b\"",
                for: request
            )
            if isFirst { answer.ending = .truncated(300_000) }
            return answer
        }
        _ = try await client().download(request(server), to: path, source: "job 1")
        #expect(FileManager.default.contents(atPath: path) == bytes)
    }

    @Test(arguments: [true, false])
    func `Another part than was asked for is never the file`(isFirst: Bool) async throws {
        let bytes = bytes
        let count = Atomic(0)
        let server = try LoopbackServer { request in
            var answer = LoopbackAnswer.file(bytes, type: "video/mp4", tag: "\"a\"", for: request)
            let number = count.add(1, ordering: .relaxed).newValue
            if number == 1, !isFirst { answer.ending = .truncated(300_000) }
            if number == (isFirst ? 1 : 2) {
                answer.status = 206
                answer.headers["Content-Range"] = "bytes 400000-499999/500000"
                answer.body = .data(bytes.suffix(100_000))
            }
            return answer
        }
        _ = try await client().download(request(server), to: path, source: "job 1")
        #expect(FileManager.default.contents(atPath: path) == bytes)
        #expect(server.requests.last?.headers["range"] == nil)
        #expect(try left() == ["film.mp4"])
    }

    @Test func `What another request left is not gone on with`() async throws {
        let bytes = bytes
        let server = try LoopbackServer { request in
            var answer = LoopbackAnswer.file(bytes, type: "video/mp4", tag: "\"a\"", for: request)
            if request.query["signature"] == nil { answer.ending = .truncated(10) }
            return answer
        }
        let other = try #require(WebAddress(server.address + "/other.mp4"))
        await #expect(throws: HTTPError.self) {
            _ = try await client(attempts: 1).download(
                HTTPRequest(.get, other),
                to: path,
                source: "job 0"
            )
        }
        _ = try await client().download(request(server), to: path, source: "job 1")
        #expect(server.requests.last?.headers["range"] == nil)
        #expect(FileManager.default.contents(atPath: path) == bytes)
    }

    @Test func `A wrong checksum leaves no file`() async throws {
        let server = try LoopbackServer { _ in
            let sum = Data(count: 32).base64EncodedString()
            return LoopbackAnswer(
                headers: ["Repr-Digest": "sha-256=:\(sum):"],
                body: .data(Data("film".utf8))
            )
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().download(request(server), to: path, source: "job 1")
        }
        #expect(error?.kind == .damaged)
        #expect(try left() == [])
    }

    @Test func `A right checksum is taken`() async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(
                headers: ["Repr-Digest": "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"],
                body: .data(Data("hello".utf8))
            )
        }
        _ = try await client().download(request(server), to: path, source: "job 1")
        #expect(try left() == ["film.mp4"])
    }

    @Test func `A refusal leaves no file, and tells what was said`() async throws {
        let server = try LoopbackServer { _ in
            .text("<Error>expired", status: 403, type: "text/xml")
        }
        let reply = try await client().download(request(server), to: path, source: "job 1")
        #expect(reply.head.status == 403)
        #expect(reply.body == Data("<Error>expired".utf8))
        #expect(try left() == [])
    }

    @Test func `A file larger than the limit is given up`() async throws {
        let server = try LoopbackServer { _ in LoopbackAnswer(body: .zeros(3_000_000)) }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().download(
                request(server, limit: 1_000_000),
                to: path,
                source: "job 1"
            )
        }
        #expect(error?.kind == .tooLarge)
    }

    /// 2 GB with `KINEMA_SOAK=1`, else 256 MB: both are more than what it may take.
    @Test func `Memory stays flat while a large file comes`() async throws {
        let isWhole = ProcessInfo.processInfo.environment["KINEMA_SOAK"] == "1"
        let size = isWhole ? 2 << 30 : 256 << 20
        let server = try LoopbackServer { _ in LoopbackAnswer(body: .zeros(size)) }
        defer { unlink(path) }
        let before = try residentBytes()
        let most = Mutex(0)
        let client = client()
        _ = try await client.download(request(server), to: path, source: "job 1") { _ in
            // No number is as good as none.
            guard let now = try? residentBytes() else { return }
            most.withLock { $0 = max($0, now) }
        }
        // The other suites of this process have their share in it.
        #expect(most.withLock { $0 } - before < (isWhole ? size / 8 : size))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.size] as? Int == size)
    }
}

/// The bytes of this process that are in memory now.
private func residentBytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    return pages * 4096
}
