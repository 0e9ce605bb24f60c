/// A time or duration in seconds, as an exact fraction.
package struct RationalTime: Hashable, Codable, Sendable, Comparable {
    package let numerator: Int
    package let denominator: Int

    /// - Precondition: `denominator` is positive.
    package init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator > 0, "A time's denominator is positive.")
        let divisor = max(1, greatestCommonDivisor(abs(numerator), denominator))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The nearest whole millisecond to a number of seconds.
    ///
    /// - Precondition: `seconds` is finite and within ±1e12.
    package init(seconds: Double) {
        precondition(seconds.isFinite && abs(seconds) <= 1e12, "A time is finite.")
        self.init(Int((seconds * 1000).rounded()), 1000)
    }

    package static let zero = RationalTime(0)

    package var seconds: Double { Double(numerator) / Double(denominator) }

    package static func < (left: RationalTime, right: RationalTime) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    package static func + (left: RationalTime, right: RationalTime) -> RationalTime {
        RationalTime(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator
        )
    }

    package static func - (left: RationalTime, right: RationalTime) -> RationalTime {
        RationalTime(
            left.numerator * right.denominator - right.numerator * left.denominator,
            left.denominator * right.denominator
        )
    }
}

/// Returns the largest whole number that divides both.
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
}

/// Divides towards negative infinity, so that time before 0 rounds like time after it.
func floorDivide(_ top: Int, _ bottom: Int) -> Int {
    let quotient = top / bottom
    return top % bottom < 0 ? quotient - 1 : quotient
}
