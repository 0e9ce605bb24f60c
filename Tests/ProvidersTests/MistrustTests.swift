import Generation
import Loopback
import Networking
import Testing
import VendorStands

@testable import Providers

/// What a service says is taken for words and numbers, and never at its word.
struct MistrustTests {
    private static let huge: [Double] = [1e300, -1e300, 1e18]

    @Test(arguments: huge)
    func `A number beyond all measures is brought within them`(number: Double) {
        let whole = JSONValue.number(number).whole ?? 0
        #expect(abs(whole) == 1_000_000_000_000)
        #expect(JSONValue.text("\(number)").whole == whole)
        #expect(JSONValue.text("nan").whole == nil)
        #expect(JSONValue.number(2.9).whole == 2)
    }

    @Test(arguments: [("runway", "creditBalance"), ("stability", "credits")], huge)
    func `Credits beyond all measures are told`(service: (String, String), number: Double)
        async throws
    {
        let bench = try Bench(service.0) { script, _ in
            script.polls = [.json([service.1: number])]
        }
        #expect(try await bench.provider.greet().contains("credits"))
    }

    @Test(arguments: huge)
    func `A place in line beyond all measures is told`(number: Double) async throws {
        let bench = try Bench("fal") { script, _ in
            script.polls = [.json(["status": "IN_QUEUE", "queue_position": number], status: 202)]
        }
        let update = try await bench.update(bench.submit())
        #expect(update == .queued(ahead: number < 0 ? 0 : 1_000_000_000_000))
    }

    @Test(arguments: huge)
    func `A code beyond all measures is a refusal`(number: Double) async throws {
        for status in [200, 400] {
            let bench = try Bench("kling") { script, _ in
                script.submissions = [.json(["code": number, "message": "so"], status: status)]
            }
            let error = try await bench.failure { _ = try await bench.submit() }
            #expect(!error.isTransient)
        }
    }

    @Test(arguments: [5000, 5001, 5002])
    func `Kling's own trouble leaves open whether the film is made`(code: Int) async throws {
        let bench = try Bench("kling") { script, _ in
            script.submissions = [.json(["code": code, "message": "busy"])]
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.isTransient)
        #expect(error.mayHaveArrived)
    }

    @Test func `A paid request whose addresses are not trusted may have arrived`() async throws {
        let elsewhere = "https://elsewhere.example/requests/1"
        let bench = try Bench("fal") { script, _ in
            script.submissions = [
                .json([
                    "status": "IN_QUEUE", "request_id": "1", "response_url": elsewhere,
                    "status_url": elsewhere, "cancel_url": elsewhere,
                ])
            ]
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .fatal)
        #expect(error.mayHaveArrived)
    }

    @Test(arguments: [
        ("https://queue.fal.run", "https://evil.fal.run/x"),
        ("https://api.one.co.uk", "https://evil.co.uk/x"),
        ("https://10.0.0.1", "https://10.1.0.1/x"),
        ("https://platform.higgsfield.ai", "https://higgsfield.ai/x"),
        ("https://platform.higgsfield.ai", "https://api.higgsfield.ai:8443/x"),
        ("https://platform.higgsfield.ai", "http://api.higgsfield.ai/x"),
        ("https://localhost:1", "https://api.higgsfield.ai/x"),
    ])
    func `The key is shown to no server that only looks like the service`(
        base: String,
        told: String
    ) throws {
        #expect(throws: ProviderError.self) { try session(base).trusted(told) }
    }

    @Test(arguments: [
        ("https://queue.fal.run", "https://queue.fal.run/x"),
        ("https://platform.higgsfield.ai", "https://api.higgsfield.ai/x"),
        ("http://127.0.0.1:80", "http://127.0.0.1/x"),
    ])
    func `The key is shown to the service itself and to its other hosts`(
        base: String,
        told: String
    ) throws {
        #expect(try session(base).trusted(told).text == told)
    }

    private func session(_ address: String) throws -> VendorSession {
        let setup = ProviderSetup(
            id: "one",
            title: "One",
            address: try #require(WebAddress(address)),
            client: HTTPClient(),
            now: { 0 }
        )
        return HiggsfieldProvider(setup).session
    }
}
