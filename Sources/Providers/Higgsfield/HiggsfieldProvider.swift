import Editorial
import Foundation
package import Generation
import Networking

/// Higgsfield: the first version's DoP with motions by their ids, and any model of the second.
///
/// Its key is two words with a colon between: the key's id and its secret.
package struct HiggsfieldProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(
            setup,
            authorization: VendorSession.bearer("Key "),
            refusal: Self.refusal,
            hosts: ["platform.higgsfield.ai", "api.higgsfield.ai"]
        )
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 2 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let picture = try await upload(request.startFrame)
        return Self.isFirst(request.model)
            ? try await submitFirst(request, picture, end: try await upload(request.endFrame))
            : try await submitSecond(request, picture)
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        if let status = ticket.addresses["status_url"] {
            let cost = ticket.addresses["usd"].flatMap(Double.init).map(Money.init(dollars:))
            let job = try await session.ask(.get, session.trusted(status)).json
            return try update(of: job, cost: cost)
        }
        let path = "/v1/job-sets/\(WebAddress.escaped(ticket.id))"
        let job = try await session.get(path).json["jobs"][0]
        return try update(of: job, results: job["results"])
    }

    /// Only what still waits can be cancelled, and only in the second version.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        guard let cancel = ticket.addresses["cancel_url"] else {
            throw ProviderError(.fatal, "Higgsfield’s DoP cannot be asked to stop.")
        }
        _ = try await session.ask(.post, session.trusted(cancel), repetition: .harmless)
    }

    package func greet() async throws(ProviderError) -> String {
        let motions = try await session.get("/v1/motions").json.list
        return "\(motions.count) motions"
    }

    static func isFirst(_ model: Model) -> Bool { model.name.hasPrefix("dop-") }

    private func submitFirst(
        _ request: GenerationRequest,
        _ picture: String?,
        end: String?
    ) async throws(ProviderError) -> GenerationTicket {
        var params: [String: JSONValue] = [
            "model": .text(request.model.name),
            "prompt": .text(request.spokenPrompt),
            "seed": .number(1 + Int(request.seed) % 1_000_000),
            "enhance_prompt": false,
            "motions": .list(
                request.camera.words.map {
                    ["id": .text($0.text), "strength": .number($0.strength)]
                }
            ),
        ]
        if let picture {
            params["input_images"] = [["type": "image_url", "image_url": .text(picture)]]
        }
        if let end {
            params["input_images_end"] = [["type": "image_url", "image_url": .text(end)]]
        }
        let reply = try await session.post("/v1/image2video/dop", ["params": .object(params)]).json
        guard let id = reply["id"].text else { throw session.malformed("the job set’s id") }
        return GenerationTicket(id: id)
    }

    private func submitSecond(
        _ request: GenerationRequest,
        _ picture: String?
    ) async throws(ProviderError) -> GenerationTicket {
        let size = request.size
        var input: [String: JSONValue] = [
            "prompt": .text(request.spokenPrompt),
            "aspect_ratio": .text(size.shape()),
            "resolution": min(size.width, size.height) > 720 ? "1080p" : "720p",
        ]
        if let picture { input["image_url"] = .text(picture) }
        // What it takes for just this; that it does not tell is no reason not to ask.
        let price = try? await session.post(
            "/estimate/" + request.model.name,
            .object(input),
            repetition: .harmless
        ).json["usd"].number
        let reply = try await session.post("/" + request.model.name, .object(input)).json
        guard let id = reply["request_id"].text else { throw session.malformed("the request’s id") }
        var addresses = [
            "status_url": try session.trusted(reply["status_url"].text).text,
            "cancel_url": try session.trusted(reply["cancel_url"].text).text,
        ]
        if let price { addresses["usd"] = "\(price)" }
        return GenerationTicket(id: id, addresses: addresses)
    }

    /// Brings a frame there, which costs nothing, and returns where it lies.
    private func upload(_ frame: GenerationRequest.Frame?) async throws(ProviderError) -> String? {
        guard let frame else { return nil }
        let place = try await session.post(
            "/files/generate-upload-url",
            ["content_type": .text(frame.type)],
            repetition: .harmless
        ).json
        guard let target = place["upload_url"].text.flatMap(WebAddress.init),
            target.isSecure || !session.setup.address.isSecure,
            let address = place["public_url"].text
        else { throw session.malformed("a place for the frame") }
        var body = HTTPBody()
        do throws(HTTPError) {
            try body.append(file: frame.path)
        } catch {
            throw ProviderError(error)
        }
        var headers = [HTTPHeader("Content-Type", frame.type)]
        for (name, value) in place["upload_headers"].object {
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
                !name.isEmpty,
                name.lowercased() != "content-type", let text = value.text
            else { continue }
            headers.append(HTTPHeader(name, text))
        }
        let request = HTTPRequest(.put, target, headers: headers, body: body, repetition: .harmless)
        let reply = try await session.plain(request)
        guard reply.head.isSuccess else {
            throw session.refused(VendorReply(reply), wasPost: false)
        }
        return address
    }

    private func update(
        of job: JSONValue,
        results: JSONValue? = nil,
        cost: Money? = nil
    ) throws(ProviderError) -> GenerationUpdate {
        switch job["status"].text {
        case "queued": return .queued(ahead: nil)
        case "in_progress": return .running(progress: nil)
        case "completed":
            let source = results ?? job
            let url =
                source["raw"]["url"].text ?? source["min"]["url"].text
                ?? source["video"]["url"].text ?? source["images"][0]["url"].text
            guard let url else { throw session.malformed("a result") }
            return .completed([.address(url)], cost: cost)
        case "nsfw": return .failed(session.error(Refusal(kind: .moderated(.output), words: nil)))
        case "failed":
            return .failed(session.error(Refusal(kind: .fatal, words: job["error"].text)))
        case "canceled": return .cancelled
        default: throw session.malformed("a status that is known")
        }
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let detail = reply.json["detail"]
        var refusal = Refusal(reply, words: detail.text ?? detail[0]["msg"].text)
        switch reply.head.status {
        // Too many at a time is told as a bad request, without a time to wait.
        case 400 where refusal.words?.contains("concurrent") == true:
            refusal.kind = .throttled(retryAfter: 30)
        case 403: refusal.kind = .credits
        case 422: refusal.kind = .invalid(field: detail[0]["loc"].list.last?.text)
        case 423: refusal.kind = .modelGone
        default: break
        }
        return refusal
    }
}
