import PlainText

/// What the keys of one channel mean.
struct CurveDecoder {
    /// The most keys a channel may have.
    private static let maximumKeys = 256
    private static let example = "`[[0, 0], [1, 0.2, heavy]]`"

    let channel: CameraChannel
    /// Whether the preset's last frame leads into its first.
    var loops = false

    func curve(_ node: PlainTextNode) throws(PlainTextError) -> ChannelCurve {
        let what = "`\(channel.rawValue)`"
        let keys = try node.mapping(
            what,
            allowed: ["ease", "at", "smooth", "wave", "cycles", "amp", "phase"]
                + (channel == .focal ? ["hold_subject"] : [])
        )
        if let hold = keys["hold_subject"] {
            try refuse(
                ["ease", "at", "smooth", "wave", "cycles", "amp", "phase"],
                in: keys,
                beside: "`hold_subject`"
            )
            return .holdingSubject(try hold.number("`hold_subject`", in: 0...1.5))
        }
        if let wave = keys["wave"] {
            try refuse(["ease", "at", "smooth"], in: keys, beside: "`wave`")
            return .wave(try sine(keys, shape: wave))
        }
        guard let rows = keys["at"] else {
            throw node.error("\(what) has no `at`; add its keys, such as `at: \(Self.example)`.")
        }
        try refuse(["cycles", "amp", "phase"], in: keys, beside: "`at`")
        let isSmooth = try keys["smooth"]?.flag("`smooth`") ?? false
        if isSmooth { try refuse(["ease"], in: keys, beside: "`smooth: true`") }
        let common = try keys["ease"].map(EasingDecoder.easing) ?? .standard
        let points = try points(rows, easing: common, namesEasings: !isSmooth)
        return isSmooth ? .smooth(points) : .eased(points)
    }

    private func refuse(
        _ names: [String],
        in keys: [String: PlainTextNode],
        beside other: String
    ) throws(PlainTextError) {
        for name in names {
            guard let node = keys[name] else { continue }
            throw node.error("`\(name)` has no meaning beside \(other); keep one of the two.")
        }
    }

    private func points(_ rows: PlainTextNode, easing common: Easing, namesEasings: Bool)
        throws(PlainTextError) -> [CurveKey]
    {
        var points: [CurveKey] = []
        for row in try rows.list("`at`", count: 1...Self.maximumKeys, example: Self.example) {
            let key = try point(row, easing: common, namesEasings: namesEasings)
            if let last = points.last, key.time <= last.time {
                throw row.error(
                    "The times of `at` ascend; this key is not after the one before it."
                )
            }
            points.append(key)
        }
        return points
    }

    private func point(_ row: PlainTextNode, easing common: Easing, namesEasings: Bool)
        throws(PlainTextError) -> CurveKey
    {
        let parts = try row.list(
            "A key",
            count: 2...(namesEasings ? 3 : 2),
            example: namesEasings ? "`[0.5, 1.2, heavy]`" : "`[0.5, 1.2]`"
        )
        return CurveKey(
            try parts[0].number("A key's time", in: 0...1, unit: "of the shot"),
            try parts[1].number(
                "A value of `\(channel.rawValue)`",
                in: channel.range,
                unit: channel.unit
            ),
            parts.count > 2 ? try EasingDecoder.easing(parts[2]) : common
        )
    }

    private func sine(_ keys: [String: PlainTextNode], shape: PlainTextNode) throws(PlainTextError)
        -> SineWave
    {
        guard shape.word == "sine" else {
            throw shape.error("`wave` is the shape of a wave; allowed is `sine`.")
        }
        guard let cycles = keys["cycles"], let amplitude = keys["amp"] else {
            throw shape.error("A wave has `cycles` and `amp`; add the one that is missing.")
        }
        guard channel.waves else {
            throw shape.error("`\(channel.rawValue)` cannot swing about its rest; give it keys.")
        }
        let reach = channel == .focal ? 0.5 : channel.range.upperBound
        let count = try cycles.number("`cycles`", in: 0...24)
        guard !loops || count.rounded() == count else {
            throw cycles.error("A wave in a loop has a whole number of `cycles`.")
        }
        return SineWave(
            cycles: count,
            amplitude: try amplitude.number("`amp`", in: 0...reach, unit: channel.unit),
            phase: try keys["phase"]?.number("`phase`", in: -360...360, unit: "degrees") ?? 0,
            loops: loops
        )
    }
}

extension CameraChannel {
    /// Whether it may go to either side of its rest.
    fileprivate var waves: Bool {
        switch self {
        case .aim, .focus, .aperture, .shutter, .fade: false
        default: true
        }
    }
}
