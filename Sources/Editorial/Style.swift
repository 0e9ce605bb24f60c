/// How a picture is to look, as the prompt panel offers it.
package enum Style: String, CaseIterable, Codable, Sendable {
    case cinematic, natural, noir, anime, watercolour, oil, ink, pencil, lowpoly, pixel
    case blueprint, synthwave, vintage

    /// The name a person reads.
    package var title: String {
        switch self {
        case .lowpoly: "Low poly"
        case .pixel: "Pixel art"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }
}
