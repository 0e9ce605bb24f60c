import Foundation
import Loopback
import Networking
import Synchronization
import Testing

struct HTTPClientTests {
    /// Waits for nothing, so that what would take seconds takes none.
    private func client(_ rules: RetryRules = RetryRules()) -> HTTPClient {
        HTTPClient(rules: rules, pause: { _ in }, random: { 0 })
    }

    private func address(_ server: LoopbackServer, _ path: String = "/") throws -> WebAddress {
        try #require(WebAddress(server.address + path))
    }

    @Test func `An answer comes with its status, its headers and its bytes`() async throws {
        let server = try LoopbackServer { _ in .text("hello", type: "text/plain; charset=utf-8") }
        let reply = try await client().reply(to: HTTPRequest(.get, address(server, "/a?b=c")))
        #expect(reply.head.status == 200)
        #expect(reply.head.contentType == "text/plain")
        #expect(reply.body == Data("hello".utf8))
        #expect(server.requests.map(\.path) == ["/a"])
        #expect(server.requests[0].query == ["b": "c"])
    }

    @Test func `What is posted arrives whole, memory and files in their order`() async throws {
        let server = try LoopbackServer { _ in .empty(200) }
        let path = NSTemporaryDirectory() + "body-\(UUID().uuidString)"
        defer { unlink(path) }
        let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
        try bytes.write(to: URL(filePath: path))
        var body = HTTPBody(Data("before ".utf8))
        try body.append(file: path)
        body.append(Data(" after".utf8))
        _ = try await client().reply(to: HTTPRequest(.post, address(server), body: body))
        #expect(server.requests[0].body == Data("before ".utf8) + bytes + Data(" after".utf8))
    }

    @Test func `Reading is asked for again after a bad gateway`() async throws {
        let count = Atomic(0)
        let server = try LoopbackServer { _ in
            count.add(1, ordering: .relaxed).newValue < 3 ? .empty(502) : .text("ok", type: "a/b")
        }
        let reply = try await client().reply(to: HTTPRequest(.get, address(server)))
        #expect(reply.head.status == 200)
        #expect(server.requests.count == 3)
    }

    @Test(arguments: [500, 502, 503, 504])
    func `What may be paid for is not sent again after a server error`(status: Int) async throws {
        let server = try LoopbackServer { _ in .empty(status) }
        let reply = try await client().reply(to: HTTPRequest(.post, address(server)))
        #expect(reply.head.status == status)
        #expect(server.requests.count == 1)
    }

    @Test func `What may be paid for is sent again when it was throttled`() async throws {
        let count = Atomic(0)
        let server = try LoopbackServer { _ in
            count.add(1, ordering: .relaxed).newValue < 2
                ? LoopbackAnswer(429, headers: ["Retry-After": "1"], body: .data(Data()))
                : .empty(200)
        }
        let reply = try await client().reply(to: HTTPRequest(.post, address(server)))
        #expect(reply.head.status == 200)
        #expect(server.requests.count == 2)
    }

    @Test func `A server that asks for a long rest is not waited for`() async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(429, headers: ["Retry-After": "300"], body: .data(Data()))
        }
        let reply = try await client().reply(to: HTTPRequest(.get, address(server)))
        #expect(reply.head.retryAfter == 300)
        #expect(server.requests.count == 1)
    }

    @Test func `What may be paid for is not sent again when the connection broke`() async throws {
        let server = try LoopbackServer { _ in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            return answer
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: HTTPRequest(.post, address(server)))
        }
        #expect(error?.kind == .interrupted)
        #expect(error?.mayHaveArrived == true)
        #expect(server.requests.count == 1)
    }

    @Test func `Nobody who listens means that nothing was sent`() async throws {
        let server = try LoopbackServer(isListening: false) { _ in .empty(200) }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: HTTPRequest(.post, address(server)))
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `A server that falls silent is given up`() async throws {
        let server = try LoopbackServer { _ in
            var answer = LoopbackAnswer.text("hello", type: "a/b")
            answer.ending = .silent(2)
            return answer
        }
        let limits = HTTPLimits(silence: .seconds(1))
        let request = HTTPRequest(.post, try address(server), limits: limits)
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: request)
        }
        #expect(error?.kind == .timedOut)
    }

    @Test func `An answer that is too large is given up, told or not`() async throws {
        let limits = HTTPLimits(byteCount: 100_000)
        for isTold in [true, false] {
            let server = try LoopbackServer { _ in
                var answer = LoopbackAnswer(body: .zeros(50_000_000))
                if !isTold { answer.headers["Content-Length"] = "" }
                return answer
            }
            let request = HTTPRequest(.post, try address(server), limits: limits)
            let error = await #expect(throws: HTTPError.self) {
                _ = try await client().reply(to: request)
            }
            #expect(error?.kind == .tooLarge)
        }
    }

    @Test func `A redirect to another server takes no credentials along`() async throws {
        let other = try LoopbackServer { _ in .empty(200) }
        let target = other.address
        let server = try LoopbackServer { request in
            request.path == "/same"
                ? LoopbackAnswer(302, headers: ["Location": target + "/"], body: .data(Data()))
                : LoopbackAnswer(302, headers: ["Location": "/same"], body: .data(Data()))
        }
        let key = try #require(Secret("sesame"))
        let headers = [
            HTTPHeader("Authorization", "Bearer ", secret: key), HTTPHeader("X-Open", "yes"),
        ]
        let request = HTTPRequest(.get, try address(server), headers: headers)
        _ = try await client().reply(to: request)
        #expect(
            server.requests.map { $0.headers["authorization"] } == [
                "Bearer sesame", "Bearer sesame",
            ]
        )
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(other.requests[0].headers["x-open"] == "yes")
    }

    @Test func `A redirect does not carry what was posted elsewhere`() async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(307, headers: ["Location": "/elsewhere"], body: .data(Data()))
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: HTTPRequest(.post, address(server)))
        }
        #expect(error?.kind == .badRedirect)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://a/b", "http://user@a/", "//:", "gopher://x"])
    func `A redirect leads to no other protocol`(location: String) async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(302, headers: ["Location": location], body: .data(Data()))
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: HTTPRequest(.get, address(server)))
        }
        #expect(error?.kind == .badRedirect)
    }

    @Test func `Redirects without end are given up`() async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(302, headers: ["Location": "/again"], body: .data(Data()))
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client().reply(to: HTTPRequest(.get, address(server)))
        }
        #expect(error?.kind == .badRedirect)
        #expect(server.requests.count == 6)
    }

    @Test func `A request that is cancelled ends at once, and the client goes on`() async throws {
        let heard = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { request in
            var answer = LoopbackAnswer.text("ok", type: "a/b")
            if request.path == "/slow" { answer.ending = .silent(0) }
            heard.continuation.yield()
            return answer
        }
        let client = client()
        let slow = try address(server, "/slow")
        let task = Task { try await client.reply(to: HTTPRequest(.get, slow)) }
        var hearing = heard.stream.makeAsyncIterator()
        await hearing.next()
        task.cancel()
        let result = await task.result
        #expect(throws: HTTPError.self) { try result.get() }
        #expect(try await client.reply(to: HTTPRequest(.get, address(server))).head.status == 200)
    }

    @Test func `A server without a certificate that can be verified hears nothing`() async throws {
        let tls = try await TLSServer()
        defer { tls.stop() }
        let address = try #require(WebAddress("https://127.0.0.1:\(tls.port)/"))
        let error = await #expect(throws: HTTPError.self) {
            _ = try await client(RetryRules(attempts: 1)).reply(to: HTTPRequest(.post, address))
        }
        #expect(error?.kind == .untrusted)
        #expect(error?.mayHaveArrived == false)
    }
}
