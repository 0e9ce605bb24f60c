extension Command {
    static let playbackCommands: [Command] = [
        playback("toggle", "Play or pause", hint: "play", help: "Plays the preview, or pauses it.")
        {
            $0.togglePlayback()
        },
        playback("forward", "Next frame", hint: "frame", help: "Pauses one frame further on.") {
            $0.stepFrames(by: 1)
        },
        playback("back", "Frame before", hint: "back", help: "Pauses one frame back.") {
            $0.stepFrames(by: -1)
        },
        playback("first", "First frame", hint: "start", help: "Goes to the first frame.") {
            $0.seek(to: 0)
        },
        playback("last", "Last frame", hint: "end", help: "Goes to the last frame.") {
            $0.seek(to: $0.previewRequest.frameCount - 1)
        },
        playback("loop", "Loop", help: "Starts again at the end, or stops there.") {
            $0.playback.isLooping.toggle()
            $0.say($0.playback.isLooping ? "Playback loops." : "Playback stops at the end.")
        },
        playback(
            "faster",
            "Faster",
            help: "Plays forward; again for twice the speed, up to 4×."
        ) { $0.shuttle(by: 1) },
        playback(
            "slower",
            "Slower",
            help: "Plays backward; while playing, steps the speed down and then back to -4×."
        ) { $0.shuttle(by: -1) },
        playback("in", "Play from here", hint: "in", help: "Begins to play at this frame.") {
            $0.setRange(isEnd: false)
        },
        playback("out", "Play to here", hint: "out", help: "Plays up to this frame.") {
            $0.setRange(isEnd: true)
        },
        playback("clearRange", "Play all", hint: "all", help: "Plays all of the shot again.") {
            $0.playback.range = nil
            $0.say("All of the shot is played.")
        },
        playback(
            "nextStop",
            "Next stop",
            hint: "next stop",
            help: "Goes to the next key, marker or end of the shot."
        ) { $0.goToStop(by: 1) },
        playback(
            "previousStop",
            "Stop before",
            hint: "stop before",
            help: "Goes to the key, marker or end before this frame."
        ) { $0.goToStop(by: -1) },
        playback("stop", "Stop", help: "Pauses, and sets the speed to 1× again.") {
            $0.stopShuttle()
        },
        Command(
            "playback.film",
            "Shot or film",
            hint: "film",
            help: "Changes the preview between the live shot and the film of a take.",
            availability: { $0.playback.content == .film ? .available : $0.needsFilm },
            perform: { state in
                state.toggleFilm()
                return []
            }
        ),
    ]

    private static func playback(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        Command(
            ID("playback.\(verb)"),
            title,
            hint: hint,
            help: help,
            repeats: ["forward", "back", "nextStop", "previousStop"].contains(verb)
        ) { state in
            perform(&state)
            return []
        }
    }
}
