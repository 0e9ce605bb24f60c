import Editorial

extension Command {
    static let fieldCommands: [Command] =
        [
            Command(
                "prompt.write",
                "Write the prompt",
                hint: "write",
                help: "Puts the text cursor into the prompt.",
                perform: { state in
                    state.writePrompt()
                    return []
                }
            ),
            Command(
                "prompt.editor",
                "Write in $EDITOR",
                hint: "editor",
                help: "Opens the prompt in your own editor, and takes it back from there.",
                perform: { [.editPrompt($0.draft.prompt, $0.selectedShot)] }
            ),
            Command(
                "prompt.older",
                "Prompt of before",
                hint: "older",
                help: "Takes the prompt that an earlier take was made from.",
                perform: { $0.recallPrompt(by: 1) }
            ),
            Command(
                "prompt.newer",
                "Prompt after that",
                hint: "newer",
                help: "Takes the prompt that a later take was made from.",
                perform: { $0.recallPrompt(by: -1) }
            ),
            Command(
                "field.edit",
                "Edit the field",
                hint: "edit",
                help: "Edits the field under the cursor, or opens its list of values.",
                perform: { state in state.edit(state.promptPanel.field) }
            ),
            Command(
                "field.increase",
                "More",
                help: "Takes the next value of the field under the cursor.",
                repeats: true,
                perform: { $0.nudge(by: 1) }
            ),
            Command(
                "field.decrease",
                "Less",
                help: "Takes the value before in the field under the cursor.",
                repeats: true,
                perform: { $0.nudge(by: -1) }
            ),
            Command(
                "field.clear",
                "Remove",
                help:
                    "Takes the preset or the medium under the cursor out of the shot.",
                availability: { .init(unless: $0.clearReason) },
                perform: { $0.clearField() }
            ),
            Command(
                "field.leave",
                "Leave the field",
                hint: "done",
                help: "Goes back to NORMAL.",
                isListed: false,
                perform: { state in
                    state.leaveField()
                    return []
                }
            ),
            Command(
                "seed.random",
                "Another seed",
                hint: "reseed",
                help: "Draws another seed for the shot.",
                perform: { state in
                    let seed = UInt32(truncatingIfNeeded: state.ids.next())
                    return state.changeDraft { $0.seed = seed }
                }
            ),
            medium(
                "startFrame.choose",
                "Choose a start frame",
                hint: "start frame",
                "Opens the pictures that the shot can start from.",
                .startFrame
            ),
            medium(
                "endFrame.choose",
                "Choose an end frame",
                hint: "end frame",
                "Opens the pictures that the shot can come to.",
                .endFrame
            ),
            medium(
                "reference.choose",
                "Move like a film",
                hint: "like",
                "Opens the films whose camera the shot can follow.",
                .reference
            ),
            medium(
                "sound.choose",
                "Choose the sound",
                hint: "sound",
                "Opens the sounds that can be heard under the film.",
                .sound
            ),
        ]
        + [Field.style, .aspect, .duration, .frameRate, .resolution, .model].map(choosing)

    private static func medium(
        _ id: ID,
        _ title: String,
        hint: String,
        _ help: String,
        _ field: Field
    ) -> Command {
        Command(id, title, hint: hint, help: help) { $0.edit(field) }
    }

    /// The command that opens one field, wherever the cursor is.
    private static func choosing(_ field: Field) -> Command {
        let word = field.label.lowercased()
        return Command(
            ID("\(word).choose"),
            "Choose the \(word)",
            hint: word,
            help: "Opens what the \(word) of the shot is set with.",
            perform: { $0.edit(field) }
        )
    }
}
