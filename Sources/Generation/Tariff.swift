/// How a model's price comes about.
package enum Tariff: Hashable, Sendable {
    case free
    case unknown
    /// For each picture or film.
    case each(Money)
    /// For each second of film that is asked for.
    case second(Money)

    /// Returns a tariff that counts the same at another price.
    package func repriced(_ money: Money) -> Tariff {
        if case .second = self { .second(money) } else { .each(money) }
    }

    /// Returns the price of a film of so many seconds, or of one picture.
    package func price(seconds: Double) -> Price {
        switch self {
        case .free: .free
        case .unknown: .unknown
        case .each(let money): .about(money)
        case .second(let money): .about(money * seconds)
        }
    }
}
