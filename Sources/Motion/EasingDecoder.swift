import PlainText

/// What an easing means in a preset's file: a name, `[x1, y1, x2, y2]` for a
/// Bézier curve of one's own, or `{spring: bounce}`.
enum EasingDecoder {
    static func easing(_ node: PlainTextNode) throws(PlainTextError) -> Easing {
        if node.isList { return .curve(try bezier(node)) }
        if node.isMapping { return .spring(try spring(node)) }
        let name = node.word ?? ""
        guard let easing = Easing(name: name) else {
            let names = Easing.named.map(\.name)
            throw node.unknown(
                name,
                "an easing",
                among: names + ["[x1, y1, x2, y2]", "{spring: 0.3}"]
            )
        }
        return easing
    }

    private static func bezier(_ node: PlainTextNode) throws(PlainTextError) -> UnitBezier {
        let parts = try node.list("A Bézier curve", count: 4...4, example: "`[0.4, 0, 0.2, 1]`")
        return UnitBezier(
            try parts[0].number("A Bézier curve's x", in: 0...1),
            try parts[1].number("A Bézier curve's y", in: -2...3),
            try parts[2].number("A Bézier curve's x", in: 0...1),
            try parts[3].number("A Bézier curve's y", in: -2...3)
        )
    }

    private static func spring(_ node: PlainTextNode) throws(PlainTextError) -> Spring {
        let keys = try node.mapping("an easing", allowed: ["spring"])
        guard let bounce = keys["spring"] else {
            throw node.error("An easing is a name, `[0.4, 0, 0.2, 1]` or `{spring: 0.3}`.")
        }
        return Spring(bounce: try bounce.number("`spring`", in: 0...Spring.maximumBounce))
    }
}
