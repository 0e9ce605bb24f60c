import Editorial
import Foundation
package import Generation
import Networking

/// ComfyUI: a graph of nodes with what is asked for put into it.
///
/// A model named `NAME` runs the person's graph `comfyui/NAME.json` of the configuration directory,
/// saved there in ComfyUI's API format; `picture` has one built in. Whether it is done is asked for
/// again and again; how far it is, with a picture of that, comes over a WebSocket beside.
package struct ComfyUIProvider: SessionProvider {
    let session: VendorSession
    private let watch: ComfyUIWatch

    package init(_ setup: ProviderSetup) {
        session = VendorSession(setup, authorization: VendorSession.bearer(), refusal: Self.refusal)
        watch = ComfyUIWatch(session)
    }

    package var repetition: SubmissionRepetition { .harmless }
    package var rhythm: Double { 1 }

    package func check(_ request: GenerationRequest) throws(ProviderError) {
        let graph = try graph(named: request.model.name)
        for (name, frame) in Self.frames(of: request) where !graph.mentions(name) {
            throw ProviderError(
                .invalid(field: "\(frame.place.rawValue) frame"),
                "The graph “\(request.model.name)” has no place “{{\(name)}}” for the "
                    + "\(frame.place.rawValue) frame; give it one, or take the frame away."
            )
        }
    }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        let graph = try graph(named: request.model.name)
        var words = ComfyUIGraph.words(for: request)
        for (name, frame) in Self.frames(of: request) {
            words[name] = .text(try await upload(frame, for: request.key))
        }
        if graph.mentions("checkpoint") { words["checkpoint"] = .text(try await checkpoint()) }
        watch.listen(for: request.key, stages: graph.stages)
        let body: JSONValue = ["prompt": graph.filled(words), "client_id": .text(request.key)]
        let reply = try await session.post("/prompt", body, repetition: .harmless).json
        guard let id = reply["prompt_id"].text else { throw session.malformed("the prompt’s id") }
        return GenerationTicket(
            id: id,
            addresses: ["client": request.key, "stages": "\(graph.stages)"]
        )
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate {
        if let update = try await history(of: ticket) { return update }
        let queue = try await session.get("/queue").json
        if queue["queue_running"].list.contains(where: { $0[1].text == ticket.id }) {
            return look(at: ticket, landing)
        }
        let pending = queue["queue_pending"].list
            .sorted { ($0[0].number ?? 0) < ($1[0].number ?? 0) }
        if let place = pending.firstIndex(where: { $0[1].text == ticket.id }) {
            return .queued(ahead: place)
        }
        // It may have ended between the two looks.
        if let update = try await history(of: ticket) { return update }
        throw ProviderError(.expired, "ComfyUI knows nothing of it any more; generate it again.")
    }

    /// The frames that go in, each by the name of its place in a graph.
    private static func frames(
        of request: GenerationRequest
    ) -> [(String, GenerationRequest.Frame)] {
        [("image", request.startFrame), ("end", request.endFrame)].compactMap { name, frame in
            frame.map { (name, $0) }
        }
    }

    private func look(at ticket: GenerationTicket, _ landing: Landing) -> GenerationUpdate {
        guard let client = ticket.addresses["client"] else { return .running(progress: nil) }
        watch.listen(for: client, stages: ticket.addresses["stages"].flatMap { Int($0) } ?? 1)
        let (progress, picture) = watch.look(for: client)
        guard let picture, let ending = ResultFile.ending(of: picture),
            // A picture that cannot be shown is worth no failure.
            (try? landing.write(picture, as: "preview.\(ending)")) != nil
        else { return .running(progress: progress) }
        return .running(progress: progress, preview: "preview.\(ending)")
    }

    /// Newer servers cancel by the id; older ones are asked to drop it and to interrupt.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {
        let id = WebAddress.escaped(ticket.id)
        do throws(ProviderError) {
            let reply = try await session.post("/api/jobs/\(id)/cancel", [:], repetition: .harmless)
            if reply.json["cancelled"].flag == true { return }
        } catch {
            // An older server does not know the way, and is asked the other one.
            if error.kind == .cancelled { throw error }
        }
        let one: JSONValue = ["delete": [.text(ticket.id)]]
        _ = try await session.post("/queue", one, repetition: .harmless)
        _ = try await session.post(
            "/interrupt",
            ["prompt_id": .text(ticket.id)],
            repetition: .harmless
        )
    }

    package func greet() async throws(ProviderError) -> String {
        let stats = try await session.get("/system_stats").json
        let version = stats["system"]["comfyui_version"].text ?? "of unknown version"
        return "ComfyUI \(version), \(stats["devices"][0]["name"].text ?? "no device told")"
    }

    private func graph(named name: String) throws(ProviderError) -> ComfyUIGraph {
        let path = (session.setup.directory ?? "") + "/\(name).json"
        guard name.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }), !name.hasPrefix(".") else {
            throw ProviderError(
                .modelGone,
                "A graph of ComfyUI has a plain name; choose another model."
            )
        }
        if let data = FileManager.default.contents(atPath: path), data.count < 4 << 20 {
            guard let graph = ComfyUIGraph(data) else {
                throw ProviderError(
                    .invalid(field: "graph"),
                    "\(path) is no graph in ComfyUI’s API format; export it there as API anew."
                )
            }
            return graph
        }
        guard name == "picture" else {
            throw ProviderError(
                .modelGone,
                "There is no graph \(path); save one there in ComfyUI’s API format."
            )
        }
        return .picture
    }

    /// Brings a frame there under a name that no other request's has.
    private func upload(
        _ frame: GenerationRequest.Frame,
        for key: String
    ) async throws(ProviderError) -> String {
        var form = MultipartForm()
        try form.add(frame, as: "image", fileName: "\(key)-\(frame.fileName)")
        form.add("type", "input")
        form.add("subfolder", "kinema")
        form.add("overwrite", "true")
        form.close()
        let place = try await session.post("/upload/image", form: form, repetition: .harmless).json
        guard let name = place["name"].text else { throw session.malformed("the picture’s name") }
        let folder = place["subfolder"].text ?? ""
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    /// The first checkpoint that is installed there.
    private func checkpoint() async throws(ProviderError) -> String {
        let node = try await session.get("/object_info/CheckpointLoaderSimple").json
        let inputs = node["CheckpointLoaderSimple"]["input"]["required"]
        guard let name = inputs["ckpt_name"][0][0].text else {
            throw ProviderError(
                .modelGone,
                "ComfyUI has no checkpoint; put one into models/checkpoints there."
            )
        }
        return name
    }

    private func history(of ticket: GenerationTicket) async throws(ProviderError)
        -> GenerationUpdate?
    {
        let entry = try await session.get("/history/\(WebAddress.escaped(ticket.id))").json[
            ticket.id
        ]
        if entry.isNull { return nil }
        let status = entry["status"]
        if status["status_str"].text == "error" {
            for message in status["messages"].list {
                if message[0].text == "execution_interrupted" { return .cancelled }
                if message[0].text == "execution_error" {
                    return .failed(
                        session.error(
                            Refusal(kind: .fatal, words: message[1]["exception_message"].text)
                        )
                    )
                }
            }
            return .failed(session.error(Refusal(kind: .fatal, words: nil)))
        }
        let outputs = try outputs(of: entry["outputs"])
        guard !outputs.isEmpty else { throw session.malformed("a result") }
        return .completed(outputs, cost: nil)
    }

    /// Films before pictures, and what is kept there before what is not.
    private func outputs(of nodes: JSONValue) throws(ProviderError) -> [GenerationOutput] {
        var found: [(rank: Int, address: String)] = []
        for (_, node) in nodes.object.sorted(by: { $0.key < $1.key }) {
            for (rank, kind) in ["videos", "gifs", "images"].enumerated() {
                for file in node[kind].list {
                    guard let name = file["filename"].text else { continue }
                    let type = file["type"].text ?? "output"
                    let query = [
                        ("filename", name), ("subfolder", file["subfolder"].text ?? ""),
                        ("type", type),
                    ]
                    let address = try session.address("/view", query: query)
                    found.append((rank + (type == "output" ? 0 : 10), address.text))
                }
            }
        }
        return found.sorted { $0.rank < $1.rank }.map { .address($0.address) }
    }

    private static let refusal: @Sendable (VendorReply) -> Refusal = { reply in
        let error = reply.json["error"]
        var refusal = Refusal(reply, words: error["message"].text ?? error.text)
        // The node's own word says more than that a node has one.
        for (_, node) in reply.json["node_errors"].object.sorted(by: { $0.key < $1.key }) {
            guard let first = node["errors"][0]["message"].text else { continue }
            let detail = node["errors"][0]["details"].text.map { ": \($0)" } ?? ""
            refusal.words = "\(node["class_type"].text ?? "a node"): \(first)\(detail)"
        }
        if error["type"].text == "missing_node_type" { refusal.kind = .modelGone }
        return refusal
    }
}
