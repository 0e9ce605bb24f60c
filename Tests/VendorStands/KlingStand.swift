import Foundation
package import Loopback

/// Kling's films of a prompt.
package struct KlingStand: VendorStand {
    package let id = "kling"
    package let model = "kling/kling-v2-master"
    package let key: String? = "access:0123456789"
    package let isImmediate = false
    package let canCancel = false
    private static let task = "831922345719271433"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path.hasPrefix("/videos/")
    }

    /// A token of three parts that names the access key and is of now.
    package func isAuthorized(_ request: LoopbackRequest) -> Bool {
        let parts = (request.headers["authorization"] ?? "").dropFirst(7).split(separator: ".")
        guard parts.count == 3, let claims = decoded(parts[1]),
            claims["iss"] as? String == "access",
            let end = claims["exp"] as? Int, let start = claims["nbf"] as? Int
        else { return false }
        return decoded(parts[0])?["alg"] as? String == "HS256" && end - start == 1805
    }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        guard ["5", "10"].contains(request.json["duration"] as? String) else {
            return refusal(.invalid, words: "duration") ?? .empty(400)
        }
        return envelope(["task_id": Self.task, "task_status": "submitted"])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        if request.path == "/videos/text2video" { return envelope([:]) }
        guard request.path.hasSuffix("/" + Self.task) else {
            return .json(["code": 1203, "message": "no such task"], status: 404)
        }
        var data: [String: Any] = ["task_id": Self.task]
        switch state {
        case .queued: data["task_status"] = "submitted"
        case .running: data["task_status"] = "processing"
        case .completed:
            data["task_status"] = "succeed"
            let video = ["id": "v", "url": base + "/result.mp4", "duration": "5"]
            data["task_result"] = ["videos": [video]]
        case .failed(let words):
            data["task_status"] = "failed"
            data["task_status_msg"] = words
        case .moderated:
            data["task_status"] = "failed"
            data["task_status_msg"] = "Failure to pass the risk control system"
        case .cancelled, .strange: data["task_status"] = "dreaming"
        }
        return envelope(data)
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["code": 1002, "message": words], status: 401)
        case .credits: .json(["code": 1102, "message": words], status: 429)
        case .moderated: .json(["code": 1301, "message": words], status: 400)
        case .invalid: .json(["code": 1201, "message": words], status: 400)
        case .modelGone: .json(["code": 1203, "message": words], status: 404)
        }
    }

    private func envelope(_ data: [String: Any]) -> LoopbackAnswer {
        .json(["code": 0, "message": "SUCCEED", "request_id": "r", "data": data])
    }

    private func decoded(_ part: Substring) -> [String: Any]? {
        var text = part.replacing("-", with: "+").replacing("_", with: "/")
        while text.count % 4 != 0 { text += "=" }
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        // What is no JSON is no claim.
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }
}
