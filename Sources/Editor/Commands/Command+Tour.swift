extension Command {
    static let tourCommands: [Command] = [
        Command(
            "tour.start",
            "Take the tour",
            hint: "tour",
            help: "Shows Kinema in five steps that you try at once.",
            perform: { state in
                state.startTour()
                return []
            }
        ),
        Command(
            "tour.next",
            "Next step of the tour",
            help: "Goes on to the next step without doing this one.",
            availability: {
                .init($0.tour != nil, else: "No tour is under way; :tutor begins it.")
            },
            perform: { state in
                let last = Tour.steps.count - 1
                if let place = state.tour?.place, place < last {
                    state.tour?.place += 1
                } else {
                    state.skipTour()
                }
                return []
            }
        ),
        Command(
            "tour.skip",
            "End the tour",
            help: "Takes the steps of the tour away.",
            availability: {
                .init($0.tour != nil, else: "No tour is under way; :tutor begins it.")
            },
            perform: { state in
                state.skipTour()
                return []
            }
        ),
    ]
}
