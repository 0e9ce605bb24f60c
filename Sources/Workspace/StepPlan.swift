import Editorial
import Generation

/// One step of a take, and the job that does its work.
struct StepPlan {
    let kind: TakeStep.Kind
    /// The queue in which its job waits.
    let queue: String
    /// What its job is called.
    let job: String
    /// Whose service it calls, if any.
    let provider: String?

    /// Returns the steps of a take: a model elsewhere takes the place of what it makes, and a
    /// film needs no picture of ours first.
    static func steps(by model: Model) -> [StepPlan] {
        guard let provider = model.provider else { return TakeStep.Kind.allCases.map(here) }
        switch model.product {
        case .picture: return [elsewhere(.image, provider), here(.video), here(.post)]
        case .film: return [elsewhere(.video, provider), here(.post)]
        }
    }

    private static func elsewhere(_ kind: TakeStep.Kind, _ provider: String) -> StepPlan {
        StepPlan(kind: kind, queue: "provider-calls", job: "take.remote", provider: provider)
    }

    static func here(_ kind: TakeStep.Kind) -> StepPlan {
        let queue =
            switch kind {
            case .image: "image-generation"
            case .video: "video-synthesis"
            case .post: "post-processing"
            }
        return StepPlan(kind: kind, queue: queue, job: "take.\(kind.rawValue)", provider: nil)
    }
}
