import Editorial
import Foundation
package import Generation
import Networking

/// Kling's films, whose camera is moved by six axes or by name.
///
/// Its key is two words with a colon between: the access key and the secret one.
package struct KlingProvider: SessionProvider {
    let session: VendorSession

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: Self.headers, refusal: Self.refusal)
    }

    package var repetition: SubmissionRepetition { .costly }
    package var rhythm: Double { 5 }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let path = request.startFrame == nil ? "/videos/text2video" : "/videos/image2video"
        let json = try await call(isPaid: true) { () throws(ProviderError) in
            try await session.post(path, try body(of: request)).json
        }
        guard let id = json["data"]["task_id"].text else {
            throw session.malformed("the task’s id")
        }
        return GenerationTicket(id: id, addresses: ["task": "\(path)/\(WebAddress.escaped(id))"])
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        let path =
            ticket.addresses["task"] ?? "/videos/image2video/\(WebAddress.escaped(ticket.id))"
        let data = try await call { () throws(ProviderError) in
            try await session.get(path).json
        }["data"]
        switch data["task_status"].text {
        case "submitted": return .queued(ahead: nil)
        case "processing": return .running(progress: nil)
        case "succeed":
            guard let url = data["task_result"]["videos"][0]["url"].text else {
                throw session.malformed("a result")
            }
            return .completed([.address(url)], cost: nil)
        case "failed":
            let words = data["task_status_msg"].text
            let isRisk = words?.lowercased().contains("risk") == true
            return .failed(
                session.error(Refusal(kind: isRisk ? .moderated(.output) : .fatal, words: words))
            )
        default: throw session.malformed("a status that is known")
        }
    }

    /// It knows no way to stop: what was begun is made, and paid.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        throw ProviderError(.fatal, "Kling cannot be asked to stop; it makes the film to its end.")
    }

    package func greet() async throws(ProviderError) -> String {
        _ = try await call { () throws(ProviderError) in
            try await session.get(
                "/videos/text2video",
                query: [("pageNum", "1"), ("pageSize", "1")]
            ).json
        }
        return "the key is taken"
    }

    /// It answers with 200 also where it refuses, and tells so by a code.
    ///
    /// A trouble of its own after a request that is paid for leaves open what became of that.
    private func call(
        isPaid: Bool = false,
        _ body: () async throws(ProviderError) -> JSONValue
    ) async throws(ProviderError) -> JSONValue {
        let json = try await body()
        guard let code = json["code"].whole, code != 0 else { return json }
        let kind = Self.kind(of: code) ?? .fatal
        throw session.error(
            Refusal(kind: kind, words: json["message"].text),
            mayHaveArrived: isPaid && kind == .transient
        )
    }

    private func body(of request: GenerationRequest) throws(ProviderError) -> JSONValue {
        var body: [String: JSONValue] = [
            "model_name": .text(request.model.name),
            "prompt": .text(request.spokenPrompt),
            "duration": .text("\(Int(request.seconds.rounded()))"),
        ]
        if !request.negativePrompt.isEmpty {
            body["negative_prompt"] = .text(request.negativePrompt)
        }
        if let frame = request.startFrame {
            body["image"] = .text(try frame.base64(limit: 10_000_000, for: "Kling"))
        } else {
            body["aspect_ratio"] = .text(request.size.shape())
            if let camera = KlingCamera(request.camera) { body["camera_control"] = camera.json }
        }
        return .object(body)
    }

    private static let headers: @Sendable (ProviderSetup) throws(ProviderError) -> [HTTPHeader] = {
        (setup) throws(ProviderError) in
        let parts = try setup.key().revealed.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let key = Secret(parts[1]) else {
            throw .noKey("Kling", "it is two words with a colon between, ACCESS:SECRET")
        }
        let now = setup.now()
        let claims: JSONValue = [
            "iss": .text(parts[0]), "exp": .number(now + 1800), "nbf": .number(now - 5),
        ]
        let head: JSONValue = ["alg": "HS256", "typ": "JWT"]
        let text = "\(Self.base64(head.data)).\(Self.base64(claims.data))"
        let signature = Self.base64(Digest.signature(of: text, key: key))
        guard let token = Secret("\(text).\(signature)") else { return [] }
        return [HTTPHeader("Authorization", "Bearer ", secret: token)]
    }

    /// Base64 as addresses take it (RFC 7515).
    private static func base64(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        var refusal = Refusal(reply, words: reply.json["message"].text)
        if let kind = reply.json["code"].whole.flatMap(kind) { refusal.kind = kind }
        return refusal
    }

    private static func kind(of code: Int) -> ProviderError.Kind? {
        switch code {
        case 1000...1004: .auth
        case 1100...1102: .credits
        case 1103: .auth
        case 1200, 1201: .invalid(field: nil)
        case 1203: .modelGone
        case 1300, 1301: .moderated(.input)
        case 1302, 1303: .throttled(retryAfter: nil)
        case 5000...5002: .transient
        default: nil
        }
    }
}
