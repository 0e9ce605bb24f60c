import Editorial
import Generation
import Motion

extension EditorState {
    /// Whether the selected shot can be generated as it stands.
    package var readiness: GenerateReadiness {
        let checks: [(Field, String?)] =
            [
                (.prompt, promptProblem),
                (.aspect, sizeProblem),
                (.duration, durationProblem),
            ]
            + draft.motions.indices.map { (.motion($0), motionProblem(at: $0)) }
            + [(.model, modelProblem)]
        return GenerateReadiness(
            problems: checks.compactMap { field, message in
                message.map { GenerateReadiness.Problem(field: field, message: $0) }
            }
        )
    }

    private var modelProblem: String? {
        guard let model else { return Self.refusal(ofModel: draft.model) }
        return obstacle(of: model) ?? ModelFit(draft, for: model).problem?.message
    }

    /// What is said of a model that nobody knows.
    static func refusal(ofModel id: String) -> String {
        "No model is called “\(id)”; choose another."
    }

    private var promptProblem: String? {
        if draft.prompt.count > PromptPanel.promptLimit {
            return "Shorten the prompt to 10 000 characters."
        }
        let isBlank = draft.prompt.allSatisfy(\.isWhitespace)
        return isBlank && draft.startFrame == nil
            ? "Write a prompt or choose a start frame first." : nil
    }

    private var sizeProblem: String? {
        let size = draft.size
        return max(size.width, size.height) > 8192
            ? "\(size) is too large; choose a smaller size or a squarer aspect." : nil
    }

    private var durationProblem: String? {
        Draft.durations.contains(draft.duration)
            ? nil : "Set a duration between 0.5 and 60 seconds."
    }

    private func motionProblem(at place: Int) -> String? {
        let choice = draft.motions[place]
        if presets[choice.preset] == nil {
            return "No preset is called “\(choice.preset)”; remove it with x."
        }
        let category = presets[choice.preset]?.category ?? .camera
        if motions(of: category).dropFirst(Draft.motionLimit).contains(choice) {
            let kind = category == .look ? "looks" : "moves"
            return "A shot mixes up to three \(kind); remove one with x."
        }
        return (0...1).contains(choice.strength) ? nil : "Set a strength between 0 and 1."
    }
}
