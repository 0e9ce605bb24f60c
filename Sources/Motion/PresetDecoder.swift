/// What the keys of a camera preset's file mean.
enum PresetDecoder {
    private static let topKeys = [
        "version", "kind", "id", "name", "tags", "for", "seconds", "keys", "words",
    ]

    static func preset(_ root: PresetNode) throws(PresetError) -> Preset {
        let keys = try root.mapping("a preset", allowed: topKeys)
        func required(_ key: String, _ example: String) throws(PresetError) -> PresetNode {
            guard let node = keys[key] else {
                throw root.error(
                    "The preset has no `\(key)`; add a line such as `\(key): \(example)`."
                )
            }
            return node
        }
        try version(required("version", "1"))
        try kind(required("kind", "camera"))
        return Preset(
            id: try id(required("id", "dolly-in")),
            name: try required("name", "Dolly In").text("`name`", limit: 60),
            category: .camera,
            tags: try tags(keys["tags"]),
            summary: try required("for", "Come closer as a thought lands.")
                .text("`for`", limit: 400),
            seconds: try seconds(required("seconds", "[3, 5, 10]")),
            words: try words(keys["words"]),
            curves: try curves(required("keys", "{}"))
        )
    }

    private static func version(_ node: PresetNode) throws(PresetError) {
        guard node.word == "1" else {
            throw node.error("`version` is the version of the file's format; allowed is 1.")
        }
    }

    private static func kind(_ node: PresetNode) throws(PresetError) {
        guard node.word == PresetCategory.camera.rawValue else {
            throw node.error("`kind` says what the preset changes; allowed is `camera`.")
        }
    }

    private static func id(_ node: PresetNode) throws(PresetError) -> String {
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

    private static func tags(_ node: PresetNode?) throws(PresetError) -> [String] {
        guard let node else { return [] }
        var tags: [String] = []
        for tag in try node.list("`tags`", count: 0...16, example: "`[dolly, basic]`") {
            tags.append(try tag.text("A tag", limit: 40))
        }
        return tags
    }

    private static func seconds(_ node: PresetNode) throws(PresetError) -> PresetSeconds {
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

    private static func words(_ node: PresetNode?) throws(PresetError) -> [String: String] {
        guard let node else { return [:] }
        var words: [String: String] = [:]
        for (key, value) in try node.mapping("`words`", allowed: ["text", "kling", "lora"]) {
            words[key] = try value.text("`\(key)`", limit: 400)
        }
        return words
    }

    private static func curves(_ node: PresetNode) throws(PresetError)
        -> [CameraChannel: ChannelCurve]
    {
        let allowed = CameraChannel.allCases.map(\.rawValue)
        let nodes = try node.mapping("`keys`", allowed: allowed)
        var curves: [CameraChannel: ChannelCurve] = [:]
        for channel in CameraChannel.allCases {
            guard let node = nodes[channel.rawValue] else { continue }
            curves[channel] = try CurveDecoder(channel: channel).curve(node)
        }
        return curves
    }
}
