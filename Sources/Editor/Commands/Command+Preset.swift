import Editorial
import Motion

extension Command {
    static let presetCommands: [Command] = [
        Command(
            "preset.toggle",
            "Choose the preset",
            hint: "choose",
            help: "Takes the preset into the shot’s motion, or out of it; folds a heading.",
            availability: { .init($0.presetCursor != nil, else: "There are no presets here.") },
            perform: { state in
                state.isPresetLarge = false
                if let item = state.currentPreset { return state.toggleMotion(item.preset.id) }
                if let place = state.presetCursor {
                    state.toggle(state.presetRows[place].section)
                }
                return []
            }
        ),
        Command(
            "preset.stronger",
            "Stronger",
            help: "Adds 0.05 to the strength of the preset under the cursor.",
            repeats: true,
            availability: { $0.needsPreset },
            perform: { state in
                state.currentPreset.map { state.strengthen($0.preset.id, by: 1) } ?? []
            }
        ),
        Command(
            "preset.weaker",
            "Weaker",
            help: "Takes 0.05 off the strength of the preset under the cursor.",
            repeats: true,
            availability: { $0.needsPreset },
            perform: { state in
                state.currentPreset.map { state.strengthen($0.preset.id, by: -1) } ?? []
            }
        ),
        Command(
            "preset.star",
            "Star the preset",
            hint: "star",
            help: "Puts the preset among the favourites, or takes it out.",
            availability: { $0.needsPreset },
            perform: { state in
                state.currentPreset.map { state.toggleFavourite($0.preset.id) } ?? []
            }
        ),
        Command(
            "preset.fold",
            "Fold",
            help: "Goes to the heading of the section, and there folds it.",
            perform: { state in
                state.fold()
                return []
            }
        ),
        Command(
            "preset.unfold",
            "Unfold",
            help: "Unfolds the section under the cursor.",
            perform: { state in
                state.unfold()
                return []
            }
        ),
        Command(
            "preset.leave",
            "Show the shot as it is",
            hint: "as it is",
            help: "Clears the filter, or stops trying the preset on.",
            perform: { state in
                if state.isPresetLarge {
                    state.isPresetLarge = false
                } else if state.presetList.filter.isEmpty {
                    state.endAudition()
                } else {
                    state.clearFilter()
                }
                return []
            }
        ),
        Command(
            "preset.large",
            "Preset in large",
            hint: "large",
            help: "Tries presets on over the whole screen, one after the other; esc ends it.",
            availability: { $0.needsPreset },
            perform: { state in
                state.showPresetLarge()
                return []
            }
        ),
        Command(
            "motion.clear",
            "Remove all motion",
            hint: "still",
            help: "Takes every preset out of the shot’s motion.",
            availability: {
                .init(!$0.draft.motions.isEmpty, else: "This shot has no motion yet.")
            },
            perform: { state in state.changeDraft { $0.motions = [] } }
        ),
        Command(
            "filter.open",
            "Find a preset",
            hint: "find",
            help: "Filters the presets by what you type.",
            perform: { state in
                state.openFilter()
                return []
            }
        ),
        Command(
            "filter.accept",
            "Keep the filter",
            hint: "keep",
            help: "Goes back to the list with the filter standing.",
            isListed: false,
            perform: { state in
                state.leaveField()
                return []
            }
        ),
        Command(
            "filter.clear",
            "Clear the filter",
            hint: "clear",
            help: "Shows all presets again.",
            perform: { state in
                state.leaveField()
                state.clearFilter()
                return []
            }
        ),
    ]
}

extension EditorState {
    fileprivate var needsPreset: Command.Availability {
        .init(currentPreset != nil, else: "Go to a preset in the list first.")
    }
}
