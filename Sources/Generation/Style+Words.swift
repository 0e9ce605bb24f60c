import Editorial

extension Style {
    /// What a model that reads a prompt is told of the style.
    var words: String {
        switch self {
        case .cinematic: "Cinematic film still."
        case .natural: "Natural light, a photograph."
        case .noir: "Film noir, black and white, hard light."
        case .anime: "Anime, cel shading."
        case .watercolour: "Watercolour painting."
        case .oil: "Oil painting."
        case .ink: "Ink drawing."
        case .pencil: "Pencil drawing."
        case .lowpoly: "Low poly 3D rendering."
        case .pixel: "Pixel art."
        case .blueprint: "Blueprint, white lines on blue."
        case .synthwave: "Synthwave, neon."
        case .vintage: "Vintage photograph."
        }
    }
}
