import Foundation
package import Generation
import Networking

/// OpenAI's images, and the servers that speak it: LocalAI, Ollama and stable-diffusion.cpp's.
///
/// The answer holds the picture, so what is asked for is done once it comes.
package struct OpenAIProvider: SessionProvider {
    /// Who it is that speaks it.
    package enum Dialect: Sendable {
        case openAI, localAI, ollama, stableDiffusionCpp
    }

    let session: VendorSession
    let dialect: Dialect

    package init(_ setup: ProviderSetup, dialect: Dialect) {
        session = VendorSession(setup, authorization: VendorSession.bearer(), refusal: Self.refusal)
        self.dialect = dialect
    }

    package var repetition: SubmissionRepetition { dialect == .openAI ? .costly : .harmless }
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
        let reply = try await ask(request)
        let outputs = try outputs(reply.json, landing: landing)
        let id = reply.head["x-request-id"]?.harmless(limit: 100) ?? "\(request.key)"
        return GenerationTicket(id: id, outputs: outputs)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        if ticket.outputs.isEmpty {
            throw ProviderError(
                .expired,
                "\(session.setup.title) gives a picture once, with its answer; generate it again."
            )
        }
        return .completed(ticket.outputs, cost: nil)
    }

    /// There is nothing to cancel: the answer is the end of it.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {}

    package func greet() async throws(ProviderError) -> String {
        let models = try await session.get("/v1/models").json["data"].list
        return models.count == 1 ? "1 model" : "\(models.count) models"
    }

    private func ask(_ request: GenerationRequest) async throws(ProviderError) -> VendorReply {
        let repetition: HTTPRequest.Repetition = dialect == .openAI ? .onlyWhenRefused : .harmless
        guard let frame = request.startFrame else {
            let body = OpenAIBody(request, dialect: dialect).json
            return try await session.post(
                "/v1/images/generations",
                body,
                limits: .making,
                repetition: repetition
            )
        }
        var form = MultipartForm()
        for (name, value) in OpenAIBody(request, dialect: dialect).fields { form.add(name, value) }
        try form.add(frame, as: "image[]")
        form.close()
        return try await session.post(
            "/v1/images/edits",
            form: form,
            limits: .making,
            repetition: repetition
        )
    }

    private func outputs(
        _ json: JSONValue,
        landing: Landing
    ) throws(ProviderError) -> [GenerationOutput] {
        let first = json["data"][0]
        if let text = first["b64_json"].text {
            return [
                .landed(
                    try landing.land(
                        base64: text,
                        as: VendorSession.stem,
                        from: session.setup.title
                    )
                )
            ]
        }
        guard let url = first["url"].text else { throw session.malformed("a picture") }
        return [.address(url)]
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let error = reply.json["error"]
        var refusal = Refusal(reply, words: error["message"].text ?? error.text)
        switch error["code"].text ?? error["type"].text ?? "" {
        case "invalid_api_key": refusal.kind = .auth
        case "insufficient_quota", "billing_hard_limit_reached": refusal.kind = .credits
        case "content_policy_violation": refusal.kind = .moderated(.input)
        case "moderation_blocked":
            let stage = error["moderation_details"]["moderation_stage"].text
            refusal.kind = .moderated(stage == "output" ? .output : .input)
        case "model_not_found": refusal.kind = .modelGone
        default:
            if reply.head.status == 400, let field = error["param"].text {
                refusal.kind = .invalid(field: field)
            }
        }
        return refusal
    }
}
