import Generation

/// What the camera does, as Kling is told it: one of its named moves, or one axis.
struct KlingCamera {
    let json: JSONValue

    /// Reads a preset's word; nil where nothing is said.
    ///
    /// `zoom -4` is the axis and how far, at full strength; any other word is
    /// a move's name.
    init?(_ camera: CameraWords) {
        guard let word = camera.words.first else { return nil }
        let parts = word.text.split(separator: " ").map(String.init)
        if parts.count == 2, let value = Double(parts[1]), Self.axes.contains(parts[0]) {
            let amount = (value * word.strength * 10).rounded() / 10
            json = [
                "type": "simple", "config": .object([parts[0]: .number(max(-10, min(10, amount)))]),
            ]
        } else {
            guard parts.count == 1, Self.moves.contains(parts[0]) else { return nil }
            json = ["type": .text(parts[0])]
        }
    }

    private static let axes: Set<String> = [
        "horizontal", "vertical", "pan", "tilt", "roll", "zoom",
    ]
    private static let moves: Set<String> = [
        "down_back", "forward_up", "right_turn_forward", "left_turn_forward",
    ]
}
