import PlainText

extension LookDecoder {
    private static let parts = [
        "edge", "hatch", "halftone", "grid", "relief", "paper", "wobble", "pixel", "fill",
    ]

    static func drawing(_ node: PlainTextNode) throws(PlainTextError) -> LookDrawing {
        var keys = try node.mapping(
            "`drawing`",
            allowed: LookDrawing.fields.map(\.key) + parts
        )
        var drawing = LookDrawing()
        if let node = keys["edge"] { drawing.edge = try edge(node) }
        if let node = keys["hatch"] { drawing.hatch = try hatch(node) }
        if let node = keys["halftone"] { drawing.halftone = try halftone(node) }
        if let node = keys["grid"] {
            drawing.grid = try node.stage("`grid`", colour: ("colour", \.colour))
        }
        if let node = keys["relief"] {
            drawing.relief = try node.stage("`relief`") as LookDrawing.Relief
        }
        if let node = keys["paper"] {
            drawing.paper = try node.stage("`paper`", colour: ("colour", \.colour))
        }
        if let node = keys["wobble"] {
            drawing.wobble = try node.stage("`wobble`") as LookDrawing.Wobble
        }
        if let node = keys["pixel"] { drawing.pixel = try pixels(node) }
        drawing.fill = try keys["fill"]?.colour("`fill`")
        for part in parts { keys[part] = nil }
        try PlainTextNode.fill(&drawing, from: keys)
        return drawing
    }

    private static func edge(_ node: PlainTextNode) throws(PlainTextError) -> LookDrawing.Edge {
        try node.stage("`edge`", colour: ("ink", \.ink))
    }

    private static func hatch(_ node: PlainTextNode) throws(PlainTextError) -> LookDrawing.Hatch {
        var hatch = LookDrawing.Hatch()
        var keys = try node.mapping(
            "`hatch`",
            allowed: ["levels"] + LookDrawing.Hatch.fields.map(\.key)
        )
        if let levels = keys.removeValue(forKey: "levels") {
            hatch.levels = try levels.numbers("`levels`", count: 1...4, in: 0...1)
        }
        try PlainTextNode.fill(&hatch, from: keys)
        return hatch
    }

    private static func halftone(_ node: PlainTextNode) throws(PlainTextError)
        -> LookDrawing.Halftone
    {
        var halftone = LookDrawing.Halftone()
        var keys = try node.mapping(
            "`halftone`",
            allowed: ["angles"] + LookDrawing.Halftone.fields.map(\.key)
        )
        if let angles = keys.removeValue(forKey: "angles") {
            halftone.angles = try angles.numbers("`angles`", count: 4...4, in: -360...360)
        }
        try PlainTextNode.fill(&halftone, from: keys)
        return halftone
    }

    private static func pixels(_ node: PlainTextNode) throws(PlainTextError) -> LookDrawing.Pixels {
        var pixels = LookDrawing.Pixels()
        var keys = try node.mapping(
            "`pixel`",
            allowed: ["dither"] + LookDrawing.Pixels.fields.map(\.key)
        )
        if let dither = keys.removeValue(forKey: "dither") {
            pixels.dither = try dither.choice("`dither`")
        }
        try PlainTextNode.fill(&pixels, from: keys)
        return pixels
    }
}
