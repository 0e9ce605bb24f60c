extension Command {
    /// What the picture is judged by: guides, scopes, other takes.
    static let guideCommands: [Command] = [
        guide("thirds", "Thirds", "Draws the lines of thirds over the picture.") {
            $0.guides.hasThirds.toggle()
        },
        guide("safe", "Safe areas", "Draws the frames that every screen shows.") {
            $0.guides.hasSafeAreas.toggle()
        },
        guide("mask", "Aspect mask", "Shows the picture as 21:9, 4:5, 1:1 or 9:16 would have it.") {
            let masks = PreviewGuides.masks
            let current = $0.guides.mask
            let place = masks.firstIndex { $0 == current } ?? 0
            $0.guides.mask = masks[(place + 1) % masks.count]
            $0.say($0.guides.mask.map { "The picture is seen as \($0)." } ?? "All is seen.")
        },
        guide("scope", "Scopes", "Measures the picture: histogram, waveform, parade, vectorscope.")
        {
            let scopes = Scope.allCases
            guard let scope = $0.scope, let place = scopes.firstIndex(of: scope) else {
                $0.scope = scopes.first
                return
            }
            $0.scope = place + 1 < scopes.count ? scopes[place + 1] : nil
        },
        compare(
            "cycle",
            "Compare",
            hint: "compare",
            "Wipes to another take, shows both, or the difference."
        ) {
            $0.cycleComparison()
        },
        compare("next", "Compare with the next", "Compares with another of the takes.") {
            $0.compareWithNext()
        },
        compare("left", "Wipe left", "Moves the wipe to the left.") {
            $0.moveWipe(byHundredths: -5)
        },
        compare("right", "Wipe right", "Moves the wipe to the right.") {
            $0.moveWipe(byHundredths: 5)
        },
    ]

    private static func guide(
        _ verb: String,
        _ title: String,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(ID("guides.\(verb)"), title, help: help) { state in
            perform(&state)
            return []
        }
    }

    private static func compare(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(
            ID("compare.\(verb)"),
            title,
            hint: hint,
            help: help,
            repeats: true,
            availability: { .init(unless: $0.compareReason) },
            perform: { state in
                perform(&state)
                return []
            }
        )
    }
}
