/// Keeps a move from tearing a picture's depth: it flattens the relief, and
/// never shortens the move.
struct ParallaxGovernor {
    /// Below this share of its relief a picture is better shown as a plane.
    static let leastRelief = 0.15
    /// How much a steep slope of the depth may be stretched or squeezed.
    private static let stretchLimit = 0.4

    let depth: DepthSummary
    let isExtreme: Bool

    /// Returns the share of the relief to show, 0…1, for the largest parallax
    /// of the shot, as a share of the frame's longer side.
    func relief(parallax: Double) -> Double {
        guard parallax > 0 else { return 1 }
        let range = max(depth.nearest - depth.farthest, 1e-9)
        let stretch = depth.steepness * parallax / range
        let byStretch = stretch > 0 ? ParallaxGovernor.stretchLimit / stretch : 1
        return min(1, budget / parallax, byStretch)
    }

    /// The most that near and far may slide apart, as a share of the frame's longer side.
    private var budget: Double {
        let plain = depth.kind == .estimated ? 0.04 : 0.08
        return isExtreme ? plain * 1.5 : plain
    }

    /// Returns how far apart the nearest and the farthest thing come to lie
    /// that the picture shows at one place, as a share of the frame's longer
    /// side: the most of the picture's centre and half way to its sides.
    func parallax(_ camera: CameraPlacement, halfWidth: Double, halfHeight: Double) -> Double {
        var most = 0.0
        let places = [
            (0, 0), (0.5 * halfWidth, 0), (-0.5 * halfWidth, 0), (0, 0.5 * halfHeight),
            (0, -0.5 * halfHeight),
        ]
        for (x, y) in places {
            let near = seen(x, y, depth.nearest, camera)
            let far = seen(x, y, depth.farthest, camera)
            let (dx, dy) = (near.x - far.x, near.y - far.y)
            most = max(most, (dx * dx + dy * dy).squareRoot())
        }
        return most / (2 * max(halfWidth, halfHeight))
    }

    /// Returns where the camera sees what the picture shows at (x, y).
    private func seen(_ x: Double, _ y: Double, _ nearness: Double, _ camera: CameraPlacement)
        -> (x: Double, y: Double)
    {
        // Times the nearness, which leaves the direction as it is.
        let place = Vector3(x, y, 1) - camera.position * nearness
        let turned = camera.rotation.undo(place)
        return (camera.focal * turned.x / turned.z, camera.focal * turned.y / turned.z)
    }
}
