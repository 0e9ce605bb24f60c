import Foundation
package import Loopback

/// Runway's API of 2024-11-06.
package struct RunwayStand: VendorStand {
    package let id = "runway"
    package let model = "runway/gen4.5"
    package let key: String? = "key_0123456789"
    package let isImmediate = false
    private static let task = "17f20503-6c24-4c16-946b-35dbbce2af2f"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST"
            && ["/v1/image_to_video", "/v1/text_to_video"].contains(request.path)
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool { request.method == "DELETE" }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool {
        bearer(request) && request.headers["x-runway-version"] == "2024-11-06"
    }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        let body = request.json
        guard body["model"] is String, body["ratio"] is String,
            let length = body["duration"] as? Int,
            (2...10).contains(length)
        else { return .json(["error": "Validation of body failed"], status: 400) }
        return .json(["id": Self.task])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        if request.path == "/v1/organization" { return .json(["creditBalance": 1234]) }
        guard request.path == "/v1/tasks/\(Self.task)" else {
            return .json(["error": "Not found"], status: 404)
        }
        var task: [String: Any] = ["id": Self.task, "createdAt": "2026-01-01T00:00:00Z"]
        switch state {
        case .queued: task["status"] = "PENDING"
        case .running:
            task["status"] = "RUNNING"
            task["progress"] = 0.4
        case .completed:
            task["status"] = "SUCCEEDED"
            task["output"] = [base + "/result.mp4?_jwt=signed"]
        case .failed(let words):
            task["status"] = "FAILED"
            task["failure"] = words
            task["failureCode"] = "OTHER.ERROR"
        case .moderated:
            task["status"] = "FAILED"
            task["failure"] = "The output was moderated."
            task["failureCode"] = "SAFETY.OUTPUT.VIDEO"
        case .cancelled: task["status"] = "CANCELLED"
        case .strange: task["status"] = "DREAMING"
        }
        return .json(task)
    }

    package func stopped() -> LoopbackAnswer { .empty(204) }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["error": words], status: 401)
        case .credits: .json(["error": "You do not have enough credits. " + words], status: 400)
        case .moderated: nil
        case .invalid:
            .json(
                ["error": words, "issues": [["path": ["ratio"], "message": words]]],
                status: 400
            )
        case .modelGone:
            .json(
                ["error": words, "issues": [["path": ["model"], "message": words]]],
                status: 400
            )
        }
    }
}
