import Editorial
import Foundation
package import Generation
import Networking

/// Luma's Dream Machine, as far as its contract is known: films of a prompt.
package struct LumaProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: VendorSession.bearer(), refusal: Self.refusal)
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 3 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let reply = try await session.post(
            "/generations",
            [
                "model": .text(request.model.name),
                "prompt": .text(request.spokenPrompt),
                "aspect_ratio": .text(request.size.shape()),
                "duration": .text("\(Int(request.seconds.rounded()))s"),
            ]
        ).json
        guard let id = reply["id"].text else { throw session.malformed("the generation’s id") }
        return GenerationTicket(id: id)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let json = try await session.get("/generations/\(WebAddress.escaped(ticket.id))").json
        switch json["state"].text {
        case "queued": return .queued(ahead: nil)
        case "dreaming": return .running(progress: nil)
        case "completed":
            guard let url = json["assets"]["video"].text else {
                throw session.malformed("a result")
            }
            return .completed([.address(url)], cost: nil)
        case "failed":
            let words = json["failure_reason"].text
            let isModerated = words?.lowercased().contains("moderation") == true
            return .failed(
                session.error(
                    Refusal(kind: isModerated ? .moderated(.output) : .fatal, words: words)
                )
            )
        default: throw session.malformed("a status that is known")
        }
    }

    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let address = try session.address("/generations/\(WebAddress.escaped(ticket.id))")
        _ = try await session.ask(.delete, address)
    }

    package func greet() async throws(ProviderError) -> String {
        _ = try await session.get("/generations", query: [("limit", "1")])
        return "the key is taken"
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        var refusal = Refusal(reply, words: reply.json["detail"].text)
        let words = refusal.words?.lowercased() ?? ""
        if reply.head.status == 400, words.contains("moderation") {
            refusal.kind = .moderated(.input)
        }
        if reply.head.status == 400, words.contains("credits") { refusal.kind = .credits }
        return refusal
    }
}
