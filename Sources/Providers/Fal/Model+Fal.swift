import Editorial
import Generation

extension Model {
    /// What is reached through fal.
    static let fal: [Model] = [
        Model(
            id: "fal/pika/v2.2",
            title: "Pika 2.2",
            summary: "Moves a picture or films a prompt.",
            product: .film,
            tariff: .second(Money(cents: 9)),
            abilities: ModelAbilities(
                negativePrompt: true,
                startFrame: .possible,
                endFrame: .possible,
                sizes: .list(
                    [
                        (1280, 720), (720, 1280), (1920, 1080), (1080, 1920), (960, 960),
                        (1080, 720), (720, 1080),
                    ].map { PixelSize(width: $0, height: $1) }
                ),
                seconds: .list([5, 10]),
                seedLimit: .max,
                camera: .phrase("text")
            )
        ),
        Model(
            id: "fal/fast-animatediff/text-to-video",
            title: "Fast AnimateDiff",
            summary: "Films a prompt in two seconds of eight frames each, with camera adapters.",
            product: .film,
            tariff: .unknown,
            abilities: ModelAbilities(
                negativePrompt: true,
                sizes: .list([PixelSize(width: 512, height: 512)]),
                seconds: .range(1...4),
                seedLimit: .max,
                camera: .lora
            )
        ),
    ]
}
