import PlainText

/// What `ramp` means in a preset's file.
enum RampDecoder {
    static func ramp(_ node: PlainTextNode) throws(PlainTextError) -> SpeedRamp? {
        guard node.word == nil else {
            let names = ["none"] + SpeedRamp.named.compactMap(\.name)
            return SpeedRamp(name: try node.word(of: "`ramp`", among: names))
        }
        var points: [SIMD2<Double>] = []
        let example = "`[[0, 0], [0.5, 0.2], [1, 1]]`"
        for row in try node.list("`ramp`", count: 2...SpeedRamp.maximumPoints, example: example) {
            let parts = try row.list("A point of `ramp`", count: 2...2, example: "`[0.5, 0.2]`")
            let point: SIMD2<Double> = [
                try parts[0].number("A shot time", in: 0...1),
                try parts[1].number("A time of the move", in: 0...1),
            ]
            points.append(point)
        }
        guard let ramp = SpeedRamp(points: points) else {
            throw node.error(
                "The points of `ramp` go from [0, 0] to [1, 1]; shot time ascends, and the "
                    + "move's time never goes back."
            )
        }
        return ramp
    }
}
