extension Command {
    static let macroCommands: [Command] = [
        Command(
            "macro.record",
            "Record keys",
            help: "Records keys into a register, until q is pressed.",
            isListed: false,
            perform: { state in
                if let letter = state.givenLetter { state.startRecording(into: letter) }
                return []
            }
        ),
        Command(
            "macro.stop",
            "End the recording",
            hint: "stop",
            help: "Ends the recording of keys.",
            isListed: false,
            perform: { state in
                state.stopRecording()
                return []
            }
        ),
        Command(
            "macro.play",
            "Play keys",
            help: "Presses the keys that a register holds.",
            isListed: false,
            repeats: true,
            perform: { state in state.givenLetter.map { state.play($0) } ?? [] }
        ),
        Command(
            "macro.again",
            "Play again",
            help: "Presses the keys that were played last.",
            isListed: false,
            repeats: true,
            perform: { state in
                guard let last = state.macros.last else {
                    state.say("No keys were played yet.", .warning)
                    return []
                }
                return state.play(last)
            }
        ),
    ]
}
