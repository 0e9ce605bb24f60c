import Foundation

/// Where a pose puts the camera, and how it turns it.
struct CameraPlacement {
    let position: Vector3
    let rotation: Rotation
    let focal: Double

    /// Takes half the frame's width and height at the subject, in subject
    /// distances, which say where the pose's anchor is.
    init(_ pose: CameraPose, halfWidth: Double, halfHeight: Double) {
        let pivot = Vector3(0, 0, 1)
        let inner = Vector3(pose.truck, pose.pedestal, pose.dolly)
        let orbit = Rotation.yaw(-radians(pose.azimuth)).then(.pitch(-radians(pose.elevation)))
        position = pivot + orbit.apply(inner - pivot)
        var turn = orbit
        if pose.aim != 0 {
            let anchor = Vector3(pose.anchor.x * halfWidth, pose.anchor.y * halfHeight, 1)
            let reach = orbit.undo(anchor - position)
            let level = (reach.x * reach.x + reach.z * reach.z).squareRoot()
            turn =
                turn
                .then(.yaw(atan2(reach.x, reach.z) * pose.aim))
                .then(.pitch(atan2(reach.y, level) * pose.aim))
        }
        if pose.pan != 0 { turn = turn.then(.yaw(radians(pose.pan))) }
        if pose.tilt != 0 { turn = turn.then(.pitch(radians(pose.tilt))) }
        if pose.roll != 0 { turn = turn.then(.roll(radians(pose.roll))) }
        rotation = turn
        focal = pose.focal
    }
}

private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
