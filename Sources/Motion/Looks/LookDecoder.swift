import PlainText

/// What the keys of a look's file mean.
///
/// Where the format of a camera move has `keys`, a look has `stages`.
enum LookDecoder {
    /// How far exposure goes, in stops.
    static let stops = -8.0...8.0

    private static let topKeys = [
        "version", "kind", "id", "name", "group", "tags", "for", "stages", "words",
    ]

    /// Whether a file says that it is a look.
    static func isLook(_ root: PlainTextNode) -> Bool {
        // What is no mapping at all is told of as a camera preset.
        let fields = (try? root.fields(of: "a preset")) ?? []
        return fields.first { $0.name == "kind" }?.value.word == PresetCategory.look.rawValue
    }

    static func preset(_ root: PlainTextNode) throws(PlainTextError) -> Preset {
        let keys = try root.mapping("a look", allowed: topKeys)
        func required(_ key: String, _ example: String) throws(PlainTextError) -> PlainTextNode {
            guard let node = keys[key] else {
                throw root.error(
                    "The look has no `\(key)`; add a line such as `\(key): \(example)`."
                )
            }
            return node
        }
        try PresetDecoder.version(required("version", "1"))
        return Preset(
            id: try PresetDecoder.id(required("id", "noir")),
            name: try required("name", "Noir").text("`name`", limit: 60),
            category: .look,
            tags: try PresetDecoder.tags(keys["tags"]),
            summary: try required("for", "Hard key, black rooms.").text("`for`", limit: 400),
            words: try PresetWords.decode(keys["words"]),
            group: try required("group", "Film").text("`group`", limit: 40),
            look: try recipe(required("stages", "{exposure: 0.3}"))
        )
    }

    private static let stageKeys = [
        "particles", "exposure", "wb", "bloom", "halation", "lens", "vignette", "leaks", "curve",
        "lgg", "hue", "sat", "tone", "drawing", "optics", "grain", "tape", "digital", "gate",
        "flicker", "fps", "letterbox", "shutter",
    ]

    private static func recipe(_ node: PlainTextNode) throws(PlainTextError) -> LookRecipe {
        let keys = try node.mapping("`stages`", allowed: stageKeys)
        var look = LookRecipe()
        try light(keys, into: &look)
        try colour(keys, into: &look)
        try film(keys, into: &look)
        try frame(keys, into: &look)
        return look
    }

    private static func light(_ keys: [String: PlainTextNode], into look: inout LookRecipe)
        throws(PlainTextError)
    {
        if let node = keys["particles"] { look.particles = try particles(node) }
        if let node = keys["exposure"] {
            look.exposure = try node.number("`exposure`", in: stops, unit: "stops")
        }
        if let node = keys["wb"] { look.balance = try node.pair("`wb`", example: "`[14, 2]`") }
        if let node = keys["bloom"] { look.blooms = [try node.stage("`bloom`")] }
        if let node = keys["halation"] { look.halations = [try halation(node)] }
        if let node = keys["lens"] { look.lens = try node.stage("`lens`") }
        if let node = keys["vignette"] { look.vignettes = [try node.stage("`vignette`")] }
        if let node = keys["leaks"] { look.leaks = [try leak(node)] }
    }

    private static func colour(_ keys: [String: PlainTextNode], into look: inout LookRecipe)
        throws(PlainTextError)
    {
        if let node = keys["curve"] { look.curves = [try curve(node)] }
        if let node = keys["lgg"] { look.grade = try grade(node) }
        if let node = keys["hue"] { look.hue = try node.stage("`hue`") }
        if let node = keys["sat"] {
            look.saturation = try node.pair("`sat`", example: "`[1.1, 0.2]`")
        }
        if let node = keys["tone"] { look.tone = try tone(node) }
    }

    private static func film(_ keys: [String: PlainTextNode], into look: inout LookRecipe)
        throws(PlainTextError)
    {
        if let node = keys["drawing"] { look.drawing = try drawing(node) }
        if let node = keys["optics"] { look.optics = try node.stage("`optics`") }
        if let node = keys["grain"] { look.grain = try node.stage("`grain`") }
        if let node = keys["tape"] { look.tape = try node.stage("`tape`") as LookTape }
        if let node = keys["digital"] {
            look.digital = try node.stage("`digital`") as LookDigital
        }
        if let node = keys["gate"] { look.gate = try node.stage("`gate`") }
        if let node = keys["flicker"] { look.flicker = try node.stage("`flicker`") }
    }

    private static func frame(_ keys: [String: PlainTextNode], into look: inout LookRecipe)
        throws(PlainTextError)
    {
        if let node = keys["fps"] {
            look.heldRate = try node.number("`fps`", in: 1...120, unit: "pictures a second")
        }
        if let node = keys["letterbox"] {
            look.letterbox = LookLetterbox(
                ratio: try node.number("`letterbox`", in: LookLetterbox.ratios)
            )
        }
        if let node = keys["shutter"] {
            look.shutter = try node.number("`shutter`", in: 0...1440, unit: "degrees")
        }
    }
}
