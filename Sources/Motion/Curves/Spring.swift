import Foundation

/// The way of a weight on a spring to a new place: quick, past it, and back.
///
/// It is a damped swing, e^(-4t) (cos ωt + 4/ω sin ωt), under a window that
/// brings it to rest exactly at the end.
package struct Spring: Hashable, Sendable {
    /// The largest bounce a spring may have.
    package static let maximumBounce = 0.6
    private static let damping = 4.0

    /// About how far it first goes beyond its place, as a share of the way.
    package let bounce: Double
    private let frequency: Double

    /// - Precondition: `bounce` lies in 0…0.6.
    package init(bounce: Double) {
        precondition((0...Spring.maximumBounce).contains(bounce), "A spring bounces 0…0.6.")
        self.bounce = bounce
        // The swing is furthest out half a turn after its start.
        var (early, late) = (0.0, 1.0)
        while late - early > 1e-9 {
            let turn = (early + late) / 2
            if Spring.height(at: turn) > bounce { early = turn } else { late = turn }
        }
        frequency = bounce > 0 ? .pi / early : 0
    }

    /// What is left of the swing's height.
    private static func height(at time: Double) -> Double {
        (1 - time * time) * (1 - time * time) * exp(-damping * time)
    }

    /// Returns the share of the way gone, 0 at 0 and 1 at 1.
    func progress(at time: Double) -> Double {
        guard time > 0 else { return 0 }
        guard time < 1 else { return 1 }
        let swing =
            frequency > 0
            ? cos(frequency * time) + Spring.damping / frequency * sin(frequency * time)
            : 1 + Spring.damping * time
        return 1 - Spring.height(at: time) * swing
    }
}
