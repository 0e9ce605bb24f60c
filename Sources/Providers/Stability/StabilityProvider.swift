import Editorial
import Foundation
package import Generation
import Networking

/// Stability AI's pictures: version 1 for the SDXL engines, version 2 beta for what came after.
///
/// The answer holds the picture, so what is asked for is done once it comes.
package struct StabilityProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: VendorSession.bearer(), refusal: Self.refusal)
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 1 }

    package func check(_ request: GenerationRequest) throws(ProviderError) {
        try session.needPrompt(of: request)
    }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        report(.running(progress: nil))
        let isFirst = request.model.name.hasPrefix("stable-diffusion-xl")
        let picture = isFirst ? try await paintFirst(request) : try await paint(request)
        let name = try landing.land(base64: picture, as: VendorSession.stem, from: "Stability AI")
        return GenerationTicket(id: request.key, outputs: [.landed(name)])
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        if ticket.outputs.isEmpty {
            throw ProviderError(.expired, "Stability AI gives a picture once; generate it again.")
        }
        return .completed(ticket.outputs, cost: nil)
    }

    /// There is nothing to cancel: the answer is the end of it.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {}

    package func greet() async throws(ProviderError) -> String {
        guard let credits = try await session.get("/v1/user/balance").json["credits"].whole else {
            throw session.malformed("the credits")
        }
        return "\(credits) credits, which are \(Money(cents: credits))"
    }

    /// Version 1 answers with 200 also where it held the picture back, and sends it blurred.
    private func paintFirst(_ request: GenerationRequest) async throws(ProviderError) -> String {
        var prompts: [JSONValue] = [["text": .text(request.spokenPrompt), "weight": 1]]
        if !request.negativePrompt.isEmpty {
            prompts.append(["text": .text(request.negativePrompt), "weight": -1])
        }
        let reply = try await session.post(
            "/v1/generation/\(WebAddress.escaped(request.model.name))/text-to-image",
            [
                "text_prompts": .list(prompts),
                "width": .number(request.size.width),
                "height": .number(request.size.height),
                "samples": 1,
                "steps": 40,
                "seed": .number(Int(request.seed)),
            ],
            headers: [HTTPHeader("Accept", "application/json")],
            limits: .making
        )
        let artifact = reply.json["artifacts"][0]
        try judge(artifact["finishReason"].text)
        guard let picture = artifact["base64"].text else { throw session.malformed("a picture") }
        return picture
    }

    private func paint(_ request: GenerationRequest) async throws(ProviderError) -> String {
        let name = request.model.name
        let route = name.hasPrefix("sd3") ? "sd3" : name
        var form = MultipartForm()
        form.add("prompt", request.spokenPrompt)
        form.add("output_format", "png")
        form.add("seed", "\(request.seed)")
        if !request.negativePrompt.isEmpty { form.add("negative_prompt", request.negativePrompt) }
        if route == "sd3" { form.add("model", name) }
        if let frame = request.startFrame, route == "sd3" {
            form.add("mode", "image-to-image")
            form.add("strength", "0.65")
            try form.add(frame, as: "image")
        } else {
            form.add("aspect_ratio", request.size.shape(among: Self.shapes))
        }
        form.close()
        let reply = try await session.post(
            "/v2beta/stable-image/generate/\(WebAddress.escaped(route))",
            form: form,
            headers: [HTTPHeader("Accept", "application/json")],
            limits: .making
        )
        try judge(reply.json["finish_reason"].text)
        guard let picture = reply.json["image"].text else { throw session.malformed("a picture") }
        return picture
    }

    private func judge(_ reason: String?) throws(ProviderError) {
        switch reason {
        case "CONTENT_FILTERED": throw session.error(Refusal(kind: .moderated(.output), words: nil))
        case "ERROR": throw session.error(Refusal(kind: .fatal, words: nil))
        default: break
        }
    }

    private static let shapes = [
        (16, 9), (1, 1), (21, 9), (2, 3), (3, 2), (4, 5), (5, 4), (9, 16), (9, 21),
    ]

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let name = reply.json["name"].text ?? ""
        var refusal = Refusal(
            reply,
            words: reply.json["message"].text ?? reply.json["errors"][0].text ?? name
        )
        switch name {
        case "content_moderation": refusal.kind = .moderated(.input)
        case "payment_required": refusal.kind = .credits
        case "permission_denied", "unauthorized": refusal.kind = .auth
        case "invalid_prompts": refusal.kind = .invalid(field: "prompt")
        case "invalid_height_or_width", "invalid_sdxl_v1_dimensions", "invalid_pixel_count":
            refusal.kind = .invalid(field: "size")
        default: break
        }
        return refusal
    }
}
