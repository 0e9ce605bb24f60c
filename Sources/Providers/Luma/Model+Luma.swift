import Editorial
import Generation

extension Model {
    /// What Luma offers.
    static let luma: [Model] = [
        Model(
            id: "luma/ray-2",
            title: "Ray 2",
            summary: "Films a prompt; the camera is told in words.",
            product: .film,
            tariff: .unknown,
            abilities: ModelAbilities(
                promptLimit: 5000,
                sizes: .list(
                    [(1280, 720), (720, 1280), (960, 960)].map { PixelSize(width: $0, height: $1) }
                ),
                seconds: .list([5, 9]),
                camera: .phrase("luma")
            )
        )
    ]
}
