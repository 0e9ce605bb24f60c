import Editorial
import Foundation
import Generation
import Loopback
import Motion
import Networking
import Providers
import Synchronization
import Testing

/// Higgsfield's second version, whose models are named in the settings.
struct HiggsfieldSecondTests {
    /// A server of it that tells prices, and what came of asking it.
    private func make(estimate: LoopbackAnswer) async throws -> (GenerationUpdate, [String]) {
        let base = Mutex("")
        let server = try LoopbackServer { request in
            let place = base.withLock { $0 } + "/requests/7"
            switch request.path {
            case "/estimate/studio/fast": return estimate
            case "/studio/fast":
                return .json([
                    "status": "queued", "request_id": "7", "status_url": place + "/status",
                    "cancel_url": place + "/cancel",
                ])
            case "/requests/7/status":
                return .json(["status": "completed", "video": ["url": place + "/film.mp4"]])
            default: return .empty(404)
            }
        }
        base.withLock { [server] in $0 = server.address }
        let row = try #require(ProviderTable["higgsfield"])
        let provider = row.make(
            ProviderSetup(
                id: row.id,
                title: row.title,
                address: try #require(WebAddress(server.address)),
                client: HTTPClient(pause: { _ in }, random: { 0 }),
                key: .environment(["KEY"]),
                environment: ["KEY": "id:secret"],
                now: { 0 }
            )
        )
        let model = row.models[0].renamed("higgsfield/studio/fast")
        let draft = Draft(prompt: "a lighthouse", model: model.id)
        let request = GenerationRequest(
            draft,
            key: "1",
            model: model,
            startFrame: nil,
            camera: CameraWords(draft, to: .unheard, in: PresetLibrary([]))
        )
        let landing = Landing(NSTemporaryDirectory())
        let ticket = try await provider.submit(request, landing: landing) { _ in }
        let stored = GenerationTicket(stored: ticket.stored)
        let update = try await provider.update(on: stored, landing: landing)
        return (update, server.requests.map(\.path))
    }

    @Test func `What it says it takes is what it cost`() async throws {
        let (update, paths) = try await make(
            estimate: .json(["credits": "1.500", "usd": "0.094"])
        )
        guard case .completed(_, let cost) = update else {
            Issue.record("It did not come to its end.")
            return
        }
        #expect(cost == Money(millionths: 94_000))
        #expect(paths.count { $0 == "/studio/fast" } == 1)
    }

    @Test(arguments: [LoopbackAnswer.empty(404), .json(["usd": "1e999"]), .json(["usd": []])])
    func `Where it does not say, it is made all the same`(estimate: LoopbackAnswer) async throws {
        let (update, _) = try await make(estimate: estimate)
        guard case .completed(_, let cost) = update else {
            Issue.record("It did not come to its end.")
            return
        }
        #expect(cost == nil)
    }
}
