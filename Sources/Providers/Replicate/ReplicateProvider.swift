import Editorial
import Foundation
package import Generation
import Networking

/// Replicate's predictions.
package struct ReplicateProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: VendorSession.bearer(), refusal: Self.refusal)
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 0.5 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let (path, body) = try ask(for: request)
        let reply = try await session.post(path, body).json
        guard let id = reply["id"].text else { throw session.malformed("the prediction’s id") }
        return GenerationTicket(id: id)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let json = try await session.get("/predictions/\(WebAddress.escaped(ticket.id))").json
        switch json["status"].text {
        case "starting": return .queued(ahead: nil)
        case "processing": return .running(progress: Self.progress(in: json["logs"].text))
        case "succeeded":
            let urls = ([json["output"].text] + json["output"].list.map(\.text)).compactMap(\.self)
            guard !urls.isEmpty else { throw session.malformed("a result") }
            return .completed(urls.map(GenerationOutput.address), cost: nil)
        case "failed", "aborted": return .failed(failure(json["error"].text))
        case "canceled": return .cancelled
        default: throw session.malformed("a status that is known")
        }
    }

    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let path = "/predictions/\(WebAddress.escaped(ticket.id))/cancel"
        _ = try await session.post(path, [:], repetition: .harmless)
    }

    package func greet() async throws(ProviderError) -> String {
        let name = try await session.get("/account").json["username"].text
        return name.map { "signed in as \($0)" } ?? "the key is taken"
    }

    /// A model of the names `owner/name` is asked for by them, and by its version where one is told
    /// behind a colon.
    private func ask(
        for request: GenerationRequest
    ) throws(ProviderError) -> (String, JSONValue) {
        let parts = request.model.name.split(separator: ":", maxSplits: 1)
        let body = request.model.abilities.prompt ? film(request) : try enlargement(request)
        if parts.count == 2 {
            return ("/predictions", ["version": .text(String(parts[1])), "input": body])
        }
        let path = parts[0].split(separator: "/").map { WebAddress.escaped(String($0)) }
        return ("/models/\(path.joined(separator: "/"))/predictions", ["input": body])
    }

    /// What enlarges a picture is given that, and how often each side.
    private func enlargement(_ request: GenerationRequest) throws(ProviderError) -> JSONValue {
        guard let frame = request.startFrame else {
            throw ProviderError(
                .invalid(field: "start frame"),
                "\(request.model.title) enlarges a picture: choose a start frame."
            )
        }
        return [
            "image": .text(try frame.dataAddress(limit: 8_000_000, for: session.setup.title)),
            "scale": 4,
        ]
    }

    private func film(_ request: GenerationRequest) -> JSONValue {
        var input: [String: JSONValue] = [
            "prompt": .text(request.spokenPrompt),
            "seed": .number(Int(request.seed)),
        ]
        if !request.negativePrompt.isEmpty { input["n_prompt"] = .text(request.negativePrompt) }
        for word in request.camera.words {
            let pieces = word.text.split(separator: " ")
            guard pieces.count == 2, let weight = Double(pieces[1]) else { continue }
            input["motion_module_type"] = "mm_sd_v15_v2"
            input["\(Self.snake(pieces[0]))_motion_strength"] = .number(weight * word.strength)
        }
        return .object(input)
    }

    /// It tells of a failure in words alone, of which those about content are known.
    private func failure(_ words: String?) -> ProviderError {
        let lower = words?.lowercased() ?? ""
        let isModerated = ["nsfw", "safety", "sensitive", "moderation"].contains {
            lower.contains($0)
        }
        return session.error(
            Refusal(kind: isModerated ? .moderated(.output) : .fatal, words: words)
        )
    }

    /// The last share in the log, as ` 42%|…`.
    private static func progress(in logs: String?) -> Double? {
        guard let tail = logs?.suffix(2000), let mark = tail.lastIndex(of: "%") else { return nil }
        let digits = tail[..<mark].reversed().prefix { $0.isASCII && $0.isNumber }
        return Double(String(digits.reversed())).flatMap { $0 <= 100 ? $0 / 100 : nil }
    }

    /// `ZoomIn` is `zoom_in`.
    private static func snake(_ word: Substring) -> String {
        var text = ""
        for letter in word {
            if letter.isUppercase, !text.isEmpty { text += "_" }
            text += letter.lowercased()
        }
        return text
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        var refusal = Refusal(reply, words: reply.json["detail"].text ?? reply.json["title"].text)
        if case .throttled(nil) = refusal.kind, let words = refusal.words {
            let digits = words.components(separatedBy: "resets in ~").last?.prefix(
                while: \.isNumber
            )
            refusal.kind = .throttled(retryAfter: digits.flatMap { Double($0.prefix(6)) })
        }
        return refusal
    }
}
