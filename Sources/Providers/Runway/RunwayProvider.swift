import Editorial
import Foundation
package import Generation
import Networking

/// Runway's API of 2024-11-06: tasks that are asked after until they are done.
package struct RunwayProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: Self.headers, refusal: Self.refusal)
    }

    /// It charges for every task it begins.
    package var repetition: SubmissionRepetition { .costly }
    /// Asked more often than every five seconds, it complains.
    package var rhythm: Double { 5.5 }

    package func check(_ request: GenerationRequest) throws(ProviderError) {
        guard request.spokenPrompt.utf16.count <= 1000 else {
            throw ProviderError(
                .invalid(field: "promptText"),
                "Runway reads 1000 characters; shorten the prompt."
            )
        }
    }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let path = request.startFrame == nil ? "/v1/text_to_video" : "/v1/image_to_video"
        let reply = try await session.post(path, try await body(of: request))
        guard let id = reply.json["id"].text, Self.isIdentifier(id) else {
            throw session.malformed("the task’s id")
        }
        return GenerationTicket(id: id)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let task = try await session.get("/v1/tasks/\(WebAddress.escaped(ticket.id))").json
        switch task["status"].text {
        case "PENDING", "THROTTLED": return .queued(ahead: nil)
        case "RUNNING": return .running(progress: task["progress"].share)
        case "SUCCEEDED":
            let outputs = task["output"].list.compactMap(\.text).map(GenerationOutput.address)
            guard !outputs.isEmpty else { throw session.malformed("a result") }
            return .completed(outputs, cost: nil)
        case "FAILED": return .failed(failure(of: task))
        case "CANCELLED": return .cancelled
        default: throw session.malformed("a status that is known")
        }
    }

    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let address = try session.address("/v1/tasks/\(WebAddress.escaped(ticket.id))")
        _ = try await session.ask(.delete, address)
    }

    package func greet() async throws(ProviderError) -> String {
        let organization = try await session.get("/v1/organization").json
        guard let credits = organization["creditBalance"].whole else {
            throw session.malformed("the credits")
        }
        return "\(credits) credits, which are \(Money(cents: credits))"
    }

    private func body(of request: GenerationRequest) async throws(ProviderError) -> JSONValue {
        var body: [String: JSONValue] = [
            "model": .text(request.model.name),
            "ratio": .text("\(request.size.width):\(request.size.height)"),
            "duration": .number(Int(request.seconds.rounded())),
            "seed": .number(Int(request.seed)),
        ]
        let prompt = request.spokenPrompt
        if !prompt.isEmpty { body["promptText"] = .text(prompt) }
        if !request.negativePrompt.isEmpty {
            body["negativePrompt"] = .text(request.negativePrompt)
        }
        guard let first = request.startFrame else { return .object(body) }
        let image = try await promptImage(first)
        if let last = request.endFrame {
            body["promptImage"] = [
                ["uri": image, "position": "first"],
                ["uri": try await promptImage(last), "position": "last"],
            ]
        } else {
            body["promptImage"] = image
        }
        return .object(body)
    }

    /// A small picture goes within the request; a large one is uploaded first, which costs nothing.
    private func promptImage(_ frame: GenerationRequest.Frame) async throws(ProviderError)
        -> JSONValue
    {
        if frame.byteCount * 4 / 3 < 5_000_000 {
            return .text(try frame.dataAddress(limit: 5_000_000, for: "Runway"))
        }
        let place = try await session.post(
            "/v1/uploads",
            ["filename": .text(frame.fileName), "type": "ephemeral"],
            repetition: .harmless
        ).json
        guard let uri = place["runwayUri"].text, uri.hasPrefix("runway://"),
            let target = place["uploadUrl"].text.flatMap(WebAddress.init),
            target.isSecure || !session.setup.address.isSecure
        else { throw session.malformed("a place for the frame") }
        try await upload(frame, to: target, fields: place["fields"].object)
        return .text(uri)
    }

    private func upload(
        _ frame: GenerationRequest.Frame,
        to target: WebAddress,
        fields: [String: JSONValue]
    ) async throws(ProviderError) {
        var form = MultipartForm()
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            form.add(name, value.text ?? "")
        }
        try form.add(frame, as: "file")
        form.close()
        let request = HTTPRequest(
            .post,
            target,
            headers: [HTTPHeader("Content-Type", form.contentType)],
            body: form.body,
            repetition: .harmless
        )
        let reply = try await session.plain(request)
        guard reply.head.isSuccess else {
            throw session.refused(VendorReply(reply), wasPost: false)
        }
    }

    private func failure(of task: JSONValue) -> ProviderError {
        let code = task["failureCode"].text ?? ""
        let words = task["failure"].text ?? code
        var refusal = Refusal(kind: .fatal, words: words)
        if code.hasPrefix("SAFETY.INPUT") { refusal.kind = .moderated(.input) }
        if code.hasPrefix("SAFETY.OUTPUT") { refusal.kind = .moderated(.output) }
        if code.hasPrefix("INTERNAL") { refusal.kind = .transient }
        if code.hasPrefix("ASSET") || code.hasPrefix("INPUT_PREPROCESSING") {
            refusal.kind = .invalid(field: "start frame")
        }
        return session.error(refusal)
    }

    private static func isIdentifier(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 }
    }

    private static let headers: @Sendable (ProviderSetup) throws(ProviderError) -> [HTTPHeader] = {
        (setup) throws(ProviderError) in
        [
            HTTPHeader("Authorization", "Bearer ", secret: try setup.key()),
            HTTPHeader("X-Runway-Version", "2024-11-06"),
        ]
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        var refusal = Refusal(reply, words: reply.json["error"].text)
        if reply.head.status == 400, refusal.words?.lowercased().contains("credits") == true {
            refusal.kind = .credits
        }
        if let field = reply.json["issues"][0]["path"][0].text {
            refusal.kind = field == "model" ? .modelGone : .invalid(field: field)
        }
        return refusal
    }
}
