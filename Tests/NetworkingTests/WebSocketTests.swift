import Foundation
import Loopback
import Synchronization
import Testing

@testable import Networking

/// WebSockets against a server that speaks them by the RFC, and against it.
struct WebSocketTests {
    private func address(_ server: LoopbackServer, _ path: String = "/ws?clientId=a%20b") throws
        -> WebAddress
    {
        try #require(WebAddress(server.address + path))
    }

    private func client(pulse: Duration = .seconds(600), byteCount: Int = 1 << 20)
        -> WebSocketClient
    {
        WebSocketClient(
            limits: WebSocketLimits(
                connecting: .seconds(600),
                pulse: pulse,
                byteCount: byteCount
            ),
            pause: { _ in },
            random: { 0 }
        )
    }

    /// Reads all that comes until the server says goodbye.
    private func all(_ server: LoopbackServer, byteCount: Int = 1 << 20) async throws
        -> [WebSocketMessage]
    {
        try await client(byteCount: byteCount).open(address(server)) { connection in
            var all: [WebSocketMessage] = []
            for try await message in connection.messages { all.append(message) }
            return all
        }
    }

    private func error(_ body: () async throws -> Void) async throws -> HTTPError {
        try #require(await #expect(throws: HTTPError.self) { try await body() })
    }

    @Test func `What is sent comes back, masked, and both sides say goodbye`() async throws {
        let heard = Mutex<[LoopbackSocket.Frame]>([])
        let done = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _ in
            .webSocket { socket in
                while let frame = socket.read() {
                    heard.withLock { $0.append(frame) }
                    socket.send(frame.kind, frame.data)
                    if frame.kind == .goodbye { break }
                }
                done.continuation.finish()
            }
        }
        let echo = try await client().open(address(server)) { connection in
            try await connection.send(.text("hello — ✓"))
            try await connection.send(.bytes(Data([0, 1, 255])))
            var messages = connection.messages.makeAsyncIterator()
            return [try await messages.next(), try await messages.next()]
        }
        #expect(echo == [.text("hello — ✓"), .bytes(Data([0, 1, 255]))])
        for await _ in done.stream {}
        let frames = heard.withLock { $0 }
        #expect(frames.map(\.kind) == [.text, .bytes, .goodbye])
        #expect(frames.allSatisfy { $0.isMasked })
        let request = server.requests[0]
        #expect(request.headers["host"] == "127.0.0.1:\(server.port)")
        #expect(request.headers["origin"] == nil)
        #expect(request.query["clientId"] == "a b")
    }

    @Test func `A message in pieces comes whole, with pings in between answered`() async throws {
        let pong = Mutex<LoopbackSocket.Frame?>(nil)
        let server = try LoopbackServer { _ in
            .webSocket { socket in
                socket.send(.text, Data("a pap".utf8), isLast: false)
                socket.send(.ping, Data("still there?".utf8))
                pong.withLock { $0 = socket.read() }
                socket.send(.continuation, Data("er ".utf8), isLast: false)
                socket.send(.continuation, Data("boat".utf8))
                socket.send(.goodbye, Data([0x03, 0xE8]))
                _ = socket.read()
            }
        }
        #expect(try await all(server) == [.text("a paper boat")])
        #expect(pong.withLock { $0?.kind } == .pong)
        #expect(pong.withLock { $0?.text } == "still there?")
    }

    @Test(arguments: [
        Data([0x81, 0x03, 0xFF, 0xFE, 0xFD]),  // no UTF-8
        Data([0x80, 0x01, 0x41]),  // goes on with what never began
        Data([0x89, 0x7E, 0x01, 0x00]) + Data(count: 256),  // a ping too long
    ])
    func `What no server may send ends the connection`(bytes: Data) async throws {
        let server = try LoopbackServer { _ in
            .webSocket { socket in
                socket.raw(bytes)
                while socket.read() != nil {}
            }
        }
        let error = try await error { _ = try await all(server) }
        #expect([.interrupted, .damaged, .tooLarge].contains(error.kind))
    }

    @Test(arguments: [true, false])
    func `A message larger than the limit is given up`(isPieces: Bool) async throws {
        let server = try LoopbackServer { _ in
            .webSocket { socket in
                if isPieces {
                    socket.send(.bytes, Data(count: 40_000), isLast: false)
                    for _ in 0..<9 {
                        socket.send(.continuation, Data(count: 40_000), isLast: false)
                    }
                } else {
                    // It only says that it is large.
                    socket.raw(Data([0x82, 127, 0, 0, 0, 1, 0, 0, 0, 0]))
                }
                while socket.read() != nil {}
            }
        }
        let error = try await error { _ = try await all(server, byteCount: 100_000) }
        #expect(error.kind == .tooLarge)
    }

    @Test func `A connection that breaks is no goodbye`() async throws {
        let server = try LoopbackServer { _ in .webSocket { $0.send("half") } }
        let error = try await error { _ = try await all(server) }
        #expect(error.kind == .interrupted)
    }

    @Test func `A server that says nothing from ping to ping is gone`() async throws {
        let server = try LoopbackServer { _ in
            .webSocket { socket in while socket.read() != nil {} }
        }
        let error = try await error {
            try await client(pulse: .milliseconds(50)).open(address(server)) { connection in
                for try await _ in connection.messages {}
            }
        }
        #expect(error.kind == .timedOut)
    }

    @Test(arguments: [200, 401, 403, 404, 503])
    func `A server that will not is told by its status`(status: Int) async throws {
        let server = try LoopbackServer { _ in .text("no", status: status, type: "text/plain") }
        let error = try await error { _ = try await all(server) }
        #expect(error.kind == .refused(status: status))
    }

    @Test func `Where nobody listens, that is told`() async throws {
        let server = try LoopbackServer(isListening: false) { _ in .empty(404) }
        let error = try await error { _ = try await all(server) }
        #expect(error.kind == .unreachable)
    }

    @Test func `A server that nobody vouches for hears nothing`() async throws {
        let server = try await TLSServer()
        defer { server.stop() }
        let address = try #require(WebAddress("https://127.0.0.1:\(server.port)/ws"))
        let error = try await error {
            try await client().open(address) { try await $0.send(.text("secret")) }
        }
        #expect(error.kind == .untrusted)
    }

    @Test func `A connection that ended is made anew until the task is cancelled`() async throws {
        let count = Atomic(0)
        let server = try LoopbackServer { _ in
            let number = count.add(1, ordering: .relaxed).newValue
            if number == 2 { return .empty(503) }
            return .webSocket { socket in
                let hello = socket.read()?.text ?? ""
                socket.send("\(number) \(hello)")
                if number < 4 { return }
                while socket.read() != nil {}
            }
        }
        let (stream, events) = AsyncStream.makeStream(of: WebSocketEvent.self)
        let address = try address(server)
        let client = client()
        let task = Task {
            try await client.stay(connectedTo: address, greeting: [.text("hello")]) {
                events.yield($0)
            }
        }
        var texts: [WebSocketMessage] = []
        for await event in stream {
            guard case .message(let message) = event else { continue }
            texts.append(message)
            if texts.count == 3 { task.cancel(); break }
        }
        #expect(texts == [.text("1 hello"), .text("3 hello"), .text("4 hello")])
        let error = try await error { try await task.value }
        #expect(error.kind == .cancelled)
    }

    @Test(arguments: [401, 404])
    func `A server that refuses for good is not asked again`(status: Int) async throws {
        let server = try LoopbackServer { _ in .empty(status) }
        let error = try await error {
            try await client().stay(connectedTo: address(server)) { _ in }
        }
        #expect(error.kind == .refused(status: status))
        #expect(server.requests.count == 1)
    }

    @Test func `The wait grows with each connection that brought nothing`() async throws {
        let waits = Mutex<[Duration]>([])
        let server = try LoopbackServer { _ in .empty(503) }
        let client = WebSocketClient(
            limits: WebSocketLimits(wait: .seconds(1), longestWait: .seconds(5)),
            pause: { wait in
                let count = waits.withLock { waits in
                    waits.append(wait)
                    return waits.count
                }
                if count == 5 { throw CancellationError() }
            },
            random: { 0 }
        )
        _ = try await error { try await client.stay(connectedTo: address(server)) { _ in } }
        #expect(waits.withLock { $0 } == [1, 2, 4, 5, 5].map { .seconds($0) })
    }
}
