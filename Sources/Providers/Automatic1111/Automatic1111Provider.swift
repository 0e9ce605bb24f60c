import Editorial
import Foundation
package import Generation
import Networking

/// AUTOMATIC1111's web UI, and Forge, with AnimateDiff where it is installed.
///
/// It does one thing at a time, and its answer holds the picture or the film;
/// how far it is, it tells beside.
package struct Automatic1111Provider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: Self.headers, refusal: Self.refusal)
    }

    package var repetition: SubmissionRepetition { .harmless }
    package var rhythm: Double { 1 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let watch = Task {
            while !Task.isCancelled {
                // How far it is is worth no failure.
                if let progress = try? await progress() { report(.running(progress: progress)) }
                try await Task.sleep(for: .seconds(1))
            }
        }
        defer { watch.cancel() }
        let path = request.startFrame == nil ? "/sdapi/v1/txt2img" : "/sdapi/v1/img2img"
        let body = try body(of: request)
        let json: JSONValue
        do throws(ProviderError) {
            json = try await session.post(path, body, limits: .making, repetition: .harmless).json
        } catch {
            // A broken-off request leaves it at work.
            if error.kind == .cancelled { await interrupt() }
            throw error
        }
        guard let picture = json["images"][0].text else { throw session.malformed("a picture") }
        let name = try landing.land(
            base64: picture,
            as: VendorSession.stem,
            from: session.setup.title
        )
        return GenerationTicket(id: request.key, outputs: [.landed(name)])
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        .completed(ticket.outputs, cost: nil)
    }

    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        _ = try await session.post("/sdapi/v1/interrupt", [:], repetition: .harmless)
    }

    package func greet() async throws(ProviderError) -> String {
        let models = try await session.get("/sdapi/v1/sd-models").json.list
        let names = models.prefix(3).compactMap { $0["model_name"].text }.joined(separator: ", ")
        return "\(models.count) checkpoints\(names.isEmpty ? "" : ": \(names)")"
    }

    private func progress() async throws(ProviderError) -> Double? {
        let query = [("skip_current_image", "true")]
        return try await session.get("/sdapi/v1/progress", query: query).json["progress"].share
    }

    /// Stops it from a task that is cancelled itself.
    private func interrupt() async {
        let session = session
        // It goes on to its end where it does not hear.
        await Task.detached {
            _ = try? await session.post("/sdapi/v1/interrupt", [:], repetition: .harmless)
        }.value
    }

    private func body(of request: GenerationRequest) throws(ProviderError) -> JSONValue {
        var body: [String: JSONValue] = [
            "prompt": .text(request.spokenPrompt + adapters(request)),
            "negative_prompt": .text(request.negativePrompt),
            "seed": .number(Int(request.seed)),
            "width": .number(request.size.width),
            "height": .number(request.size.height),
            "steps": 28,
            "send_images": true,
            "save_images": false,
        ]
        if let frame = request.startFrame {
            body["init_images"] = [
                .text(try frame.base64(limit: 32_000_000, for: session.setup.title))
            ]
            body["denoising_strength"] = 0.6
        }
        if request.model.product == .film { body["alwayson_scripts"] = animation(request) }
        return .object(body)
    }

    private func animation(_ request: GenerationRequest) -> JSONValue {
        let frames = max(8, min(64, Int((request.seconds * 8).rounded())))
        return [
            "AnimateDiff": [
                "args": [
                    [
                        "model": .text(
                            request.model.name == "animatediff"
                                ? "mm_sd15_v3.safetensors" : request.model.name
                        ),
                        "enable": true,
                        "video_length": .number(frames),
                        "fps": 8,
                        "loop_number": 0,
                        "closed_loop": "N",
                        "batch_size": 16,
                        "stride": 1,
                        "overlap": -1,
                        "format": ["MP4"],
                        "interp": "Off",
                    ]
                ]
            ]
        ]
    }

    /// A camera adapter is named in the prompt: `ZoomIn 0.8` is `<lora:v2_lora_ZoomIn:0.48>` at 0.6.
    private func adapters(_ request: GenerationRequest) -> String {
        request.camera.words.compactMap { word in
            let parts = word.text.split(separator: " ")
            guard parts.count == 2, let weight = Double(parts[1]) else { return nil }
            let share = ((weight * word.strength) * 100).rounded() / 100
            return " <lora:v2_lora_\(parts[0]):\(share)>"
        }.joined()
    }

    /// Its key is a name and a password, as `--api-auth` takes them.
    private static let headers: @Sendable (ProviderSetup) throws(ProviderError) -> [HTTPHeader] = {
        (setup) throws(ProviderError) in
        guard setup.needsKey else { return [] }
        let pair = Data(try setup.key().revealed.utf8).base64EncodedString()
        guard let secret = Secret(pair) else { return [] }
        return [HTTPHeader("Authorization", "Basic ", secret: secret)]
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let error = reply.json["error"].text
        let detail = reply.json["detail"].text ?? reply.json["errors"].text ?? error
        var refusal = Refusal(reply, words: detail)
        if let detail, reply.head.status == 404 || reply.head.status == 422 {
            refusal.kind = .invalid(
                field: detail.lowercased().contains("script") ? "AnimateDiff" : nil
            )
        }
        return refusal
    }
}
