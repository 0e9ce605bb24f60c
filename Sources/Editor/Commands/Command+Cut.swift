import Editorial

extension Command {
    /// How shots stand in the film: splitting, trimming, transitions, markers.
    static let cutCommands: [Command] = [
        Command(
            "shot.split",
            "Split the shot",
            hint: "split",
            help: "Cuts the shot in two at the playhead; both keep its draft and its take.",
            availability: {
                .init($0.shot.usedFrames.count > 1, else: "A shot of one frame cannot be split.")
            },
            perform: { $0.splitShot() }
        ),
        Command(
            "shot.trimStart",
            "Start here",
            hint: "start here",
            help: "Lets the shot begin at the playhead; the shots after it move up.",
            perform: { $0.trimStart() }
        ),
        Command(
            "shot.trimEnd",
            "End here",
            hint: "end here",
            help: "Lets the shot end at the playhead; the shots after it move up.",
            perform: { $0.trimEnd() }
        ),
        slide("startEarlier", "Start earlier", "Gives the shot a frame more at its start.") {
            $0.slideStart(by: -1)
        },
        slide("startLater", "Start later", "Takes a frame off the shot’s start.") {
            $0.slideStart(by: 1)
        },
        slide("endEarlier", "End earlier", "Takes a frame off the shot’s end.") {
            $0.slideEnd(by: -1)
        },
        slide("endLater", "End later", "Gives the shot a frame more at its end.") {
            $0.slideEnd(by: 1)
        },
        Command(
            "shot.untrim",
            "Use the whole shot",
            hint: "whole",
            help: "Gives the film all frames of the shot again.",
            availability: {
                .init($0.shot.cut.trim != nil, else: "The film has the whole shot already.")
            },
            perform: { $0.untrim() }
        ),
        Command(
            "transition.choose",
            "Choose the transition",
            hint: "transition",
            help: "Opens how the shot comes in from the one before it.",
            availability: { .init(unless: $0.transitionReason) },
            perform: { state in
                state.openChoices(.transition)
                return []
            }
        ),
        Command(
            "marker.toggle",
            "Mark this frame",
            hint: "marker",
            help: "Puts a marker at the playhead, or takes it away.",
            perform: { $0.toggleMarker() }
        ),
        Command(
            "marker.name",
            "Name the marker",
            help: "Asks for the name of a marker at the playhead.",
            perform: { state in
                state.ask(.markerName, text: state.markerHere?.name ?? "")
                return []
            }
        ),
        zoom("zoomIn", "Zoom in", "Shows less of the shot’s time, larger.") { $0.zoomLanes(by: 1) },
        zoom("zoomOut", "Zoom out", "Shows more of the shot’s time.") { $0.zoomLanes(by: -1) },
        zoom("zoomAll", "Whole shot", "Shows all of the shot’s time.") {
            $0.timelineZoom.showAll()
        },
    ]

    private static func slide(
        _ verb: String,
        _ title: String,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(ID("shot.\(verb)"), title, help: help, repeats: true, perform: perform)
    }

    private static func zoom(
        _ verb: String,
        _ title: String,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(ID("timeline.\(verb)"), title, help: help, repeats: true) { state in
            perform(&state)
            return []
        }
    }
}

extension EditorState {
    fileprivate mutating func zoomLanes(by steps: Int) {
        timelineZoom.change(
            by: steps,
            around: playback.frame.value,
            of: max(1, previewRequest.frameCount)
        )
    }
}
