import Foundation

/// A turn in space: +x is right, +y up, +z away from the viewer.
struct Rotation {
    /// The images of x, y and z.
    let x: SIMD3<Double>
    let y: SIMD3<Double>
    let z: SIMD3<Double>

    static let none = Rotation(x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1])

    /// Looks to the right.
    static func yaw(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: [c, 0, -s], y: [0, 1, 0], z: [s, 0, c])
    }

    /// Looks up.
    static func pitch(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: [1, 0, 0], y: [0, c, -s], z: [0, s, c])
    }

    /// Turns clockwise, as seen from behind.
    static func roll(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: [c, -s, 0], y: [s, c, 0], z: [0, 0, 1])
    }

    func apply(_ vector: SIMD3<Double>) -> SIMD3<Double> {
        x * vector.x + y * vector.y + z * vector.z
    }

    /// Turns by `inner` first, in its own frame.
    func then(_ inner: Rotation) -> Rotation {
        Rotation(x: apply(inner.x), y: apply(inner.y), z: apply(inner.z))
    }
}
