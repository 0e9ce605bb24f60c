/// A row of the prompt panel that the cursor can be on.
package enum Field: Hashable, Sendable {
    case prompt
    case style
    case aspect
    case duration
    case frameRate
    case resolution
    case seed
    /// What must not be seen.
    case avoid
    /// A preset of the shot's motion by its place; 0 also stands for none at all.
    case motion(Int)
    /// A film whose camera is followed.
    case reference
    case startFrame
    case endFrame
    /// What is heard under the whole film.
    case sound
    /// The heading under which what is seldom set is folded.
    case advanced
    case model
    case generate

    /// What stands to the left of its value.
    package var label: String {
        switch self {
        case .prompt: "Prompt"
        case .style: "Style"
        case .aspect: "Aspect"
        case .duration: "Duration"
        case .frameRate: "Rate"
        case .resolution: "Size"
        case .seed: "Seed"
        case .avoid: "Avoid"
        case .motion(let place): place == 0 ? "Motion" : ""
        case .reference: "Like"
        case .startFrame: "Start"
        case .endFrame: "End"
        case .sound: "Sound"
        case .advanced: "Advanced"
        case .model: "Model"
        case .generate: "Generate"
        }
    }

    /// Whether it is folded away under the heading of the advanced.
    package var isAdvanced: Bool {
        switch self {
        case .frameRate, .resolution, .seed, .avoid: true
        default: false
        }
    }
}
