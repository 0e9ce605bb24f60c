import Foundation
package import Loopback

/// fal's queue, with Pika behind it.
package struct FalStand: VendorStand {
    package let id = "fal"
    package let model = "fal/pika/v2.2"
    package let key: String? = "id:0123456789"
    package let isImmediate = false
    private static let request = "764cabcf-b745-4b3e-ae38-1200304cf45b"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path.hasPrefix("/fal-ai/pika/v2.2/")
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool { request.method == "PUT" }
    package func isAuthorized(_ request: LoopbackRequest) -> Bool { bearer(request, "Key ") }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        // The owner and the app alone: what comes behind them is left out.
        let place = "\(base)/fal-ai/pika/requests/\(Self.request)"
        return .json([
            "status": "IN_QUEUE", "request_id": Self.request, "queue_position": 2,
            "response_url": place, "status_url": place + "/status", "cancel_url": place + "/cancel",
        ])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        let isStatus = request.path == "/fal-ai/pika/requests/\(Self.request)/status"
        guard isStatus || request.path == "/fal-ai/pika/requests/\(Self.request)" else {
            return .json(["detail": "Request not found"], status: 404)
        }
        switch state {
        case .queued: return .json(["status": "IN_QUEUE", "queue_position": 2], status: 202)
        case .running: return .json(["status": "IN_PROGRESS", "logs": []], status: 202)
        case .strange: return .json(["status": "DREAMING"], status: 202)
        case .completed, .failed, .moderated, .cancelled: break
        }
        // What failed is completed, too.
        if isStatus { return .json(["status": "COMPLETED", "metrics": ["inference_time": 3.2]]) }
        switch state {
        case .failed(let words): return detail(words, type: "generation_timeout")
        case .moderated: return detail("flagged", type: "content_policy_violation")
        case .cancelled: return .json(["detail": "Request was cancelled"], status: 400)
        default:
            return .json(["video": ["url": base + "/result.mp4", "content_type": "video/mp4"]])
        }
    }

    package func stopped() -> LoopbackAnswer {
        .json(["status": "CANCELLATION_REQUESTED"], status: 202)
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["detail": words], status: 401)
        case .credits: .json(["detail": "User is locked. Exhausted balance. " + words], status: 403)
        case .moderated: detail(words, type: "content_policy_violation")
        case .invalid: detail(words, type: "value_error")
        case .modelGone: .json(["detail": words], status: 404)
        }
    }

    private func detail(_ words: String, type: String) -> LoopbackAnswer {
        .json(["detail": [["loc": ["body", "prompt"], "msg": words, "type": type]]], status: 422)
    }
}
