import Editorial
import Foundation
import Generation
import Loopback
import Motion
import Networking
import Providers
import Testing

/// How each service is given the picture that a film comes to.
struct EndFrameTests {
    /// Asks a service for a film between two frames, and returns what it was sent.
    private func sent(_ model: String) async throws -> LoopbackRequest {
        let server = try LoopbackServer { request in
            let base = "http://\(request.headers["host"] ?? "")"
            return .json([
                "id": "17f20503-6c24-4c16-946b-35dbbce2af2f", "request_id": "1",
                "status_url": base + "/1", "response_url": base + "/2", "cancel_url": base + "/3",
                "public_url": base + request.path + "/\(request.body.count)",
                "upload_url": base + "/upload",
            ])
        }
        let id = String(model.prefix { $0 != "/" })
        let row = try #require(ProviderTable[id])
        let found = try #require(row.models.first { $0.id == model })
        #expect(found.abilities.endFrame == .possible)
        let provider = row.make(
            ProviderSetup(
                id: id,
                title: row.title,
                address: try #require(WebAddress(server.address)),
                client: HTTPClient(pause: { _ in }, random: { 0 }),
                key: .environment(["KEY"]),
                environment: ["KEY": "id:secret"],
                now: { 0 }
            )
        )
        let directory = NSTemporaryDirectory() + "end-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        // A directory of the system's own for such things.
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let draft = Draft(prompt: "a lighthouse", duration: RationalTime(5), model: model)
        let request = GenerationRequest(
            draft,
            key: "1",
            model: found,
            startFrame: try frame(.start, "first", in: directory),
            endFrame: try frame(.end, "last", in: directory),
            camera: CameraWords(draft, to: .unheard, in: PresetLibrary([]))
        )
        _ = try await provider.submit(request, landing: Landing(directory)) { _ in }
        return try #require(server.requests.last)
    }

    private func frame(
        _ place: GenerationRequest.Frame.Place,
        _ text: String,
        in directory: String
    ) throws -> GenerationRequest.Frame {
        let path = "\(directory)/\(place.rawValue).jpg"
        try Data(text.utf8).write(to: URL(filePath: path))
        return GenerationRequest.Frame(
            place,
            path: path,
            type: "image/jpeg",
            byteCount: text.utf8.count
        )
    }

    private let first = "data:image/jpeg;base64," + Data("first".utf8).base64EncodedString()
    private let last = "data:image/jpeg;base64," + Data("last".utf8).base64EncodedString()

    @Test func `Runway is told which frame is the first and which the last`() async throws {
        let request = try await sent("runway/veo3.1")
        #expect(request.path == "/v1/image_to_video")
        let images = try #require(request.json["promptImage"] as? [[String: String]])
        #expect(
            images == [
                ["uri": first, "position": "first"], ["uri": last, "position": "last"],
            ]
        )
    }

    @Test func `Pika goes from the one frame to the other in one transition`() async throws {
        let request = try await sent("fal/pika/v2.2")
        #expect(request.path == "/fal-ai/pika/v2.2/pikaframes")
        #expect(request.json["image_urls"] as? [String] == [first, last])
        let transitions = try #require(request.json["transitions"] as? [[String: Any]])
        #expect(transitions.count == 1)
        #expect(transitions[0]["duration"] as? Int == 5)
    }

    @Test func `Higgsfield is given the end frame as one of its own`() async throws {
        let request = try await sent("higgsfield/dop-turbo")
        let params = try #require(request.json["params"] as? [String: Any])
        for name in ["input_images", "input_images_end"] {
            let images = try #require(params[name] as? [[String: String]])
            #expect(images.map { $0["type"] } == ["image_url"])
        }
    }

    @Test(arguments: [true, false])
    func `A graph without a place for the end frame is told before anything is asked`(
        hasPlace: Bool
    ) throws {
        let directory = NSTemporaryDirectory() + "graphs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        // A directory of the system's own for such things.
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let inputs = hasPlace ? "{\"image\":\"{{end}}\"}" : "{}"
        try Data("{\"1\":{\"class_type\":\"LoadImage\",\"inputs\":\(inputs)}}".utf8)
            .write(to: URL(filePath: directory + "/film.json"))
        let row = try #require(ProviderTable["comfyui"])
        let model = try #require(row.models.first { $0.name == "film" })
        let provider = row.make(
            ProviderSetup(
                id: row.id,
                title: row.title,
                address: try #require(WebAddress(row.address)),
                client: HTTPClient(),
                directory: directory,
                now: { 0 }
            )
        )
        let draft = Draft(prompt: "a lighthouse", model: model.id)
        let request = GenerationRequest(
            draft,
            key: "1",
            model: model,
            startFrame: nil,
            endFrame: try frame(.end, "last", in: directory),
            camera: CameraWords(draft, to: .unheard, in: PresetLibrary([]))
        )
        guard !hasPlace else { return try provider.check(request) }
        let error = #expect(throws: ProviderError.self) { try provider.check(request) }
        #expect(error?.kind == .invalid(field: "end frame"))
    }
}
