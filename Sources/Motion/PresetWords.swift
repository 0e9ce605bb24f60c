import PlainText

/// The kinds of model that a preset file may speak to.
enum PresetWords {
    /// `text` is for any model that reads a prompt; `kling` its camera's axes,
    /// in which pan is upright and tilt sideways; `lora` a camera adapter and its weight;
    /// `higgsfield` the id of the motion of the same name; `runway` and `luma` their prompts.
    static let kinds = ["text", "kling", "lora", "higgsfield", "runway", "luma"]

    static func decode(_ node: PlainTextNode?) throws(PlainTextError) -> [String: String] {
        guard let node else { return [:] }
        var words: [String: String] = [:]
        for (kind, value) in try node.mapping("`words`", allowed: kinds) {
            words[kind] = try value.text("`\(kind)`", limit: 400)
        }
        return words
    }
}
