import PlainText

/// What the keys of a camera preset's file mean.
enum PresetDecoder {
    static func preset(_ root: PlainTextNode) throws(PlainTextError) -> Preset {
        let keys = try root.mapping("a preset", allowed: headKeys + CameraMoveDecoder.allowed)
        func required(_ key: String, _ example: String) throws(PlainTextError) -> PlainTextNode {
            guard let node = keys[key] else {
                throw root.error(
                    "The preset has no `\(key)`; add a line such as `\(key): \(example)`."
                )
            }
            return node
        }
        try version(required("version", "1"))
        try kind(required("kind", "camera"))
        var preset = Preset(
            id: try id(required("id", "dolly-in")),
            name: try required("name", "Dolly In").text("`name`", limit: 60),
            category: .camera,
            tags: try tags(keys["tags"]),
            summary: try required("for", "Come closer as a thought lands.")
                .text("`for`", limit: 400),
            seconds: try seconds(required("seconds", "[3, 5, 10]")),
            words: try PresetWords.decode(keys["words"]),
            group: try keys["group"]?.text("`group`", limit: 40) ?? "",
            limits: try limits(keys)
        )
        preset.camera = try CameraMoveDecoder.move(keys, channels: required("keys", "{}"))
        preset.parameters = try ParameterDecoder.parameters(
            keys["parameters"],
            of: preset.camera
        )
        return preset
    }

    private static let headKeys = [
        "version", "kind", "id", "name", "group", "tags", "for", "seconds", "limited", "model",
        "parameters", "words",
    ]

    static func version(_ node: PlainTextNode) throws(PlainTextError) {
        guard node.word == "1" else {
            throw node.error("`version` is the version of the file's format; allowed is 1.")
        }
    }

    private static func kind(_ node: PlainTextNode) throws(PlainTextError) {
        guard node.word == PresetCategory.camera.rawValue else {
            throw node.error("`kind` says what the preset changes; allowed is `camera`.")
        }
    }

    static func id(_ node: PlainTextNode) throws(PlainTextError) -> String {
        let id = try node.text("`id`", limit: 60)
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        let isKebab = parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
        guard isKebab else {
            throw node.error(
                "`id` is lower case words and digits joined by hyphens, such as `dolly-in`."
            )
        }
        return id
    }

    static func tags(_ node: PlainTextNode?) throws(PlainTextError) -> [String] {
        guard let node else { return [] }
        var tags: [String] = []
        for tag in try node.list("`tags`", count: 0...16, example: "`[dolly, basic]`") {
            tags.append(try tag.text("A tag", limit: 40))
        }
        return tags
    }

    private static func seconds(_ node: PlainTextNode) throws(PlainTextError) -> PresetSeconds {
        var numbers: [Double] = []
        for element in try node.list("`seconds`", count: 3...3, example: "`[3, 5, 10]`") {
            let number = try element.number("A length", in: 0.1...600, unit: "seconds")
            if let last = numbers.last, number < last {
                throw element.error(
                    "`seconds` are the shortest, the usual and the longest, in this order."
                )
            }
            numbers.append(number)
        }
        return PresetSeconds(minimum: numbers[0], standard: numbers[1], maximum: numbers[2])
    }

    /// Returns what a move does here of what its name promises; nil where that is all.
    private static func limits(_ keys: [String: PlainTextNode]) throws(PlainTextError) -> String? {
        let needsModel = try keys["model"]?.flag("`model`") ?? false
        guard let node = keys["limited"] else {
            guard needsModel, let model = keys["model"] else { return nil }
            throw model.error(
                "A move that needs a model says in `limited` what it does without one; add that."
            )
        }
        let text = try node.text("`limited`", limit: 400)
        guard needsModel else {
            throw node.error(
                "A move that is `limited` needs a model for the rest; add `model: true`."
            )
        }
        return text
    }
}
