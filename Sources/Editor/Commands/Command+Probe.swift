extension Command {
    /// What is told of single pixels, and of what is in focus.
    static let probeCommands: [Command] =
        [
            Command(
                "guides.peaking",
                "Focus peaking",
                help: "Marks what is sharp in the picture."
            ) { state in
                state.guides.hasPeaking.toggle()
                return []
            },
            Command(
                "guides.probe",
                "Pixel probe",
                hint: "probe",
                help: "Tells a pixel’s colour, in sRGB and in linear light; the mouse moves it."
            ) { state in
                state.probe = state.probe == nil ? PictureProbe() : nil
                return []
            },
        ]
        + [
            ("left", "Probe left", -5, 0), ("right", "Probe right", 5, 0),
            ("up", "Probe up", 0, -8), ("down", "Probe down", 0, 8),
        ].map { verb, title, x, y in
            Command(
                ID("probe.\(verb)"),
                title,
                help: "Moves the pixel probe.",
                isListed: false,
                repeats: true,
                availability: {
                    .init($0.probe != nil, else: "There is no probe; p in the preview sets one.")
                },
                perform: { state in
                    state.probe?.move(x: x, y: y)
                    return []
                }
            )
        }
}
