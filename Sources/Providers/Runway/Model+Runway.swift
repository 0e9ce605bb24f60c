import Editorial
import Generation

extension Model {
    /// What Runway offers; a credit is a cent.
    static let runway: [Model] = [
        runway(
            "gen4_turbo",
            "Gen-4 Turbo",
            "Moves a picture, quickly.",
            cents: 5,
            ModelAbilities(
                promptLimit: 1000,
                startFrame: .required,
                sizes: .list(gen4Sizes),
                seconds: .range(2...10),
                seedLimit: .max,
                camera: .phrase("runway")
            )
        ),
        runway(
            "gen4.5",
            "Gen-4.5",
            "Moves a picture or films a prompt, with care.",
            cents: 12,
            ModelAbilities(
                promptLimit: 1000,
                startFrame: .possible,
                sizes: .list([
                    PixelSize(width: 1280, height: 720), PixelSize(width: 720, height: 1280),
                ]),
                seconds: .range(2...10),
                seedLimit: .max,
                camera: .phrase("runway")
            )
        ),
        runway("veo3.1", "Veo 3.1", "Google’s film model, at Runway.", cents: 40, veo),
        runway(
            "veo3.1_fast",
            "Veo 3.1 Fast",
            "Google’s film model, the quick one.",
            cents: 15,
            veo
        ),
    ]

    private static func runway(
        _ name: String,
        _ title: String,
        _ summary: String,
        cents: Int,
        _ abilities: ModelAbilities
    ) -> Model {
        Model(
            id: "runway/" + name,
            title: title,
            summary: summary,
            product: .film,
            tariff: .second(Money(cents: cents)),
            abilities: abilities
        )
    }

    private static let gen4Sizes = [
        (1280, 720), (720, 1280), (1104, 832), (832, 1104), (960, 960), (1584, 672),
    ].map { PixelSize(width: $0, height: $1) }

    private static let veo = ModelAbilities(
        promptLimit: 1000,
        negativePrompt: true,
        startFrame: .possible,
        endFrame: .possible,
        sizes: .list(
            [(1280, 720), (720, 1280), (1920, 1080), (1080, 1920)].map {
                PixelSize(width: $0, height: $1)
            }
        ),
        seconds: .list([4, 6, 8]),
        seedLimit: .max,
        camera: .phrase("runway")
    )
}
