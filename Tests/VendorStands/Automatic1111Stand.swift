import Foundation
package import Loopback

/// AUTOMATIC1111's web UI with AnimateDiff.
package struct Automatic1111Stand: VendorStand {
    package let id = "automatic1111"
    package let model = "automatic1111/animatediff"
    package let key: String? = nil
    package let isImmediate = true

    package init() {}

    package func isSubmission(_ request: LoopbackRequest) -> Bool {
        ["/sdapi/v1/txt2img", "/sdapi/v1/img2img"].contains(request.path)
    }

    package func isCancellation(_ request: LoopbackRequest) -> Bool {
        request.path == "/sdapi/v1/interrupt"
    }

    package func isAuthorized(_ request: LoopbackRequest) -> Bool { true }

    package func accepted(
        _ request: LoopbackRequest,
        base: String,
        result: StandResult
    ) -> LoopbackAnswer {
        guard let scripts = request.json["alwayson_scripts"] as? [String: Any],
            let animation = scripts["AnimateDiff"] as? [String: Any],
            let arguments = (animation["args"] as? [[String: Any]])?.first,
            arguments["enable"] as? Bool == true
        else {
            let error: [String: Any] = [
                "error": "HTTPException", "detail": "Script not found", "body": "", "errors": "",
            ]
            return .json(error, status: 422)
        }
        return .json(["images": [result.base64], "parameters": [:], "info": "{}"])
    }

    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        switch request.path {
        case "/sdapi/v1/progress": .json(["progress": 0.3, "eta_relative": 2.0, "state": [:]])
        case "/sdapi/v1/sd-models": .json([["model_name": "dreamshaper"]])
        default: .json(["detail": "Not Found"], status: 404)
        }
    }

    package func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer? {
        switch refusal {
        case .auth: .json(["detail": words], status: 401)
        case .invalid:
            .json(
                ["error": "HTTPException", "detail": words, "body": "", "errors": ""],
                status: 422
            )
        case .credits, .moderated, .modelGone: nil
        }
    }
}
