import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// What is told over WebSockets.
struct EventTests {
    private struct Desk {
        let service: ServiceFixture
        let token: String
        let space: String

        init(_ service: ServiceFixture, _ email: String = "ada@example.org") async throws {
            self.service = service
            token = try await service.enrol(email).accessToken
            space = try await service.profile(token).ownSpace?.id.description ?? ""
        }

        func push(_ value: String) async throws -> Int {
            let record = SharedRecord(
                key: SharedRecord.Key(kind: "shot", id: value),
                fields: [
                    "name": StampedValue(
                        value,
                        HybridStamp(milliseconds: 1_800_000_000_000, counter: 0, writer: 1)
                    )
                ]
            )
            return try await service.ask(
                .push,
                at: AccountRoute.push.path(space),
                token: token,
                json: RecordExchange.Push(records: [record])
            ).json(RecordExchange.Pushed.self).sequence
        }

        /// Listens, and works with the cursors that are told.
        func listen<Value: Sendable>(
            token other: String? = nil,
            _ work: @Sendable @escaping (WebSocketConnection, inout Cursors) async throws -> Value
        ) async throws -> Value {
            let address = service.address.appending(AccountRoute.events.path(space), query: [])
            return try await WebSocketClient().open(
                try #require(address),
                headers: [HTTPHeader("Authorization", "Bearer \(other ?? token)")]
            ) { connection in
                var cursors = Cursors(connection.messages.makeAsyncIterator())
                return try await work(connection, &cursors)
            }
        }
    }

    private struct Cursors {
        private var messages: WebSocketMessages.Iterator

        init(_ messages: WebSocketMessages.Iterator) { self.messages = messages }

        /// Nil once the service said goodbye.
        mutating func next() async throws -> Int? {
            guard case .text(let text) = try await messages.next() else { return nil }
            return try JSONDecoder().decode(ChangePoke.self, from: Data(text.utf8)).cursor
        }
    }

    @Test(arguments: Engine.allCases)
    func `Whoever listens hears where the space is, and of every change to come`(
        engine: Engine
    ) async throws {
        let desk = try await Desk(try await ServiceFixture(engine))
        let first = try await desk.push("a")
        try await desk.listen { _, cursors in
            #expect(try await cursors.next() == first)
            let second = try await desk.push("b")
            #expect(try await cursors.next() == second)
            // Many may be told as one, but the last always is.
            var last = second
            for index in 0..<20 { last = try await desk.push("c\(index)") }
            var heard = second
            while heard < last {
                let next = try #require(try await cursors.next())
                #expect(next > heard)
                heard = next
            }
        }
    }

    @Test func `A change in one space is told to nobody in another`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let ada = try await Desk(service)
        let eve = try await Desk(service, "eve@example.org")
        try await ada.listen { _, cursors in
            #expect(try await cursors.next() == 0)
            _ = try await eve.push("b")
            let mine = try await ada.push("a")
            #expect(try await cursors.next() == mine)
        }
    }

    @Test func `Who may not read a space may not listen to it`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let ada = try await Desk(service)
        let eve = try await service.enrol("eve@example.org").accessToken
        for token in ["", "nonsense", eve] {
            await #expect(throws: HTTPError.self) {
                try await ada.listen(token: token) { _, _ in }
            }
        }
        let path = AccountRoute.events.path(ada.space)
        #expect(try await service.ask(.events, at: path).problem == .unauthorized)
        #expect(try await service.ask(.events, at: path, token: eve).problem == .notFound)
        #expect(try await service.ask(.events, at: path, token: ada.token).problem == .badRequest)
    }

    @Test(arguments: Engine.allCases)
    func `Whose session ends is shown out`(engine: Engine) async throws {
        let desk = try await Desk(try await ServiceFixture(engine))
        let error = await #expect(throws: HTTPError.self) {
            try await desk.listen { _, cursors in
                _ = try await cursors.next()
                let path = AccountRoute.endSession.path("current")
                let reply = try await desk.service.ask(.endSession, at: path, token: desk.token)
                #expect(reply.head.status == 204)
                while try await cursors.next() != nil {}
            }
        }
        #expect(error != nil)
    }

    @Test func `The service ends in good order while somebody listens`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let desk = try await Desk(service)
        try await desk.listen { _, cursors in
            _ = try await cursors.next()
            async let ended: Void = service.end()
            // It says goodbye, which is no fault.
            while try await cursors.next() != nil {}
            try await ended
        }
    }

    @Test func `An account listens at so many places at most`() async throws {
        // None of them answers a ping, and none is to be shown out before the last has come.
        let service = try await ServiceFixture(.sqlite) { $0.socketPulse = .seconds(3600) }
        let desk = try await Desk(service)
        let path = AccountRoute.events.path(desk.space)
        var open: [RawConnection] = []
        for _ in 0..<64 {
            let connection = try RawConnection(service)
            connection.write(Self.upgrade(path, desk.token))
            // The first poke tells that it is counted.
            #expect(await connection.read(until: "cursor").hasPrefix("HTTP/1.1 101"))
            open.append(connection)
        }
        let more = try RawConnection(service)
        more.write(Self.upgrade(path, desk.token))
        #expect(String(decoding: await more.rest(), as: UTF8.self).hasPrefix("HTTP/1.1 429"))
        #expect(open.count == 64)
    }

    @Test func `Who answers no ping, or says anything, is shown out`() async throws {
        let service = try await ServiceFixture(.sqlite) { $0.socketPulse = .milliseconds(50) }
        let desk = try await Desk(service)
        let path = AccountRoute.events.path(desk.space)
        let silent = try RawConnection(service)
        silent.write(Self.upgrade(path, desk.token))
        let heard = await silent.rest()
        #expect(Data(heard).range(of: Data([0x89, 0x00])) != nil)
        // With time enough to say it.
        let patient = try await Desk(try await ServiceFixture(.sqlite))
        let talking = try RawConnection(patient.service)
        talking.write(Self.upgrade(AccountRoute.events.path(patient.space), patient.token))
        _ = await talking.read(until: "\r\n\r\n")
        talking.write([0x81, 0x81, 0, 0, 0, 0, UInt8(ascii: "x")])
        let answer = await talking.rest()
        // Close, with 1003: what it was told it cannot use.
        #expect(Data(answer).range(of: Data([0x88, 0x02, 0x03, 0xEB])) != nil)
    }

    @Test func `Another wish than a WebSocket is answered as if it had not been uttered`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        for wish in ["h2c", "websocket"] {
            let connection = try RawConnection(service)
            connection.write(
                "GET /health HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: \(wish)\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
            )
            let answer = String(decoding: await connection.rest(), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 200"), "\(answer)")
            #expect(answer.hasSuffix("{\"status\":\"alive\"}"))
        }
        let garbage = try RawConnection(service)
        garbage.write("nonsense\r\n\r\n")
        #expect(String(decoding: await garbage.rest(), as: UTF8.self).hasPrefix("HTTP/1.1 400"))
    }

    @Test func `Requests of one connection are answered one after the other`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let connection = try RawConnection(service)
        let ask = "GET /health HTTP/1.1\r\nHost: x\r\n"
        connection.write("\(ask)\r\n\(ask)\r\n\(ask)Upgrade: h2c\r\nConnection: Upgrade\r\n\r\n")
        let answer = String(decoding: await connection.rest(), as: UTF8.self)
        #expect(answer.split(separator: "HTTP/1.1 200").count == 3, "\(answer)")
    }

    private static func upgrade(_ path: String, _ token: String) -> String {
        "GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Authorization: Bearer \(token)\r\n\r\n"
    }
}
