import Foundation
package import Loopback

/// Replicate's predictions.
package struct ReplicateStand: VendorStand {
    package let id = "replicate"
    package let model = "replicate/zsxkib/animate-diff"
    package let key: String? = "r8_0123456789"
    package let isImmediate = false
    private static let prediction = "gm3qorzdhgbfurvjtvhg6dckhu"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path.hasSuffix("/predictions")
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path.hasSuffix("/cancel")
    }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool { bearer(request) }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        guard request.path == "/models/zsxkib/animate-diff/predictions",
            request.json["input"] is [String: Any]
        else { return .json(["detail": "- input is required"], status: 422) }
        return .json(["id": Self.prediction, "status": "starting"], status: 201)
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        if request.path == "/account" { return .json(["username": "ada"]) }
        guard request.path == "/predictions/\(Self.prediction)" else {
            return .json(["detail": "The requested resource could not be found."], status: 404)
        }
        var prediction: [String: Any] = ["id": Self.prediction, "error": NSNull(), "logs": ""]
        switch state {
        case .queued: prediction["status"] = "starting"
        case .running:
            prediction["status"] = "processing"
            prediction["logs"] = "  0%|  | 0/25\n 44%|███▌ | 11/25"
        case .completed:
            prediction["status"] = "succeeded"
            prediction["output"] = base + "/result.mp4"
        case .failed(let words):
            prediction["status"] = "failed"
            prediction["error"] = words
        case .moderated:
            prediction["status"] = "failed"
            prediction["error"] = "NSFW content detected."
        case .cancelled: prediction["status"] = "canceled"
        case .strange: prediction["status"] = "dreaming"
        }
        return .json(prediction)
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["title": "Unauthenticated", "detail": words], status: 401)
        case .credits: .json(["title": "Insufficient credit", "detail": words], status: 402)
        case .moderated: nil
        case .invalid: .json(["title": "Input validation failed", "detail": words], status: 422)
        case .modelGone: .json(["detail": words], status: 404)
        }
    }
}
