import Editorial
import Generation

extension Model {
    /// What OpenAI offers; what a picture costs depends on its size and quality.
    static let openAI: [Model] = [
        Model(
            id: "openai/gpt-image-2",
            title: "GPT Image 2",
            summary: "Paints a prompt, or paints a picture over.",
            product: .picture,
            tariff: .unknown,
            abilities: ModelAbilities(
                promptLimit: 32_000,
                startFrame: .possible,
                sizes: .multiples(of: 16, 512...2160)
            )
        ),
        Model(
            id: "openai/gpt-image-1.5",
            title: "GPT Image 1.5",
            summary: "Paints a prompt, or paints a picture over; the former one.",
            product: .picture,
            tariff: .unknown,
            abilities: ModelAbilities(
                promptLimit: 32_000,
                startFrame: .possible,
                sizes: .list(
                    [(1024, 1024), (1536, 1024), (1024, 1536)].map {
                        PixelSize(width: $0, height: $1)
                    }
                )
            )
        ),
    ]

    /// What a server of the person's own has is up to them; this is a name to begin with.
    static func speakingOpenAI(_ provider: String, _ name: String, at title: String) -> [Model] {
        [
            Model(
                id: "\(provider)/\(name)",
                title: "\(title) \(name)",
                summary: "Paints a prompt on a server of one’s own.",
                product: .picture,
                tariff: .free,
                abilities: ModelAbilities(
                    negativePrompt: provider == "localai",
                    startFrame: provider == "sdcpp" ? .possible : .impossible,
                    sizes: .multiples(of: 64, 256...1536)
                )
            )
        ]
    }
}
