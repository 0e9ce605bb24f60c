import Editorial
import Generation

extension Model {
    /// What Replicate runs; it charges by the second of its machines.
    static let replicate: [Model] = [
        Model(
            id: "replicate/zsxkib/animate-diff",
            title: "AnimateDiff",
            summary: "Films a prompt in sixteen frames, with camera adapters.",
            product: .film,
            tariff: .unknown,
            abilities: ModelAbilities(
                negativePrompt: true,
                sizes: .list([PixelSize(width: 512, height: 512)]),
                seconds: .range(1...2),
                seedLimit: 2_147_483_647,
                camera: .lora
            )
        ),
        Model(
            id: "replicate/nightmareai/real-esrgan",
            title: "Real-ESRGAN at Replicate",
            summary: "Enlarges the start frame fourfold.",
            product: .picture,
            tariff: .unknown,
            abilities: .enlarging
        ),
    ]
}
