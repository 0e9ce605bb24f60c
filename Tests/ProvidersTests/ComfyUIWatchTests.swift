import Foundation
import Generation
import Loopback
import Testing
import VendorStands

@testable import Networking
@testable import Providers

/// How far ComfyUI is, as it says over its WebSocket.
struct ComfyUIWatchTests {
    private func glimpse(stages: Int = 1, _ messages: [WebSocketMessage]) -> ComfyUIGlimpse {
        var glimpse = ComfyUIGlimpse(stages: stages)
        for message in messages { glimpse.hear(message) }
        return glimpse
    }

    private func step(_ value: String, of most: String, node: String = "5", prompt: String = "1")
        -> WebSocketMessage
    {
        .text(
            """
            {"type":"progress","data":{"prompt_id":"\(prompt)","node":"\(node)",\
            "value":\(value),"max":\(most)}}
            """
        )
    }

    @Test func `Every sampler counts as much as the others`() {
        #expect(glimpse([]).progress == nil)
        #expect(glimpse([step("5", of: "20")]).progress == 0.25)
        #expect(glimpse(stages: 2, [step("20", of: "20")]).progress == 0.5)
        let both = [step("20", of: "20"), step("10", of: "20", node: "9")]
        #expect(glimpse(stages: 2, both).progress == 0.75)
    }

    @Test func `Nodes that are told together count as if each were told alone`() {
        let text = """
            {"type":"progress_state","data":{"prompt_id":"1","nodes":{
            "1":{"value":1,"max":1,"state":"finished"},
            "5":{"value":4,"max":20,"state":"finished"},
            "9":{"value":5,"max":20,"state":"running"}}}}
            """
        #expect(glimpse(stages: 2, [.text(text)]).progress == 0.625)
    }

    @Test func `Another prompt begins anew`() {
        let steps = [step("20", of: "20"), step("1", of: "20", prompt: "2")]
        #expect(glimpse(steps).progress == 0.05)
    }

    @Test(arguments: [
        ("1e300", "2", 1.0), ("-5", "20", 0), ("5", "-1", nil), ("5", "0", nil),
        ("\"x\"", "20", nil), ("5", "[]", nil),
    ])
    func `Numbers without sense leave a share of sense`(value: String, most: String, share: Double?)
    {
        #expect(glimpse([step(value, of: most)]).progress == share)
    }

    @Test(arguments: [
        "", "[]", "{", "{\"type\":7}", "{\"type\":\"progress\"}",
        "{\"type\":\"progress_state\",\"data\":{\"nodes\":[1]}}",
    ])
    func `Words without sense are not heeded`(text: String) {
        #expect(glimpse([.text(text)]).progress == nil)
    }

    @Test func `Both shapes of a preview are read, and it is told once`() {
        let jpeg = ComfyUIStand.preview
        let plain = Data([0, 0, 0, 1, 0, 0, 0, 1]) + jpeg
        let told = Data([0, 0, 0, 4, 0, 0, 0, 2]) + Data("{}".utf8) + jpeg
        for message in [plain, told] {
            var glimpse = glimpse([.bytes(message)])
            #expect(glimpse.takePreview() == jpeg)
            #expect(glimpse.takePreview() == nil)
        }
    }

    @Test(arguments: [
        Data(), Data([0, 0, 0, 1]), Data([0, 0, 0, 1, 0, 0, 0, 1]),
        Data([0, 0, 0, 2, 0, 0, 0, 1]) + ComfyUIStand.preview,
        Data([0, 0, 0, 4, 255, 255, 255, 255]) + ComfyUIStand.preview,
        Data([0, 0, 0, 1, 0, 0, 0, 1]) + Data("<svg>".utf8),
    ])
    func `Bytes that are no preview show nothing`(bytes: Data) {
        var glimpse = glimpse([.bytes(bytes)])
        #expect(glimpse.takePreview() == nil)
    }

    @Test func `How far it is, and what is seen of it, comes with the look at it`() async throws {
        let bench = try Bench("comfyui") { script, _ in script.states = [.running] }
        let ticket = try await bench.submit()
        var seen: (progress: Double?, preview: String?) = (nil, nil)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(600)
        while seen.progress == nil || seen.preview == nil, clock.now < end {
            guard case .running(let progress, let preview) = try await bench.update(ticket) else {
                Issue.record("It does not run.")
                return
            }
            seen = (progress ?? seen.progress, preview ?? seen.preview)
        }
        #expect(seen.progress == 0.4)
        let name = try #require(seen.preview)
        let path = try #require(bench.landing.path(name))
        #expect(FileManager.default.contents(atPath: path) == ComfyUIStand.preview)
    }

    @Test func `Another process listens on from the ticket alone`() async throws {
        let bench = try Bench("comfyui") { script, _ in script.states = [.running] }
        let ticket = GenerationTicket(
            id: "0198c0de-0000-7000-8000-000000000001",
            addresses: ["client": "0198c0de-0000-7000-8000-000000000002", "stages": "2"]
        )
        var progress: Double?
        let clock = ContinuousClock()
        let end = clock.now + .seconds(600)
        while progress == nil, clock.now < end {
            guard case .running(let share, _) = try await bench.update(ticket) else {
                Issue.record("It does not run.")
                return
            }
            progress = share
        }
        #expect(progress == 0.2)
    }
}
