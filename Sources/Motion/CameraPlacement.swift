import Foundation

/// Where a pose puts the camera, and how it turns it.
struct CameraPlacement {
    let position: SIMD3<Double>
    let rotation: Rotation
    let focal: Double

    init(_ pose: CameraPose) {
        let degree = Double.pi / 180
        let pivot: SIMD3<Double> = [0, 0, 1]
        let inner: SIMD3<Double> = [pose.truck, pose.pedestal, pose.dolly]
        let orbit = Rotation.yaw(-pose.azimuth * degree)
            .then(.pitch(-pose.elevation * degree))
        position = pivot + orbit.apply(inner - pivot)

        let reach = pivot - inner
        let yaw = atan2(reach.x, reach.z) * pose.aim
        let pitch = atan2(reach.y, (reach.x * reach.x + reach.z * reach.z).squareRoot()) * pose.aim
        rotation =
            orbit
            .then(.yaw(yaw)).then(.pitch(pitch))
            .then(.yaw(pose.pan * degree)).then(.pitch(pose.tilt * degree))
            .then(.roll(pose.roll * degree))
        focal = pose.focal
    }
}
