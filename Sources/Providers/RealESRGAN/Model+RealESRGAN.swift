import Generation

extension Model {
    /// What enlarges the start frame, so that a camera may go close.
    static let realESRGAN: [Model] = [
        Model(
            id: "realesrgan/realesrgan-x4plus",
            title: "Real-ESRGAN",
            summary: "Enlarges the start frame fourfold on one’s own machine.",
            product: .picture,
            tariff: .free,
            abilities: .enlarging
        )
    ]
}

extension ModelAbilities {
    /// One picture goes in, and it alone decides.
    static let enlarging = ModelAbilities(prompt: false, startFrame: .required)
}
