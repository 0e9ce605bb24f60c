import Editorial

extension Command {
    /// Pieces of prompts, and takes by the dozen.
    static let snippetCommands: [Command] = [
        Command(
            "snippet.insert",
            "Put a snippet in",
            hint: "snippet",
            help: "Opens your pieces of prompts; writing ;name and a space does the same.",
            availability: {
                .init(
                    !$0.snippets.isEmpty,
                    else: "You have no snippets yet; :snippet NAME keeps a piece of the prompt."
                )
            },
            perform: { state in
                state.openChoices(.snippet)
                return []
            }
        ),
        Command(
            "snippet.save",
            "Keep as a snippet",
            hint: "keep",
            help: "Keeps what is selected in the prompt, else all of it, under a short name.",
            availability: {
                .init(!$0.draft.prompt.isEmpty, else: "Write something in the prompt first.")
            },
            perform: { state in
                state.ask(.snippetName)
                return []
            }
        ),
        Command(
            "advanced.toggle",
            "Fold the advanced fields",
            hint: "advanced",
            help: "Shows the frame rate, the size, the seed and what to avoid, or folds them.",
            perform: { $0.toggleAdvanced() }
        ),
        Command(
            "manual.open",
            "Manual",
            hint: "manual",
            help: "Searches how things are done, all commands and all lines.",
            perform: { state in
                state.openManual()
                return []
            }
        ),
        Command(
            "take.batch",
            "Several takes",
            hint: "batch",
            help: "Queues takes that differ by their seed, preset, style or strength.",
            availability: { .init(unless: $0.readiness.problems.first?.message) },
            perform: { state in
                state.openChoices(.batch)
                return []
            }
        ),
    ]
}
