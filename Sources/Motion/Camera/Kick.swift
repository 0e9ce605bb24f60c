/// A blow that makes the camera ring.
package struct Kick: Hashable, Sendable {
    /// The move's time, 0…1, at which it falls.
    package var time: Double
    /// A factor: at 1 it rings by half a degree.
    package var amount: Double
    /// Seconds until a third is left of it.
    package var decay: Double

    package init(time: Double, amount: Double, decay: Double) {
        self.time = time
        self.amount = amount
        self.decay = decay
    }
}
