import AccountAPI
import AccountService
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// Those who ask as slowly as they can, so that others are not answered.
struct SlowTests {
    /// A service that does not wait long, be it for a request or for a body.
    private func service(
        request: Duration = .milliseconds(300),
        body: Duration = .seconds(600),
        connections: Int = 10_000
    ) async throws -> ServiceFixture {
        try await ServiceFixture(.sqlite) { settings in
            settings.requestPatience = request
            settings.bodyPatience = body
            settings.connectionLimit = connections
        }
    }

    @Test func `Who never ends a head is shown out, and others are answered meanwhile`()
        async throws
    {
        let service = try await service()
        let slow = try (0..<30).map { _ in try RawConnection(service) }
        for connection in slow { connection.write("GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ") }
        #expect(try await service.ask(.health).head.status == 200)
        for connection in slow {
            #expect(await connection.rest().isEmpty)
        }
    }

    @Test func `Who drips a second head over a connection is shown out, too`() async throws {
        let service = try await service()
        let slow = try RawConnection(service)
        slow.write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(await slow.read(until: "alive").hasPrefix("HTTP/1.1 200"))
        let dripping = Task {
            // Something comes all the time, so that nothing seems idle.
            while !Task.isCancelled {
                slow.write("X")
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        _ = await slow.rest()
        dripping.cancel()
    }

    @Test func `Who never ends a body is told so, and others are answered meanwhile`()
        async throws
    {
        let service = try await service(request: .seconds(600), body: .milliseconds(300))
        let slow = try (0..<20).map { _ in try RawConnection(service) }
        for connection in slow {
            connection.write(
                "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"email\":"
            )
        }
        #expect(try await service.ask(.health).head.status == 200)
        for connection in slow {
            let answer = await connection.read(until: "too slowly")
            #expect(answer.hasPrefix("HTTP/1.1 400"))
            #expect(answer.contains("too slowly"))
        }
    }

    @Test func `Of more connections than there may be those that wait come in when others end`()
        async throws
    {
        let service = try await service(connections: 8)
        let slow = try (0..<24).map { _ in try RawConnection(service) }
        for connection in slow { connection.write("GET /health HTTP/1.1\r\n") }
        #expect(try await service.ask(.health).head.status == 200)
        for connection in slow { _ = await connection.rest() }
    }
}
