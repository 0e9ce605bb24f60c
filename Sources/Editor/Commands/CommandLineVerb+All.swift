import Editorial
import Motion

extension CommandLineVerb {
    /// Every word, by name.
    static let all: [CommandLineVerb] = [
        CommandLineVerb("aspect", "A", help: "Sets the shape of the frame, such as 16:9.") {
            $0.setAspect($1)
        },
        CommandLineVerb("duration", "S", help: "Sets how long the shot is, in seconds.") {
            $0.setDuration($1)
        },
        CommandLineVerb("export", "[PATH]", help: "Writes the film of all shots to a file.") {
            $0.exportFilm(to: $1.isEmpty ? $0.suggestedFilmName : $1)
        },
        CommandLineVerb("export!", "PATH", help: "Does so in place of a file that is there.") {
            $0.exportFilm(to: $1, replaces: true)
        },
        CommandLineVerb("take", "PATH", help: "Writes the film of the take alone to a file.") {
            state,
            path in
            guard let take = state.filmTake else { return state.run("take.export") }
            return [.exportTake(take.id, path: path)]
        },
        CommandLineVerb("all", help: "Queues a take of every shot without a film.") { state, _ in
            state.run("film.generateMissing")
        },
        CommandLineVerb("music", "PATH", help: "Lays a sound file under the film.") {
            [.importMusic(path: $1.unquoted)]
        },
        CommandLineVerb("gain", "DB", help: "Sets how loud the music is, such as -8.") {
            $0.setMusicGain($1)
        },
        CommandLineVerb("goto", "FRAME", help: "Goes to a frame, or to seconds such as 1.5s.") {
            $0.goTo(written: $1)
        },
        CommandLineVerb("help", help: "Shows the keys.") { state, _ in state.run("help.open") },
        CommandLineVerb("image", "PATH", help: "Writes the frame in the preview to a file.") {
            [.exportImage($0.previewRequest, path: $1)]
        },
        CommandLineVerb("marker", "NAME", help: "Names a marker at the playhead.") {
            $0.name($1) { $0.nameMarker($1) }
        },
        CommandLineVerb("messages", help: "Shows what was said so far.") { state, _ in
            state.run("messages.open")
        },
        CommandLineVerb("panel", "NAME", help: "Hides a panel or shows it: presets, timeline.") {
            state,
            name in
            guard let panel = Panel(rawValue: name.lowercased()) else {
                let names = Panel.allCases.map(\.rawValue).joined(separator: ", ")
                state.say("No panel is called “\(name)”; there are \(names).", .warning)
                return []
            }
            return state.toggleHidden(panel)
        },
        CommandLineVerb("preset", "NAME", help: "Adds a preset to the shot’s motion.") {
            $0.addMotion(named: $1)
        },
        CommandLineVerb("project", "NAME", help: "Renames the project.") {
            $0.name($1) { $0.renameProject(to: $1) }
        },
        CommandLineVerb("prompt", "TEXT", help: "Sets the prompt of the shot.") { state, text in
            let written = String(text.prefix(PromptPanel.promptLimit))
            let effects = state.changeDraft { $0.prompt = written }
            state.promptPanel.cursor = state.draft.prompt.count
            return effects
        },
        CommandLineVerb("manual", "[WORDS]", help: "Searches the manual.") { state, words in
            state.openManual(words)
            return []
        },
        CommandLineVerb("projects", help: "Shows all projects.") { state, _ in
            state.run("projects.open")
        },
        CommandLineVerb("library", help: "Shows the media of all projects.") { state, _ in
            state.run("library.open")
        },
        CommandLineVerb("queue", help: "Shows all that is being made.") { state, _ in
            state.run("queue.open")
        },
        CommandLineVerb("account", help: "Shows how this workspace stands to your account.") {
            state,
            _ in
            state.run("account.open")
        },
        CommandLineVerb("team", help: "Shows who shares this workspace.") { state, _ in
            state.run("team.open")
        },
        CommandLineVerb("settings", help: "Shows how Kinema is set up.") { state, _ in
            state.run("settings.open")
        },
        CommandLineVerb("import", "PATH", help: "Copies media into the library.") {
            $0.importAssets($1)
        },
        CommandLineVerb("q", help: "Leaves Kinema; everything is saved.") { _, _ in [.quit] },
        CommandLineVerb("quit", help: "Leaves Kinema; everything is saved.") { _, _ in [.quit] },
        CommandLineVerb("rename", "NAME", help: "Renames the shot.") {
            $0.name($1) { $0.rename($0.selectedShot, to: $1) }
        },
        CommandLineVerb("seed", "N", help: "Sets what decides every random choice.") {
            $0.setSeed($1)
        },
        CommandLineVerb("snippet", "NAME", help: "Keeps the prompt as a piece under a name.") {
            $0.saveSnippet(named: $1)
        },
        CommandLineVerb("forget", "NAME", help: "Takes a snippet away.") {
            $0.forgetSnippet(named: $1)
        },
        CommandLineVerb("start", "PATH", help: "Takes a picture as the shot’s start frame.") {
            $0.bringIn($1, as: .startFrame, for: $0.selectedShot)
        },
        CommandLineVerb("end", "PATH", help: "Takes a picture as the shot’s end frame.") {
            $0.bringIn($1, as: .endFrame, for: $0.selectedShot)
        },
        CommandLineVerb("like", "PATH", help: "Moves the shot as a film’s camera does.") {
            $0.bringIn($1, as: .reference, for: $0.selectedShot)
        },
        CommandLineVerb("takes", "N", help: "Queues takes that differ by their seed.") {
            $0.generateSeeds($1)
        },
        CommandLineVerb("try", "NAMES", help: "Queues a take for each preset: dolly-in, roll.") {
            $0.generatePresets($1)
        },
        CommandLineVerb("avoid", "[TEXT]", help: "Sets what must not be seen.") { state, text in
            state.changeDraft { $0.negativePrompt = String(text.prefix(2000)) }
        },
        CommandLineVerb("tutor", help: "Shows Kinema in five steps.") { state, _ in
            state.run("tour.start")
        },
        CommandLineVerb("theme", "[NAME]", help: "Sets the colours, or opens their list.") {
            state,
            name in
            if name.isEmpty { return state.run("theme.choose") }
            return state.chooseTheme(name)
        },
        CommandLineVerb(
            "transition",
            "KIND [S]",
            help: "Sets how the shot comes in: cut, or dissolve 0.5."
        ) { state, text in
            if let reason = state.transitionReason {
                state.say(reason, .warning)
                return []
            }
            return state.setTransition(written: text)
        },
        CommandLineVerb("style", "NAME", help: "Sets how the picture is to look.") {
            $0.setStyle($1)
        },
    ]
}

extension EditorState {
    fileprivate mutating func goTo(written text: String) -> [Effect] {
        let isSeconds = text.hasSuffix("s")
        let number = Double(isSeconds ? String(text.dropLast()) : text)
        guard let number, number.isFinite, (0...1_000_000).contains(number) else {
            say("“\(text)” is no frame; write one such as 48, or seconds such as 1.5s.", .warning)
            return []
        }
        rememberPlace()
        playback.pause()
        let rate = previewRequest.frameRate
        seek(
            to: isSeconds
                ? rate.frame(at: RationalTime(seconds: number)).value : Int(number.rounded())
        )
        return []
    }

    fileprivate mutating func setAspect(_ text: String) -> [Effect] {
        guard let aspect = Aspect(text) else {
            say("“\(text)” is no shape; write one such as 16:9.", .warning)
            return []
        }
        let sides = [aspect.horizontal, aspect.vertical].sorted()
        guard sides[1] <= 4 * sides[0] else {
            say("Choose a shape between 1:4 and 4:1.", .warning)
            return []
        }
        return changeDraft { $0.aspect = aspect }
    }

    fileprivate mutating func setStyle(_ text: String) -> [Effect] {
        guard let style = Style(rawValue: text.lowercased()) else {
            let known = Style.allCases.map(\.rawValue).joined(separator: ", ")
            say("No style is called “\(text)”; there are \(known).", .warning)
            return []
        }
        return changeDraft { $0.style = style }
    }

    fileprivate mutating func addMotion(named name: String) -> [Effect] {
        if let preset = presets.find(name) { return addMotion(preset.id) }
        let near = presets.suggestions(for: name).joined(separator: ", ")
        let advice = near.isEmpty ? "/ searches them" : "did you mean \(near)?"
        say("No preset is called “\(name)”; \(advice)" + (near.isEmpty ? "." : ""), .warning)
        return []
    }

    fileprivate mutating func name(
        _ name: String,
        _ rename: (inout EditorState, String) -> [Effect]
    ) -> [Effect] {
        if let problem = Self.nameProblem(name) {
            say(problem, .warning)
            return []
        }
        return rename(&self, name)
    }
}
