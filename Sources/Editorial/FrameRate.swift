/// Frames a second, as an exact fraction.
package struct FrameRate: Hashable, Codable, Sendable, CustomStringConvertible {
    package let numerator: Int
    package let denominator: Int

    /// - Precondition: Both are positive.
    package init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(numerator > 0 && denominator > 0, "A frame rate is positive.")
        let divisor = greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Reads `24`, `30000/1001` or `23.976`; nil outside 1…240 frames a second.
    ///
    /// The decimal spellings of the NTSC rates mean the exact fractions.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let rate: FrameRate
        if parts.count == 2, let top = Int(parts[0]), let bottom = Int(parts[1]),
            (1...1_000_000).contains(top), (1...1_000_000).contains(bottom)
        {
            rate = FrameRate(top, bottom)
        } else if let whole = Int(text), (1...1000).contains(whole) {
            rate = FrameRate(whole)
        } else if let decimal = Double(text), decimal.isFinite, decimal >= 1, decimal <= 1000 {
            let ntsc = FrameRate(Int(decimal.rounded(.up)) * 1000, 1001)
            rate =
                abs(ntsc.framesPerSecond - decimal) < 0.005
                ? ntsc : FrameRate(Int((decimal * 1000).rounded()), 1000)
        } else {
            return nil
        }
        guard rate.framesPerSecond >= 1, rate.framesPerSecond <= 240 else { return nil }
        self = rate
    }

    package var framesPerSecond: Double { Double(numerator) / Double(denominator) }

    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }

    /// Returns the time at which a frame starts.
    package func time(of frame: FrameIndex) -> RationalTime {
        RationalTime(frame.value * denominator, numerator)
    }

    /// Returns the frame that is shown at a time.
    package func frame(at time: RationalTime) -> FrameIndex {
        FrameIndex(floorDivide(time.numerator * numerator, time.denominator * denominator))
    }

    /// Returns how many frames a duration fills, rounded to the nearest, at
    /// least one.
    package func frameCount(for duration: RationalTime) -> Int {
        let top = 2 * duration.numerator * numerator + duration.denominator * denominator
        return max(1, floorDivide(top, 2 * duration.denominator * denominator))
    }
}
