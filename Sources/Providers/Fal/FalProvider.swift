import Editorial
import Foundation
package import Generation
import Networking

/// fal's queue, behind which Pika and others are.
///
/// The addresses it tells are followed, never built: they leave out parts of a model's name.
package struct FalProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(
            setup,
            authorization: VendorSession.bearer("Key "),
            refusal: Self.refusal
        )
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 1 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let reply = try await session.post("/" + path(of: request), try body(of: request)).json
        guard let id = reply["request_id"].text else { throw session.malformed("the request’s id") }
        var addresses: [String: String] = [:]
        for name in ["status_url", "response_url", "cancel_url"] {
            addresses[name] = try session.trusted(reply[name].text).text
        }
        return GenerationTicket(id: id, addresses: addresses)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let address = try session.trusted(ticket.addresses["status_url"])
        let reply = try await session.ask(.get, address)
        switch reply.json["status"].text {
        case "IN_QUEUE":
            return .queued(ahead: reply.json["queue_position"].whole.map { max(0, $0) })
        case "IN_PROGRESS": return .running(progress: nil)
        case "COMPLETED": return try await outcome(of: ticket)
        default: throw session.malformed("a status that is known")
        }
    }

    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let address = try session.trusted(ticket.addresses["cancel_url"])
        _ = try await session.ask(.put, address, repetition: .harmless)
    }

    package func greet() async throws(ProviderError) -> String {
        // It has nothing to ask that costs nothing; a request that does not exist tells whether the key holds.
        let none = "/fal-ai/fast-animatediff/requests/00000000-0000-0000-0000-000000000000/status"
        do throws(ProviderError) {
            _ = try await session.get(none)
        } catch {
            if case .auth = error.kind { throw error }
            if error.kind == .transient || error.mayHaveArrived { throw error }
        }
        return "the key is taken"
    }

    /// What failed is completed, too: its result is then the failure.
    private func outcome(of ticket: GenerationTicket) async throws(ProviderError)
        -> GenerationUpdate
    {
        let address = try session.trusted(ticket.addresses["response_url"])
        let result: JSONValue
        do throws(ProviderError) {
            result = try await session.ask(.get, address).json
        } catch {
            switch error.kind {
            case .invalid, .moderated, .fatal: return .failed(error)
            case .auth, .credits, .throttled, .modelGone, .expired, .transient, .cancelled:
                throw error
            }
        }
        let url =
            result["video"]["url"].text ?? result["images"][0]["url"].text
            ?? result["image"]["url"].text
        guard let url else { throw session.malformed("a result") }
        return .completed([.address(url)], cost: nil)
    }

    private func path(of request: GenerationRequest) -> String {
        let name = request.model.name
        guard name.hasPrefix("pika/") else { return "fal-ai/" + name }
        if request.startFrame == nil { return "fal-ai/\(name)/text-to-video" }
        return "fal-ai/\(name)/" + (request.endFrame == nil ? "image-to-video" : "pikaframes")
    }

    private func body(of request: GenerationRequest) throws(ProviderError) -> JSONValue {
        var body: [String: JSONValue] = [
            "prompt": .text(request.spokenPrompt),
            "seed": .number(Int(request.seed)),
        ]
        if !request.negativePrompt.isEmpty {
            body["negative_prompt"] = .text(request.negativePrompt)
        }
        guard request.model.name.hasPrefix("pika/") else {
            body["num_frames"] = .number(max(8, min(32, Int(request.seconds * 8))))
            body["fps"] = 8
            body["motions"] = .list(motions(request))
            return .object(body)
        }
        let seconds: JSONValue = .number(Int(request.seconds.rounded()))
        body["resolution"] = .text(
            min(request.size.width, request.size.height) > 720 ? "1080p" : "720p"
        )
        let frames = try [request.startFrame, request.endFrame].compactMap(\.self)
            .map { (frame) throws(ProviderError) -> JSONValue in
                .text(try frame.dataAddress(limit: 8_000_000, for: session.setup.title))
            }
        switch frames.count {
        // From the one to the other, which is told as one transition.
        case 2:
            body["image_urls"] = .list(frames)
            body["transitions"] = [["duration": seconds, "prompt": .text(request.spokenPrompt)]]
            return .object(body)
        case 1: body["image_url"] = frames[0]
        default: body["aspect_ratio"] = .text(request.size.shape(among: Self.shapes))
        }
        body["duration"] = seconds
        return .object(body)
    }

    /// AnimateDiff's camera adapters, as fal spells them.
    private func motions(_ request: GenerationRequest) -> [JSONValue] {
        let known = [
            "ZoomIn": "zoom-in", "ZoomOut": "zoom-out", "PanLeft": "pan-left",
            "PanRight": "pan-right", "TiltUp": "tilt-up", "TiltDown": "tilt-down",
        ]
        return request.camera.words.compactMap { word in
            word.text.split(separator: " ").first.flatMap { known[String($0)] }.map(JSONValue.text)
        }
    }

    private static let shapes = [(16, 9), (9, 16), (1, 1), (4, 5), (5, 4), (3, 2), (2, 3)]

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let detail = reply.json["detail"]
        var refusal = Refusal(reply, words: detail.text ?? detail[0]["msg"].text)
        switch detail[0]["type"].text {
        case "content_policy_violation": refusal.kind = .moderated(.input)
        case let type? where reply.head.status == 422:
            let field = detail[0]["loc"].list.last?.text
            refusal.kind = type == "generation_timeout" ? .fatal : .invalid(field: field)
        default:
            if reply.head.status == 403, refusal.words?.lowercased().contains("balance") == true {
                refusal.kind = .credits
            }
        }
        return refusal
    }
}
