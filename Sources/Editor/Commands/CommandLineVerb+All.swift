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
        CommandLineVerb("export", "PATH", help: "Writes the take’s film to a file.") {
            state,
            path in
            guard let take = state.filmTake else { return state.run("take.export") }
            return [.exportTake(take.id, path: path)]
        },
        CommandLineVerb("help", help: "Shows the keys.") { state, _ in state.run("help.open") },
        CommandLineVerb("image", "PATH", help: "Writes the frame in the preview to a file.") {
            [.exportImage($0.previewRequest, path: $1)]
        },
        CommandLineVerb("messages", help: "Shows what was said so far.") { state, _ in
            state.run("messages.open")
        },
        CommandLineVerb("preset", "NAME", help: "Adds a preset to the shot’s motion.") {
            $0.addMotion(named: $1)
        },
        CommandLineVerb("project", "NAME", help: "Renames the project.") {
            $0.name($1) { $0.renameProject(to: $1) }
        },
        CommandLineVerb("q", help: "Leaves Kinema; everything is saved.") { _, _ in [.quit] },
        CommandLineVerb("quit", help: "Leaves Kinema; everything is saved.") { _, _ in [.quit] },
        CommandLineVerb("rename", "NAME", help: "Renames the shot.") {
            $0.name($1) { $0.rename($0.selectedShot, to: $1) }
        },
        CommandLineVerb("seed", "N", help: "Sets what decides every random choice.") {
            $0.setSeed($1)
        },
        CommandLineVerb("start", "PATH", help: "Takes a picture as the shot’s start frame.") {
            $0.importStartFrame($1, for: $0.selectedShot)
        },
        CommandLineVerb("theme", "[NAME]", help: "Sets the colours, or opens their list.") {
            state,
            name in
            if name.isEmpty { return state.run("theme.choose") }
            return state.chooseTheme(name)
        },
        CommandLineVerb("style", "NAME", help: "Sets how the picture is to look.") {
            $0.setStyle($1)
        },
    ]
}

extension EditorState {
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
