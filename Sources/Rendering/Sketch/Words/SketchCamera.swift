/// How much of the frame the subject takes.
enum SketchShot: String, CaseIterable, Sendable {
    case close, medium, wide, extreme

    var title: String {
        switch self {
        case .close: "close shot"
        case .medium: "medium shot"
        case .wide: "wide shot"
        case .extreme: "extreme wide shot"
        }
    }
}

/// Where the eye is.
enum SketchAngle: String, CaseIterable, Sendable {
    case level, low, high

    var title: String { self == .level ? "eye level" : "\(rawValue) angle" }
}

/// What the eye looks through.
enum SketchLens: String, CaseIterable, Sendable {
    case normal, telephoto, wide, shallow, anamorphic

    var title: String {
        switch self {
        case .normal: "normal lens"
        case .telephoto: "long lens"
        case .wide: "wide lens"
        case .shallow: "shallow focus"
        case .anamorphic: "anamorphic lens"
        }
    }

    /// The focal length against the normal one.
    var focal: Double {
        switch self {
        case .telephoto: 1.7
        case .wide: 0.72
        case .normal, .shallow, .anamorphic: 1
        }
    }
}
