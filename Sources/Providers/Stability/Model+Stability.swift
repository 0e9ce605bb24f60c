import Editorial
import Generation

extension Model {
    /// What Stability AI offers; a credit is a cent.
    static let stability: [Model] = [
        stability("core", "Stable Image Core", "Paints a prompt, quickly.", cents: 3),
        stability("ultra", "Stable Image Ultra", "Paints a prompt, at its best.", cents: 8),
        stability(
            "sd3.5-large",
            "Stable Diffusion 3.5",
            "Paints a prompt, or paints a picture over.",
            cents: 7,
            startFrame: .possible
        ),
        Model(
            id: "stability/stable-diffusion-xl-1024-v1-0",
            title: "SDXL 1.0",
            summary: "Paints a prompt; the former one.",
            product: .picture,
            tariff: .unknown,
            abilities: ModelAbilities(
                promptLimit: 2000,
                negativePrompt: true,
                sizes: .list(
                    [
                        (1024, 1024), (1152, 896), (1216, 832), (1344, 768), (1536, 640),
                        (640, 1536), (768, 1344), (832, 1216), (896, 1152),
                    ].map { PixelSize(width: $0, height: $1) }
                ),
                seedLimit: .max
            )
        ),
    ]

    private static func stability(
        _ name: String,
        _ title: String,
        _ summary: String,
        cents: Int,
        startFrame: ModelAbilities.Frame = .impossible
    ) -> Model {
        Model(
            id: "stability/" + name,
            title: title,
            summary: summary,
            product: .picture,
            tariff: .each(Money(cents: cents)),
            abilities: ModelAbilities(
                negativePrompt: true,
                startFrame: startFrame,
                seedLimit: 4_294_967_294
            )
        )
    }
}
