import Generation

extension Model {
    /// The checkpoint that is loaded there paints; AnimateDiff's extension films.
    static let automatic1111: [Model] = [
        Model(
            id: "automatic1111/checkpoint",
            title: "AUTOMATIC1111",
            summary: "Paints with the checkpoint that is loaded there.",
            product: .picture,
            tariff: .free,
            abilities: ModelAbilities(
                negativePrompt: true,
                startFrame: .possible,
                sizes: .multiples(of: 8, 256...1536),
                seedLimit: .max
            )
        ),
        Model(
            id: "automatic1111/animatediff",
            title: "AnimateDiff",
            summary: "Films a prompt on one’s own machine, with camera adapters.",
            product: .film,
            tariff: .free,
            abilities: ModelAbilities(
                negativePrompt: true,
                startFrame: .possible,
                sizes: .multiples(of: 8, 256...768),
                seconds: .range(1...8),
                seedLimit: .max,
                camera: .lora
            )
        ),
    ]
}
