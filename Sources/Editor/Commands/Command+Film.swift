import Editorial

extension Command {
    static let filmCommands: [Command] = [
        Command(
            "film.export",
            "Export the whole film",
            hint: "film",
            help: "Joins the shots with their transitions and the music into one file.",
            availability: { .init(unless: $0.filmReason) },
            perform: { state in
                state.ask(.exportFilm, text: state.suggestedFilmName)
                return []
            }
        ),
        Command(
            "film.generateMissing",
            "Generate what is missing",
            hint: "all",
            help: "Queues a take of every shot that has no film yet.",
            availability: {
                .init(!$0.unmadeShots.isEmpty, else: "Every shot has a film already.")
            },
            perform: { $0.generateMissing() }
        ),
        Command(
            "music.add",
            "Add music",
            hint: "music",
            help: "Asks for a sound file, copies it in and lays it under the film.",
            perform: { state in
                state.ask(.music)
                return []
            }
        ),
        Command(
            "music.gain",
            "Music’s loudness",
            hint: "loudness",
            help: "Asks by how many decibels the music is louder or softer.",
            availability: { $0.hasMusic },
            perform: { state in
                state.ask(.musicGain, text: state.project.music.map { "\($0.gain)" } ?? "")
                return []
            }
        ),
        Command(
            "music.remove",
            "Remove the music",
            hint: "no music",
            help: "Takes the music from under the film; it stays in the library.",
            availability: { $0.hasMusic },
            perform: { $0.changeMusic(to: nil) }
        ),
    ]
}

extension EditorState {
    fileprivate var hasMusic: Command.Availability {
        .init(project.music != nil, else: "The film has no music yet; b on the timeline adds some.")
    }
}
