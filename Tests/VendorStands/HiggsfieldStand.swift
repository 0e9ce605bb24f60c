import Foundation
package import Loopback

/// Higgsfield's first version: DoP.
package struct HiggsfieldStand: VendorStand {
    package let id = "higgsfield"
    package let model = "higgsfield/dop-turbo"
    package let key: String? = "id:0123456789"
    package let isImmediate = false
    package let canCancel = false
    private static let set = "3b1a2f60-9d0c-4b0e-8a57-0d4f0e6f7a11"

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        request.method == "POST" && request.path == "/v1/image2video/dop"
    }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool {
        request.path == "/upload" || bearer(request, "Key ")
    }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        guard let params = request.json["params"] as? [String: Any],
            let seed = params["seed"] as? Int, (1...1_000_000).contains(seed),
            let images = params["input_images"] as? [[String: Any]],
            images.first?["type"] as? String == "image_url"
        else { return refusal(.invalid, words: "Field required") ?? .empty(422) }
        return .json([
            "id": Self.set, "type": "image2video", "jobs": [["id": "j", "status": "queued"]],
        ])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        switch request.path {
        case "/files/generate-upload-url":
            return .json(["public_url": base + "/kept.jpg", "upload_url": base + "/upload"])
        case "/upload": return .empty(200)
        case "/v1/motions": return .json([["id": "m", "name": "Dolly In"]])
        case "/v1/job-sets/\(Self.set)": break
        default: return .json(["detail": "Not found"], status: 404)
        }
        var job: [String: Any] = ["id": "j", "results": NSNull()]
        switch state {
        case .queued: job["status"] = "queued"
        case .running: job["status"] = "in_progress"
        case .completed:
            job["status"] = "completed"
            job["results"] = [
                "raw": ["type": "video", "url": base + "/result.mp4"],
                "min": ["type": "video", "url": base + "/small.mp4"],
            ]
        case .failed(let words):
            job["status"] = "failed"
            job["error"] = words
        case .moderated: job["status"] = "nsfw"
        case .cancelled: job["status"] = "canceled"
        case .strange: job["status"] = "dreaming"
        }
        return .json(["id": Self.set, "jobs": [job]])
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["detail": words], status: 401)
        case .credits: .json(["detail": words], status: 403)
        case .moderated: nil
        case .invalid:
            .json(
                [
                    "detail": [
                        ["type": "missing", "loc": ["body", "params", "prompt"], "msg": words]
                    ]
                ],
                status: 422
            )
        case .modelGone: .json(["detail": words], status: 423)
        }
    }
}
