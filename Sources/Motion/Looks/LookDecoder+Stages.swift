import PlainText

extension LookDecoder {
    static func particles(_ node: PlainTextNode) throws(PlainTextError) -> [LookParticles] {
        var sheets: [LookParticles] = []
        for node in try node.list("`particles`", count: 1...6, example: "`[{kind: rain, …}]`") {
            var keys = try node.mapping(
                "a particle",
                allowed: ["kind", "colour"] + LookParticles.fields.map(\.key)
            )
            var sheet = LookParticles()
            guard let kind = keys.removeValue(forKey: "kind") else {
                throw node.error("These particles have no `kind`; add `kind: rain`.")
            }
            sheet.kind = try kind.choice("`kind`")
            if let colour = keys.removeValue(forKey: "colour") {
                sheet.colour = try colour.colour("`colour`")
            }
            try PlainTextNode.fill(&sheet, from: keys)
            guard sheet.near < sheet.far else {
                throw node.error("`near` must be less than `far`.")
            }
            sheets.append(sheet)
        }
        return sheets
    }

    static func halation(_ node: PlainTextNode) throws(PlainTextError) -> LookGlow {
        var glow = LookGlow()
        var keys = try node.mapping(
            "`halation`",
            allowed: ["tint"] + LookGlow.fields.map(\.key)
        )
        if let tint = keys.removeValue(forKey: "tint") {
            glow.tint = try tint.triple("`tint`", in: 0...4)
        }
        try PlainTextNode.fill(&glow, from: keys)
        return glow
    }

    static func leak(_ node: PlainTextNode) throws(PlainTextError) -> LookLeak {
        var leak = LookLeak()
        var keys = try node.mapping(
            "`leaks`",
            allowed: ["colour", "side"] + LookLeak.fields.map(\.key)
        )
        if let colour = keys.removeValue(forKey: "colour") {
            leak.colour = try colour.colour("`colour`")
        }
        if let side = keys.removeValue(forKey: "side") { leak.side = try side.choice("`side`") }
        try PlainTextNode.fill(&leak, from: keys)
        return leak
    }

    static func curve(_ node: PlainTextNode) throws(PlainTextError) -> ToneCurve {
        guard node.isMapping else { return ToneCurve(try points(node)) }
        let keys = try node.mapping("`curve`", allowed: ["r", "g", "b"])
        let identity = [ToneCurve.Point(0, 0), ToneCurve.Point(1, 1)]
        return ToneCurve(
            red: try keys["r"].map(points) ?? identity,
            green: try keys["g"].map(points) ?? identity,
            blue: try keys["b"].map(points) ?? identity
        )
    }

    private static func points(_ node: PlainTextNode) throws(PlainTextError) -> [ToneCurve.Point] {
        var points: [ToneCurve.Point] = []
        for element in try node.list("A curve", count: 2...32, example: "`[[0, 0], [1, 1]]`") {
            let pair = try element.list("A point", count: 2...2, example: "`[0.5, 0.55]`")
            let x = try pair[0].number("A point's place", in: 0...1)
            let y = try pair[1].number("A point's value", in: -0.5...1.5)
            if let last = points.last, x <= last.x {
                throw element.error("The points of a curve go from left to right.")
            }
            points.append(ToneCurve.Point(x, y))
        }
        return points
    }

    static func grade(_ node: PlainTextNode) throws(PlainTextError) -> LookGrade {
        let keys = try node.mapping("`lgg`", allowed: ["lift", "gamma", "gain"])
        var grade = LookGrade()
        if let node = keys["lift"] { grade.lift = try node.triple("`lift`", in: -1...1) }
        if let node = keys["gamma"] { grade.gamma = try node.triple("`gamma`", in: 0.1...10) }
        if let node = keys["gain"] { grade.gain = try node.triple("`gain`", in: 0...10) }
        return grade
    }

    static func tone(_ node: PlainTextNode) throws(PlainTextError) -> LookTone {
        var keys = try node.mapping("`tone`", allowed: ["mono", "map", "amount"])
        var tone = LookTone()
        if let mono = keys.removeValue(forKey: "mono") {
            tone.mono = try mono.triple("`mono`", in: -2...2)
        }
        if let map = keys.removeValue(forKey: "map") { tone.map = try stops(map) }
        try PlainTextNode.fill(&tone, from: keys)
        return tone
    }

    private static func stops(_ node: PlainTextNode) throws(PlainTextError) -> [LookTone.Stop] {
        var stops: [LookTone.Stop] = []
        let example = "`[[0, \"#000000\"], [1, \"#ffffff\"]]`"
        for element in try node.list("`map`", count: 2...16, example: example) {
            let pair = try element.list("A stop", count: 2...2, example: "`[0.5, \"#808080\"]`")
            let luma = try pair[0].number("A stop's luma", in: 0...1)
            if let last = stops.last, luma <= last.luma {
                throw element.error("The stops of a map go from dark to light.")
            }
            stops.append(LookTone.Stop(luma: luma, colour: try pair[1].colour("A stop's colour")))
        }
        return stops
    }
}
