/// A popup with values of a field to choose from.
package struct ChoiceList: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case style, aspect, frameRate, resolution, model
        /// What the editor is drawn with, tried on as the cursor moves.
        case theme
        /// How the shot comes in from the one before.
        case transition
        /// What a new project begins with.
        case template
        /// What keys of the camera can move.
        case channel
        /// How the selected keys are arrived at.
        case easing
        /// What the library is to show only.
        case tag
        /// A piece to be put into the prompt.
        case snippet
        /// Several takes at once.
        case batch
        /// Settings: how pictures are drawn, and what new projects begin with.
        case graphics, newModel, newResolution, newFrameRate

        init?(field: Field) {
            switch field {
            case .style: self = .style
            case .aspect: self = .aspect
            case .frameRate: self = .frameRate
            case .resolution: self = .resolution
            case .model: self = .model
            case .prompt, .duration, .seed, .avoid, .motion, .reference, .startFrame, .endFrame,
                .sound, .advanced, .generate:
                return nil
            }
        }

        /// The heading of the list.
        package var title: String {
            switch self {
            case .style: "Style"
            case .aspect: "Aspect"
            case .frameRate: "Frames a second"
            case .resolution: "Size"
            case .model: "Model"
            case .theme: "Theme"
            case .transition: "Transition"
            case .channel: "Keys for"
            case .template: "New project"
            case .easing: "Easing"
            case .tag: "Only the tag"
            case .snippet: "Put in"
            case .batch: "Several takes"
            case .graphics: "Pictures"
            case .newModel: "Model of new projects"
            case .newResolution: "Size of new projects"
            case .newFrameRate: "Frames a second of new projects"
            }
        }
    }

    package let subject: Subject
    package var selection: Int
}

/// A line of a choice list.
package struct ChoiceRow: Hashable, Sendable {
    package let title: String
    /// A quiet word beside it; empty when there is nothing to say.
    package let detail: String
    /// Whether it is the draft's value now.
    package let isCurrent: Bool
    /// Whether it is of no use at the moment; its detail says why.
    package var isDimmed = false
}
