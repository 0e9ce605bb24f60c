/// How a picture is to look, as the prompt panel offers it.
package enum Style: String, CaseIterable, Codable, Sendable {
    case cinematic, natural, noir, anime, watercolour, vintage

    /// The name a person reads.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
