import Generation

extension Model {
    /// `film` stands for a graph of the person's own that films.
    static let comfyUI: [Model] = [
        Model(
            id: "comfyui/picture",
            title: "ComfyUI",
            summary: "Paints by a graph on one’s own machine.",
            product: .picture,
            tariff: .free,
            abilities: comfyAbilities
        ),
        Model(
            id: "comfyui/film",
            title: "ComfyUI film",
            summary: "Films by the graph comfyui/film.json of one’s own.",
            product: .film,
            tariff: .free,
            abilities: filmAbilities
        ),
    ]

    private static var filmAbilities: ModelAbilities {
        var abilities = comfyAbilities
        abilities.endFrame = .possible
        return abilities
    }

    private static let comfyAbilities = ModelAbilities(
        negativePrompt: true,
        startFrame: .possible,
        sizes: .multiples(of: 8, 256...2048),
        seedLimit: .max,
        camera: .phrase("text")
    )
}
