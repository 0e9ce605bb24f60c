import Editorial
import Motion

extension Command {
    /// The camera's keys.
    static let keyframeCommands: [Command] =
        [
            Command(
                "keyframe.enter",
                "Edit the keys",
                hint: "keyframe",
                help: "Opens the camera’s keys as curves over the shot’s time.",
                perform: { state in
                    state.enterKeyframes()
                    return []
                }
            ),
            Command(
                "keyframe.lane",
                "Add a lane",
                hint: "lane",
                help: "Opens the list of what keys can move.",
                perform: { state in
                    state.openChoices(.channel)
                    return []
                }
            ),
            go("leave", "Leave the keys", hint: "done", "Goes back to NORMAL.") {
                $0.keyframes = nil
            },
            go("next", "Next key", "Goes to the next key of the lane.") { $0.goToKey(by: 1) },
            go("previous", "Key before", "Goes to the key before.") { $0.goToKey(by: -1) },
            go("laneUp", "Lane up", "Goes to the lane above.") { $0.moveLane(by: -1) },
            go("laneDown", "Lane down", "Goes to the lane below.") { $0.moveLane(by: 1) },
            go("select", "Select the key", hint: "select", "Selects this key, or no longer.") {
                $0.toggleKeySelection()
            },
            go("selectLane", "Select the lane", "Selects all keys of this lane.") {
                $0.selectKeys(ofAllLanes: false)
            },
            go("selectAll", "Select all keys", "Selects all keys of every lane.") {
                $0.selectKeys(ofAllLanes: true)
            },
        ] + changes

    private static let changes: [Command] = [
        change("add", "Add a key", hint: "add", "Adds a key at the playhead.", needsKey: false) {
            $0.addKey()
        },
        change("remove", "Remove the key", hint: "remove", "Takes the key away.") {
            $0.removeKeys()
        },
        change("earlier", "Key earlier", hint: "earlier", "Moves the key a frame back.") {
            $0.nudgeKeys(byFrames: -1)
        },
        change("later", "Key later", hint: "later", "Moves the key a frame on.") {
            $0.nudgeKeys(byFrames: 1)
        },
        change("more", "More", hint: "more", "Gives the key more of its value.") {
            $0.nudgeKeys(byValue: 1)
        },
        change("less", "Less", hint: "less", "Gives the key less of its value.") {
            $0.nudgeKeys(byValue: -1)
        },
        change("easing", "Next easing", hint: "easing", "Lets the key be arrived at another way.") {
            $0.cycleEasing(by: 1)
        },
        change("easingBack", "Easing before", "Takes the easing before in the list.") {
            $0.cycleEasing(by: -1)
        },
        change("chooseEasing", "Choose the easing", "Opens the ways to arrive at the key.") {
            $0.openChoices(.easing)
            return []
        },
        change("copy", "Copy the keys", hint: "copy", "Copies the selected keys.") {
            $0.copyKeys()
            return []
        },
        change("paste", "Put keys in", "Puts copied keys in at the playhead.", needsKey: false) {
            $0.pasteKeys()
        },
        change(
            "value",
            "Write the value",
            hint: "value",
            "Asks for the value, or for keys such as 0:(0) 60:(5*sin(t)).",
            needsKey: false
        ) { state in
            let value = state.currentKey.map { decimal(signed: $0.value) } ?? ""
            state.ask(.keyValue, text: value)
            return []
        },
    ]

    private static func go(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> Void
    ) -> Command {
        keyframe(verb, title, hint: hint, help, needsKey: false) { state in
            perform(&state)
            return []
        }
    }

    private static func change(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        needsKey: Bool = true,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        keyframe(verb, title, hint: hint, help, needsKey: needsKey, perform: perform)
    }

    private static func keyframe(
        _ verb: String,
        _ title: String,
        hint: String?,
        _ help: String,
        needsKey: Bool,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(
            ID("keyframe.\(verb)"),
            title,
            hint: hint,
            help: help,
            isListed: false,
            repeats: true,
            availability: { state in
                guard state.keyframes != nil else {
                    return .unavailable("Open the camera’s keys with K first.")
                }
                return .init(unless: needsKey ? state.keyReason : nil)
            },
            perform: perform
        )
    }
}
