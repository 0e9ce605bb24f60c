import Motion

extension Command {
    /// Presets as files of a person's own.
    static let presetFileCommands: [Command] = [
        Command(
            "preset.duplicate",
            "Duplicate the preset",
            hint: "copy",
            help: "Makes a preset of your own from the one under the cursor.",
            availability: {
                .init($0.currentPreset != nil, else: "Go to a preset in the list first.")
            },
            perform: { $0.askCopyName() }
        ),
        Command(
            "preset.edit",
            "Edit the preset in $EDITOR",
            hint: "edit",
            help: "Opens the file of a preset of your own, and says what is wrong in it.",
            availability: { .init(unless: $0.ownPresetReason) },
            perform: { state in state.currentPreset.map { [.editPreset($0.preset.id)] } ?? [] }
        ),
        Command(
            "preset.import",
            "Bring a preset in",
            hint: "import",
            help: "Asks for the path of a preset’s file, and makes it one of yours.",
            perform: { state in
                state.ask(.importPreset)
                return []
            }
        ),
        Command(
            "preset.export",
            "Export the preset",
            hint: "export",
            help: "Writes the file of the preset under the cursor, for somebody else.",
            availability: {
                .init($0.currentPreset != nil, else: "Go to a preset in the list first.")
            },
            perform: { state in
                if let id = state.currentPreset?.preset.id {
                    state.ask(.exportPreset(id), text: "~/\(id).yaml")
                }
                return []
            }
        ),
        Command(
            "preset.delete",
            "Delete the preset",
            hint: "delete",
            help: "Takes a preset of your own away; it can be put back.",
            availability: { .init(unless: $0.ownPresetReason) },
            perform: { $0.deletePreset() }
        ),
        Command(
            "preset.restore",
            "Put the preset back",
            hint: "put back",
            help: "Puts back the preset that was deleted last.",
            availability: {
                .init($0.presetList.deleted != nil, else: "No preset was deleted yet.")
            },
            perform: { $0.restorePreset() }
        ),
    ]
}
