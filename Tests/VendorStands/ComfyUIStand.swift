package import Foundation
package import Loopback

/// ComfyUI, a server without the newer way to cancel.
package struct ComfyUIStand: VendorStand {
    package let id = "comfyui"
    package let model = "comfyui/picture"
    package let key: String? = nil
    package let isImmediate = false
    private static let prompt = "0198c0de-0000-7000-8000-000000000001"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path == "/prompt"
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool { request.path == "/interrupt" }
    package func isAuthorized(_ request: LoopbackRequest) -> Bool {
        request.headers["origin"] == nil
    }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        guard let graph = request.json["prompt"] as? [String: [String: Any]], !graph.isEmpty,
            graph.values.allSatisfy({ $0["class_type"] is String })
        else { return refusal(.invalid, words: "no prompt") ?? .empty(400) }
        return .json(["prompt_id": Self.prompt, "number": 1, "node_errors": [:]])
    }

    /// What it says to everybody, and what of the prompt to the client that asked for it.
    package func talk(_ request: LoopbackRequest) -> (@Sendable (LoopbackSocket) -> Void)? {
        guard request.path == "/ws", request.headers["origin"] == nil,
            let client = request.query["clientId"], !client.isEmpty
        else { return nil }
        return { socket in
            let data = "{\"status\":{\"exec_info\":{\"queue_remaining\":1}},\"sid\":\"\(client)\"}"
            socket.send("{\"type\":\"status\",\"data\":\(data)}")
            guard socket.read()?.text.contains("supports_preview_metadata") == true else { return }
            let id = "\"prompt_id\":\"\(Self.prompt)\""
            socket.send("{\"type\":\"execution_start\",\"data\":{\(id),\"timestamp\":1}}")
            socket.send(
                "{\"type\":\"progress\",\"data\":{\(id),\"node\":\"5\",\"value\":10,\"max\":25}}"
            )
            let words = Data("{\"image_type\":\"image/jpeg\",\"node_id\":\"5\"}".utf8)
            let head = Data([0, 0, 0, 4, 0, 0, 0, UInt8(words.count)])
            socket.send(.bytes, head + words + Self.preview)
            while socket.read() != nil {}
        }
    }

    /// A JPEG of sixteen grey pixels a side.
    package static let preview =
        Data(
            base64Encoded: """
                /9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBg
                YHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCwsODg4RERT/xABKAAEAAAAAAAAAAAAAAAAAAAAAAQEAAAAA
                AAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgAEAAQAwEiAAIRAAMRAP
                /aAAwDAQACEQMRAD8AAA//2Q==
                """,
            options: .ignoreUnknownCharacters
        ) ?? Data()

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        switch request.path {
        case "/object_info/CheckpointLoaderSimple":
            let inputs = ["required": ["ckpt_name": [["dreamshaper.safetensors"]]]]
            // Asked before anything is queued, so it is no look at how far it is.
            return .json(["CheckpointLoaderSimple": ["input": inputs]], status: 203)
        case "/system_stats":
            return .json(["system": ["comfyui_version": "0.3.60"], "devices": [["name": "cpu"]]])
        case "/queue": return queue(state)
        case "/history/\(Self.prompt)": return history(state)
        default: return .empty(404)
        }
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        func answer(_ type: String) -> LoopbackAnswer {
            .json(
                ["error": ["type": type, "message": words, "details": ""], "node_errors": [:]],
                status: 400
            )
        }
        return switch refusal {
        case .invalid: answer("prompt_outputs_failed_validation")
        case .modelGone: answer("missing_node_type")
        case .auth, .credits, .moderated: nil
        }
    }

    private func queue(_ state: StandState) -> LoopbackAnswer {
        let item: [Any] = [1, Self.prompt, [:], [:], []]
        switch state {
        case .queued: return .json(["queue_running": [], "queue_pending": [item]])
        case .running, .strange: return .json(["queue_running": [item], "queue_pending": []])
        default: return .json(["queue_running": [], "queue_pending": []])
        }
    }

    private func history(_ state: StandState) -> LoopbackAnswer {
        func entry(_ word: String, _ messages: [Any], _ outputs: [String: Any] = [:])
            -> LoopbackAnswer
        {
            let status: [String: Any] = [
                "status_str": word, "completed": true, "messages": messages,
            ]
            return .json([Self.prompt: ["outputs": outputs, "status": status]])
        }
        switch state {
        // Nothing until it is done; told so that the look at the queue is the one that counts.
        case .queued, .running: return .json([:], status: 203)
        case .completed:
            let image = ["filename": "kinema_00001_.png", "subfolder": "", "type": "output"]
            return entry("success", [], ["7": ["images": [image]]])
        case .failed(let words):
            return entry("error", [["execution_error", ["exception_message": words]]])
        case .moderated, .strange: return entry("success", [])
        case .cancelled: return entry("error", [["execution_interrupted", [:] as [String: Any]]])
        }
    }
}
