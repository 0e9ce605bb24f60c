import Editorial
import Generation

extension Model {
    /// What Kling offers; which models an account has is for its console to tell.
    static let kling: [Model] = ["kling-v2-master", "kling-v1-6"].map { name in
        Model(
            id: "kling/" + name,
            title: "Kling " + name.dropFirst(6),
            summary: "Moves a picture or films a prompt, with the camera’s own axes.",
            product: .film,
            tariff: .unknown,
            abilities: ModelAbilities(
                promptLimit: 2500,
                negativePrompt: true,
                startFrame: .possible,
                sizes: .list(
                    [(1280, 720), (720, 1280), (960, 960)].map { PixelSize(width: $0, height: $1) }
                ),
                seconds: .list([5, 10]),
                camera: .kling
            )
        )
    }
}
