import Foundation
package import Loopback

/// OpenAI's images.
package struct OpenAIStand: VendorStand {
    package let id = "openai"
    package let model = "openai/gpt-image-2"
    package let key: String? = "sk-0123456789"
    package let isImmediate = true

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST"
            && ["/v1/images/generations", "/v1/images/edits"].contains(request.path)
    }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool { bearer(request) }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        let body = request.path.hasSuffix("edits") ? request.form : request.json
        guard body["prompt"] is String, body["model"] is String else {
            return refusal(.invalid, words: "Missing prompt.") ?? .empty(400)
        }
        // This family refuses it, and always answers with base64.
        if body["response_format"] != nil {
            let error = [
                "message": "Unknown parameter: 'response_format'.", "param": "response_format",
            ]
            return .json(["error": error], status: 400)
        }
        return .json(
            [
                "created": 1_750_000_000, "data": [["b64_json": result.base64]],
                "output_format": "png",
            ],
            headers: ["x-request-id": "req_1"]
        )
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        .json(["data": [["id": "gpt-image-2"]]])
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        func answer(_ status: Int, _ type: String, _ code: String, _ more: [String: Any] = [:])
            -> LoopbackAnswer
        {
            var error: [String: Any] = ["message": words, "type": type, "code": code]
            error["param"] = NSNull()
            error.merge(more) { $1 }
            return .json(["error": error], status: status)
        }
        return switch refusal {
        case .auth: answer(401, "invalid_request_error", "invalid_api_key")
        case .credits: answer(429, "insufficient_quota", "insufficient_quota")
        case .moderated:
            answer(
                400,
                "image_generation_user_error",
                "moderation_blocked",
                ["moderation_details": ["moderation_stage": "input", "categories": ["violence"]]]
            )
        case .invalid: answer(400, "invalid_request_error", "invalid_value", ["param": "size"])
        case .modelGone: answer(404, "invalid_request_error", "model_not_found")
        }
    }
}
