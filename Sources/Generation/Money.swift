/// An amount of US dollars, in millionths, so that sums are exact.
package struct Money: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package var millionths: Int

    package init(millionths: Int) { self.millionths = millionths }

    /// Rounded to the nearest millionth; what is no number or beyond all measures is nothing.
    package init(dollars: Double) {
        let isSound = dollars.isFinite && abs(dollars) < 1e9
        millionths = isSound ? Int((dollars * 1_000_000).rounded()) : 0
    }

    package init(cents: Int) { millionths = cents * 10_000 }

    package static let zero = Money(millionths: 0)

    package var dollars: Double { Double(millionths) / 1_000_000 }

    package static func < (one: Money, other: Money) -> Bool { one.millionths < other.millionths }
    package static func + (one: Money, other: Money) -> Money {
        Money(millionths: one.millionths + other.millionths)
    }
    package static func - (one: Money, other: Money) -> Money {
        Money(millionths: one.millionths - other.millionths)
    }
    package static func * (one: Money, factor: Double) -> Money {
        Money(dollars: one.dollars * factor)
    }

    /// `$0.25`, `$12.00`, and below a cent `$0.004`.
    package var description: String {
        let amount = abs(millionths)
        let sign = millionths < 0 ? "-" : ""
        let whole = amount / 1_000_000
        var digits = String(String(1_000_000 + amount % 1_000_000).dropFirst())
        while digits.count > 2, digits.hasSuffix("0") { digits.removeLast() }
        if amount >= 100_000, digits.count > 3 { digits = String(digits.prefix(3)) }
        return "\(sign)$\(whole).\(digits)"
    }
}
