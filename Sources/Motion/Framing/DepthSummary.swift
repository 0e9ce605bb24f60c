/// What the camera must know of a depth map: how far it reaches, and how much
/// it can be trusted.
///
/// Depths are inverse distances w, in which the subject is at 1, nearer is
/// more, and relief is at its full measure.
package struct DepthSummary: Hashable, Sendable {
    /// Where a depth map comes from.
    package enum Kind: Hashable, Sendable {
        /// From a file made by a device or a model.
        case measured
        /// Painted together with the picture.
        case sketched
        /// Guessed from the picture without a model.
        case estimated
    }

    /// The largest and the smallest w in the picture.
    package var nearest: Double
    package var farthest: Double
    /// The same within 2 % of the picture's border.
    package var borderNearest: Double
    package var borderFarthest: Double
    package var kind: Kind
    /// The 95th percentile of |dw/dx|, where x runs once over the picture's
    /// longer side.
    package var steepness: Double

    package init(
        nearest: Double,
        farthest: Double,
        borderNearest: Double,
        borderFarthest: Double,
        kind: Kind,
        steepness: Double
    ) {
        self.nearest = nearest
        self.farthest = farthest
        self.borderNearest = borderNearest
        self.borderFarthest = borderFarthest
        self.kind = kind
        self.steepness = steepness
    }
}
