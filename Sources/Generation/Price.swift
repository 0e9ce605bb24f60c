/// What a generation costs.
package enum Price: Hashable, Sendable, CustomStringConvertible {
    case free
    /// What the service lists; its invoice is the truth.
    case about(Money)
    /// The service charges for it, and nobody here knows how much.
    case unknown

    package var description: String {
        switch self {
        case .free: "free"
        case .about(let money): "\(money)"
        case .unknown: "price unknown"
        }
    }

    /// What is set aside for it; nothing where no price is known.
    package var reserve: Money {
        if case .about(let money) = self { money } else { .zero }
    }
}
