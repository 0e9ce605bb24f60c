import Foundation
package import Loopback

/// Luma's Dream Machine.
package struct LumaStand: VendorStand {
    package let id = "luma"
    package let model = "luma/ray-2"
    package let key: String? = "luma-0123456789"
    package let isImmediate = false
    private static let generation = "123e4567-e89b-12d3-a456-426614174000"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path == "/generations"
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool { request.method == "DELETE" }
    package func isAuthorized(_ request: LoopbackRequest) -> Bool { bearer(request) }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        .json(["id": Self.generation, "state": "queued"], status: 201)
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        if request.path == "/generations" { return .json(["generations": []]) }
        guard request.path == "/generations/\(Self.generation)" else {
            return .json(["detail": "Generation not found"], status: 404)
        }
        var told: [String: Any] = ["id": Self.generation]
        switch state {
        case .queued: told["state"] = "queued"
        case .running: told["state"] = "dreaming"
        case .completed:
            told["state"] = "completed"
            told["assets"] = ["video": base + "/result.mp4"]
        case .failed(let words):
            told["state"] = "failed"
            told["failure_reason"] = words
        case .moderated:
            told["state"] = "failed"
            told["failure_reason"] = "400: Content moderation"
        case .cancelled, .strange: told["state"] = "sleeping"
        }
        return .json(told)
    }

    package func stopped() -> LoopbackAnswer { .empty(204) }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["detail": words], status: 401)
        case .credits: .json(["detail": "Insufficient credits " + words], status: 400)
        case .moderated: .json(["detail": "Content moderation " + words], status: 400)
        case .invalid: .json(["detail": words], status: 400)
        case .modelGone: .json(["detail": words], status: 404)
        }
    }
}
