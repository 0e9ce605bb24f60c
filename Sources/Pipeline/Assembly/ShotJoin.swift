package import Editorial
package import Rendering

/// How one shot becomes the next.
package enum ShotJoin: Hashable, Sendable {
    case cut
    /// One fades into the other while both run on.
    case dissolve(RationalTime)
    /// One fades to a colour, and the other out of it.
    case dip(RationalTime, FlatColour)
    /// The other comes in from a side while both run on.
    case wipe(RationalTime, from: FrameMixer.Side)
    /// The other comes in from a side and pushes the first out.
    case push(RationalTime, from: FrameMixer.Side)

    /// How long it takes.
    package var length: RationalTime {
        switch self {
        case .cut: .zero
        case .dissolve(let length), .dip(let length, _), .wipe(let length, _),
            .push(let length, _):
            length
        }
    }

    /// Whether both shots are shown meanwhile, so that the film is shorter by it.
    var overlaps: Bool {
        switch self {
        case .cut, .dip: false
        case .dissolve, .wipe, .push: true
        }
    }

    package var title: String {
        switch self {
        case .cut: "cut"
        case .dissolve(let length): "dissolve \(length.seconds) s"
        case .dip(let length, _): "dip \(length.seconds) s"
        case .wipe(let length, let side): "wipe from the \(side.rawValue) \(length.seconds) s"
        case .push(let length, let side): "push from the \(side.rawValue) \(length.seconds) s"
        }
    }
}
