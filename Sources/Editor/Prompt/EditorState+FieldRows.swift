import Editorial
package import Generation
import Motion

extension EditorState {
    /// The fields of the prompt panel, from the top.
    package var fields: [Field] {
        let motions = (0..<max(1, min(draft.motions.count, 2 * Draft.motionLimit)))
            .map { Field.motion($0) }
        let advanced: [Field] =
            promptPanel.showsAdvanced ? [.frameRate, .resolution, .seed, .avoid] : []
        return [.prompt, .style, .aspect, .duration] + motions
            + [.reference, .startFrame, .endFrame, .sound, .advanced] + advanced + [
                .model, .generate,
            ]
    }

    /// The fields with their values, from the top.
    package var fieldRows: [FieldRow] {
        let readiness = readiness
        let fit = model.map { ModelFit(draft, for: $0) }
        let dimmed = model?.dimmed(in: draft) ?? [:]
        return fields.map { field in
            FieldRow(
                field: field,
                value: value(of: field),
                fraction: fraction(of: field),
                detail: detail(of: field),
                problem: readiness.problem(of: field),
                remark: field.part.flatMap { part in
                    fit?[part].flatMap { $0.isProblem ? nil : $0.message } ?? dimmed[part]
                },
                isCurrent: promptPanel.field == field
            )
        }
    }

    private func value(of field: Field) -> String {
        switch field {
        case .prompt: draft.prompt
        case .style: draft.style.title
        case .aspect: draft.aspect.description
        case .duration: decimal(draft.duration.seconds) + " s"
        case .frameRate: decimal(draft.frameRate.framesPerSecond) + " fps"
        case .resolution: "\(draft.shortSide)p"
        case .seed: "\(draft.seed)"
        case .avoid: draft.negativePrompt.isEmpty ? "nothing" : draft.negativePrompt
        case .motion(let place):
            motion(at: place).map { presets[$0.preset]?.name ?? $0.preset } ?? "none"
        case .reference, .startFrame, .endFrame, .sound:
            MediaUse(field).flatMap { name(for: $0) } ?? "none"
        case .advanced: promptPanel.showsAdvanced ? "" : advancedSummary
        case .model: model?.title ?? draft.model
        case .generate: "Generate"
        }
    }

    private func fraction(of field: Field) -> Double? {
        switch field {
        case .duration:
            (draft.duration.seconds - Draft.durations.lowerBound.seconds)
                / (Draft.durations.upperBound.seconds - Draft.durations.lowerBound.seconds)
        case .motion(let place): motion(at: place)?.strength
        default: nil
        }
    }

    private func detail(of field: Field) -> String? {
        switch field {
        case .duration: "\(draft.frameCount) frames"
        case .resolution: draft.size.description
        case .motion(let place): motion(at: place).map { decimal($0.strength) }
        case .model: model.map { $0.isLocal ? "offline" : "online" }
        case .generate: model?.price(of: draft).description
        default: nil
        }
    }

    /// What the folded fields say, in a line.
    private var advancedSummary: String {
        let rate = decimal(draft.frameRate.framesPerSecond).replacing(".0", with: "")
        return "seed \(draft.seed) · \(rate) fps"
    }

    private func motion(at place: Int) -> MotionChoice? {
        draft.motions.indices.contains(place) ? draft.motions[place] : nil
    }

    /// The model the draft names; nil when it is not known here.
    package var model: Model? { models[draft.model] }
}

extension Field {
    /// The part of a draft that a model may do otherwise.
    fileprivate var part: ModelFit.Part? {
        switch self {
        case .prompt: .prompt
        case .duration: .duration
        case .resolution: .size
        case .seed: .seed
        case .avoid: .negativePrompt
        case .motion: .motion
        case .startFrame: .startFrame
        case .endFrame: .endFrame
        case .reference: .motion
        case .style: .style
        case .aspect, .frameRate, .sound, .advanced, .model, .generate: nil
        }
    }
}

/// Returns a number with up to two decimals, and at least one: `5.0`, `0.65`;
/// one that is none, or beyond all measures here, as it is.
func decimal(_ number: Double) -> String {
    guard abs(number) < 1e9, number >= 0 else { return "\(number)" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(whole).\(digits)"
}
