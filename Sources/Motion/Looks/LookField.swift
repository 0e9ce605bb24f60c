/// One number of a stage of a look.
package struct LookField<Stage: Sendable>: Sendable {
    /// The number's key in a look's file.
    package let key: String
    package let path: any WritableKeyPath<Stage, Double> & Sendable
    package let range: ClosedRange<Double>
    /// Whether a look's strength moves the number; sizes, angles, frequencies
    /// and thresholds stay.
    package let isScaled: Bool

    init(
        _ key: String,
        _ path: any WritableKeyPath<Stage, Double> & Sendable,
        _ range: ClosedRange<Double>,
        scaled isScaled: Bool = false
    ) {
        self.key = key
        self.path = path
        self.range = range
        self.isScaled = isScaled
    }
}

/// A part of a look whose numbers are listed, so that reading it, weakening it
/// and showing it to a person are the same few lines for every part.
package protocol LookStage: Hashable, Sendable {
    /// Makes the stage that changes nothing.
    init()
    static var fields: [LookField<Self>] { get }
}

extension LookStage {
    /// Returns the stage at a strength from 0, where it changes nothing, to 1.
    func scaled(_ strength: Double) -> Self {
        guard strength != 1 else { return self }
        let neutral = Self()
        var stage = self
        for field in Self.fields where field.isScaled {
            let rest = neutral[keyPath: field.path]
            stage[keyPath: field.path] = rest + (self[keyPath: field.path] - rest) * strength
        }
        return stage
    }
}
