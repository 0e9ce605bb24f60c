/// How a value gets from one key to the next.
package enum Easing: Hashable, Sendable {
    case curve(UnitBezier)
    case spring(Spring)
    /// Stays until the next key's time, then jumps.
    case hold

    /// The easing of keys that name none: a fluid head, soft at both ends.
    package static let standard = Easing.curve(UnitBezier(0.37, 0, 0.63, 1))

    /// The easings that a preset file may name, in the order a person learns them.
    package static let named: [(name: String, easing: Easing)] = [
        ("linear", .curve(UnitBezier(0, 0, 1, 1))),
        ("operator", standard),
        ("heavy", .curve(UnitBezier(0.45, 0, 0.20, 1))),
        ("cruise", .curve(UnitBezier(0.30, 0.12, 0.60, 0.92))),
        ("drift", .curve(UnitBezier(0.25, 0.25, 0.55, 1))),
        ("float", .curve(UnitBezier(0.42, 0, 0.38, 1))),
        ("creep", .curve(UnitBezier(0.40, 0, 0.75, 0.70))),
        ("settle", .curve(UnitBezier(0.16, 1, 0.30, 1))),
        ("launch", .curve(UnitBezier(0.70, 0, 0.84, 0.10))),
        ("snap", .curve(UnitBezier(0.55, 0, 0.10, 1))),
        ("crash", .curve(UnitBezier(0.75, 0, 0.12, 1))),
        ("whip", .curve(UnitBezier(0.85, 0, 0.15, 1))),
        ("whip-in", .curve(UnitBezier(0.10, 0.75, 0.25, 1))),
        ("launch-land", .curve(UnitBezier(0.62, 0, 0.14, 1))),
        ("spring", .spring(Spring(bounce: 0.2))),
        ("hold", .hold),
    ]

    /// Finds an easing by the name a preset file gives it.
    package init?(name: String) {
        guard let row = Easing.named.first(where: { $0.name == name }) else { return nil }
        self = row.easing
    }

    /// Returns the share of the way gone, 0 at 0 and 1 at 1, after a share of the time.
    package func progress(at time: Double) -> Double {
        switch self {
        case .curve(let bezier): bezier.y(at: time)
        case .spring(let spring): spring.progress(at: time)
        case .hold: time < 1 ? 0 : 1
        }
    }
}
