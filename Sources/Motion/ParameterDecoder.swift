import PlainText

/// What `parameters` means in a preset's file.
///
/// `distance: {of: dolly, from: 0.05, to: 0.3}` says that the dolly's furthest
/// value may be turned between the two; what the keys say is its usual value.
enum ParameterDecoder {
    private static let maximumCount = 8

    static func parameters(_ node: PlainTextNode?, of move: CameraMove) throws(PlainTextError)
        -> [PresetParameter]
    {
        guard let node else { return [] }
        var parameters: [PresetParameter] = []
        let fields = try node.fields(of: "`parameters`")
        guard fields.count <= maximumCount else {
            throw node.error(
                "`parameters` has \(fields.count) keys; \(maximumCount) are allowed."
            )
        }
        for field in fields {
            let name = try field.key.text("A parameter's name", limit: 40)
            parameters.append(try parameter(name, field.value, of: move))
        }
        return parameters
    }

    private static func parameter(_ name: String, _ node: PlainTextNode, of move: CameraMove)
        throws(PlainTextError) -> PresetParameter
    {
        let keys = try node.mapping("`\(name.excerpt)`", allowed: ["of", "from", "to"])
        guard let of = keys["of"], let from = keys["from"], let to = keys["to"] else {
            throw node.error("A parameter has `of`, `from` and `to`; add what is missing.")
        }
        let channels = try channels(of, move: move)
        let first = channels[0]
        let low = try from.number("`from`", in: first.range, unit: first.unit)
        let high = try to.number("`to`", in: low...first.range.upperBound, unit: first.unit)
        let standard = move.curves[first].map { $0.peak(in: first) } ?? first.neutral
        guard (low...high).contains(standard), standard != first.neutral else {
            throw node.error(
                "The range of `\(name.excerpt)` leaves out \(standard), which the keys of "
                    + "`\(first.rawValue)` reach; widen it."
            )
        }
        return PresetParameter(
            name: name,
            channels: channels,
            range: low...high,
            standard: standard
        )
    }

    private static func channels(_ node: PlainTextNode, move: CameraMove) throws(PlainTextError)
        -> [CameraChannel]
    {
        var nodes = [node]
        if node.word == nil {
            nodes = try node.list("`of`", count: 1...4, example: "`[dolly, focal]`")
        }
        var channels: [CameraChannel] = []
        for node in nodes {
            let channel: CameraChannel = try node.choice("`of`")
            guard move.curves[channel] != nil else {
                throw node.error(
                    "`\(channel.rawValue)` is not among `keys`, so it cannot be turned."
                )
            }
            channels.append(channel)
        }
        return channels
    }
}
