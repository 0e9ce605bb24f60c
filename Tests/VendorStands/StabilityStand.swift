import Foundation
package import Loopback

/// Stability AI's version 2 beta.
package struct StabilityStand: VendorStand {
    package let id = "stability"
    package let model = "stability/core"
    package let key: String? = "sk-0123456789"
    package let isImmediate = true

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST"
            && (request.path.hasPrefix("/v2beta/stable-image/generate/")
                || request.path.hasPrefix("/v1/generation/"))
    }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool { bearer(request) }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        if request.path.hasPrefix("/v1/generation/") {
            let artifact: [String: Any] = [
                "base64": result.base64, "seed": 1, "finishReason": "SUCCESS",
            ]
            return .json(["artifacts": [artifact]])
        }
        // Always a form, also where no file goes along.
        guard request.headers["content-type"]?.hasPrefix("multipart/form-data") == true,
            request.form["prompt"]?.isEmpty == false
        else { return refusal(.invalid, words: "prompt: is required") ?? .empty(400) }
        return .json(["image": result.base64, "finish_reason": "SUCCESS", "seed": 4711])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        .json(["credits": 98.5])
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        func answer(_ status: Int, _ name: String) -> LoopbackAnswer {
            .json(["id": "a1", "name": name, "errors": [words]], status: status)
        }
        return switch refusal {
        case .auth: .json(["id": "a1", "name": "unauthorized", "message": words], status: 401)
        case .credits: answer(402, "payment_required")
        case .moderated: .json(["name": "content_moderation", "errors": [words]], status: 403)
        case .invalid: answer(400, "bad_request")
        case .modelGone: .json(["id": "a1", "name": "not_found", "message": words], status: 404)
        }
    }
}
