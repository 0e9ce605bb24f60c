import Editorial
import Generation

extension Model {
    /// The first version's models; those of the second are named in the settings.
    static let higgsfield: [Model] = [
        ("dop-turbo", "DoP Turbo", "Moves a picture by a named motion, quickly."),
        ("dop-standard", "DoP Standard", "Moves a picture by a named motion."),
        ("dop-lite", "DoP Lite", "Moves a picture by a named motion, at little cost."),
    ].map { name, title, summary in
        Model(
            id: "higgsfield/" + name,
            title: title,
            summary: summary,
            product: .film,
            tariff: .unknown,
            abilities: ModelAbilities(
                startFrame: .required,
                endFrame: .possible,
                sizes: .list(
                    [(1280, 720), (720, 1280), (960, 960)].map { PixelSize(width: $0, height: $1) }
                ),
                seconds: .list([5]),
                seedLimit: 999_999,
                camera: .higgsfield
            )
        )
    }
}
