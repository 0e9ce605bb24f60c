/// How long a shot with a preset may be, in seconds.
package struct PresetSeconds: Hashable, Sendable {
    package var minimum: Double
    package var standard: Double
    package var maximum: Double

    package init(minimum: Double, standard: Double, maximum: Double) {
        self.minimum = minimum
        self.standard = standard
        self.maximum = maximum
    }

    /// Returns the length of a shot that mixes a preset of this length with others.
    ///
    /// It is its own usual one, held to what all allow. Where they do not
    /// meet, the first preset's limits hold.
    package func mixed(with others: [PresetSeconds]) -> PresetSeconds {
        let low = others.map(\.minimum).reduce(minimum, max)
        let high = others.map(\.maximum).reduce(maximum, min)
        guard low <= high else { return self }
        return PresetSeconds(
            minimum: low,
            standard: standard.clamped(to: low...high),
            maximum: high
        )
    }
}
