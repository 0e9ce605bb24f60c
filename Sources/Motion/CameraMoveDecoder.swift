import PlainText

/// What the keys of a preset's file mean that say what the camera does.
enum CameraMoveDecoder {
    static let allowed = [
        "keys", "shutter", "handheld", "kick", "ramp", "clip_speed", "anchor", "loop", "hits",
        "open_start", "open_end", "extreme", "edge", "overscan_cap", "depth", "flat",
    ]

    static func move(
        _ keys: [String: PlainTextNode],
        channels: PlainTextNode
    ) throws(PlainTextError) -> CameraMove {
        var move = CameraMove()
        move.loops = try keys["loop"]?.flag("`loop`") ?? false
        move.curves = try curves(channels, "`keys`", loops: move.loops)
        try shutter(keys["shutter"], into: &move)
        move.handheld = try keys["handheld"].map(handheld) ?? .none
        move.kick = try keys["kick"].map(kick)
        move.ramp = try keys["ramp"].flatMap(RampDecoder.ramp)
        move.clipSpeed = try keys["clip_speed"]?.number("`clip_speed`", in: 0.05...60) ?? 1
        move.anchor = try keys["anchor"].map(anchor) ?? .subject
        move.hits = try hits(keys["hits"])
        move.opensAtStart = try keys["open_start"]?.flag("`open_start`") ?? false
        move.opensAtEnd = try keys["open_end"]?.flag("`open_end`") ?? false
        move.isExtreme = try keys["extreme"]?.flag("`extreme`") ?? false
        move.edge = try keys["edge"]?.choice("`edge`") ?? .reframe
        move.overscanCap =
            try keys["overscan_cap"]?.number("`overscan_cap`", in: 1...4)
            ?? CameraMove.usualOverscanCap
        move.depth = try keys["depth"]?.choice("`depth`") ?? .none
        if let node = keys["flat"] { move.flat = try flat(node, loops: move.loops) }
        return move
    }

    private static func curves(_ node: PlainTextNode, _ what: String, loops: Bool)
        throws(PlainTextError) -> [CameraChannel: ChannelCurve]
    {
        let allowed = CameraChannel.allCases.map(\.rawValue)
        let nodes = try node.mapping(what, allowed: allowed)
        var curves: [CameraChannel: ChannelCurve] = [:]
        for channel in CameraChannel.allCases {
            guard let node = nodes[channel.rawValue] else { continue }
            curves[channel] = try CurveDecoder(channel: channel, loops: loops).curve(node)
        }
        return curves
    }

    /// A shutter that stays the same need not be written as a curve.
    private static func shutter(_ node: PlainTextNode?, into move: inout CameraMove)
        throws(PlainTextError)
    {
        guard let node else { return }
        guard move.curves[.shutter] == nil else {
            throw node.error("`shutter` is among `keys` too; keep one of the two.")
        }
        let channel = CameraChannel.shutter
        let angle = try node.number("`shutter`", in: channel.range, unit: channel.unit)
        if angle != channel.neutral { move.curves[channel] = .eased([CurveKey(0, angle)]) }
    }

    private static func handheld(_ node: PlainTextNode) throws(PlainTextError) -> Handheld {
        let keys = try node.mapping("`handheld`", allowed: ["style", "amp", "around"])
        guard let style = keys["style"], let amount = keys["amp"] else {
            throw node.error("`handheld` has `style` and `amp`; add the one that is missing.")
        }
        let orbits = try keys["around"]?.word(of: "`around`", among: ["subject"]) != nil
        return Handheld(
            try style.choice("`style`"),
            amount: try amount.number("`amp`", in: 0...4),
            aroundSubject: orbits
        )
    }

    private static func kick(_ node: PlainTextNode) throws(PlainTextError) -> Kick {
        let keys = try node.mapping("`kick`", allowed: ["at", "amp", "decay"])
        guard let time = keys["at"], let amount = keys["amp"], let decay = keys["decay"] else {
            throw node.error("`kick` has `at`, `amp` and `decay`; add what is missing.")
        }
        return Kick(
            time: try time.number("`at`", in: 0...1, unit: "of the shot"),
            amount: try amount.number("`amp`", in: 0...4),
            decay: try decay.number("`decay`", in: 0.02...5, unit: "seconds")
        )
    }

    private static func anchor(_ node: PlainTextNode) throws(PlainTextError) -> AnchorPoint {
        if node.isList {
            let parts = try node.list("`anchor`", count: 2...2, example: "`[0.3, -0.2]`")
            return AnchorPoint(
                x: try parts[0].number("`anchor`", in: -1...1, unit: "half frames right"),
                y: try parts[1].number("`anchor`", in: -1...1, unit: "half frames up")
            )
        }
        let names = AnchorPoint.named.map(\.name)
        let name = try node.word(of: "`anchor`", among: names)
        return AnchorPoint.named.first { $0.name == name }?.point ?? .subject
    }

    private static func hits(_ node: PlainTextNode?) throws(PlainTextError) -> [Double] {
        guard let node else { return [] }
        var times: [Double] = []
        for element in try node.list("`hits`", count: 0...64, example: "`[0, 0.5]`") {
            times.append(try element.number("A hit", in: 0...1, unit: "of the shot"))
        }
        return times
    }

    private static func flat(_ node: PlainTextNode, loops: Bool) throws(PlainTextError)
        -> FlatVersion
    {
        if node.word != nil {
            let word = try node.word(of: "`flat`", among: ["same", "derived"])
            return word == "same" ? .same : .derived
        }
        return .curves(try curves(node, "`flat`", loops: loops))
    }
}
