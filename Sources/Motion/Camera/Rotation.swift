import Foundation

/// A turn in space.
struct Rotation: Hashable, Sendable {
    /// The images of x, y and z.
    let x: Vector3
    let y: Vector3
    let z: Vector3

    /// Looks to the right.
    static func yaw(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: Vector3(c, 0, -s), y: Vector3(0, 1, 0), z: Vector3(s, 0, c))
    }

    /// Looks up.
    static func pitch(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: Vector3(1, 0, 0), y: Vector3(0, c, -s), z: Vector3(0, s, c))
    }

    /// Turns clockwise, as seen from behind.
    static func roll(_ radians: Double) -> Rotation {
        let (s, c) = (sin(radians), cos(radians))
        return Rotation(x: Vector3(c, -s, 0), y: Vector3(s, c, 0), z: Vector3(0, 0, 1))
    }

    func apply(_ v: Vector3) -> Vector3 { x * v.x + y * v.y + z * v.z }

    /// Turns back.
    func undo(_ v: Vector3) -> Vector3 { Vector3(x.dot(v), y.dot(v), z.dot(v)) }

    /// Turns by `inner` first, in its own frame.
    func then(_ inner: Rotation) -> Rotation {
        Rotation(x: apply(inner.x), y: apply(inner.y), z: apply(inner.z))
    }
}
