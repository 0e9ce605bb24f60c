import Editorial
import Motion

extension Command {
    /// The free camera.
    static let cameraCommands: [Command] =
        [
            Command(
                "camera.enter",
                "Free camera",
                hint: "camera",
                help: "Takes the camera into your hands: orbit, pan, dolly, roll, zoom, focus.",
                perform: { state in
                    state.enterCamera()
                    return []
                }
            ),
            held("leave", "Leave the camera", hint: "done", "Goes back to NORMAL.") {
                $0.leaveCamera()
                return []
            },
            held("key", "Keep with a key", hint: "key", "Keeps the camera at this frame.") {
                $0.dropKey()
            },
            held("removeKey", "Remove the key", hint: "remove", "Takes this frame’s keys away.") {
                $0.removeKeysHere()
            },
            held("reset", "Reset", "Lets the camera go back to its keys, and from there to rest.") {
                $0.resetCamera()
                return []
            },
            held("snap", "Snap", "Rounds what was moved to even numbers.") {
                $0.snapCamera()
                return []
            },
            held("path", "Show the path", "Draws the camera’s way over the picture, or no longer.")
            {
                $0.showsCameraPath.toggle()
                $0.camera?.showsPath = $0.showsCameraPath
                return []
            },
            Command(
                "camera.clear",
                "Remove all keys",
                help: "Takes away all that the camera does by hand in this shot.",
                availability: {
                    .init(!$0.draft.camera.isEmpty, else: "This shot’s camera has no keys.")
                },
                perform: { state in
                    state.camera?.moved = [:]
                    return state.changeDraft { $0.camera = .init() }
                }
            ),
            Command(
                "preset.save",
                "Save as preset",
                hint: "save preset",
                help: "Makes a preset of your own from the shot’s camera.",
                availability: { .init(unless: $0.savePresetReason) },
                perform: { state in
                    state.ask(.presetName, text: "")
                    return []
                }
            ),
        ] + moves

    private static let moves: [Command] = [
        move("orbitLeft", "Orbit left", .azimuth, -1, "Goes round the subject to the left."),
        move("orbitRight", "Orbit right", .azimuth, 1, "Goes round the subject to the right."),
        move("arcUp", "Arc up", .elevation, 1, "Goes over the subject."),
        move("arcDown", "Arc down", .elevation, -1, "Goes under the subject."),
        move("truckLeft", "Truck left", .truck, -1, "Moves to the left."),
        move("truckRight", "Truck right", .truck, 1, "Moves to the right."),
        move("up", "Pedestal up", .pedestal, 1, "Moves up."),
        move("down", "Pedestal down", .pedestal, -1, "Moves down."),
        move("in", "Dolly in", .dolly, 1, "Moves towards the subject."),
        move("out", "Dolly out", .dolly, -1, "Moves away from the subject."),
        move("panLeft", "Pan left", .pan, -1, "Looks to the left."),
        move("panRight", "Pan right", .pan, 1, "Looks to the right."),
        move("tiltUp", "Tilt up", .tilt, 1, "Looks up."),
        move("tiltDown", "Tilt down", .tilt, -1, "Looks down."),
        move("rollLeft", "Roll left", .roll, -1, "Rolls anticlockwise."),
        move("rollRight", "Roll right", .roll, 1, "Rolls clockwise."),
        move("zoomIn", "Zoom in", .focal, 1, "Takes a longer lens."),
        move("zoomOut", "Zoom out", .focal, -1, "Takes a wider lens."),
        move("focusNear", "Focus nearer", .focus, 1, "Focuses nearer."),
        move("focusFar", "Focus further", .focus, -1, "Focuses further away."),
        move("open", "Open the lens", .aperture, 1, "Opens the aperture: less is in focus."),
        move("close", "Close the lens", .aperture, -1, "Closes the aperture: more is in focus."),
    ]

    private static func move(
        _ verb: String,
        _ title: String,
        _ channel: CameraChannel,
        _ steps: Double,
        _ help: String
    ) -> Command {
        Command(
            ID("camera.\(verb)"),
            title,
            help: help,
            isListed: false,
            repeats: true,
            availability: { .init($0.camera != nil, else: "Take the camera with c first.") },
            perform: { state in
                state.moveCamera(channel, by: steps)
                return []
            }
        )
    }

    private static func held(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(
            ID("camera.\(verb)"),
            title,
            hint: hint,
            help: help,
            isListed: false,
            availability: { .init($0.camera != nil, else: "Take the camera with c first.") },
            perform: perform
        )
    }
}
