package import Editorial

/// What a medium of the library is taken for.
package enum MediaUse: String, CaseIterable, Hashable, Sendable {
    case startFrame, endFrame
    /// A film whose camera the shot's camera is to follow.
    case reference
    /// What is heard under the whole film.
    case sound

    /// What a list of media to choose from is headed by.
    package var title: String {
        switch self {
        case .startFrame: "Start frame"
        case .endFrame: "End frame"
        case .reference: "Move like a film"
        case .sound: "Sound of the film"
        }
    }

    /// What such media are.
    package var kind: Asset.Kind {
        switch self {
        case .startFrame, .endFrame: .image
        case .reference: .video
        case .sound: .sound
        }
    }

    init?(_ field: Field) {
        switch field {
        case .startFrame: self = .startFrame
        case .endFrame: self = .endFrame
        case .reference: self = .reference
        case .sound: self = .sound
        case .prompt, .style, .aspect, .duration, .frameRate, .resolution, .seed, .avoid, .motion,
            .advanced, .model, .generate:
            return nil
        }
    }
}
