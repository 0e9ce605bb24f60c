extension CameraPose {
    /// Where the camera stands, in subject distances: right, up, and towards
    /// the subject, which is at (0, 0, 1).
    package var position: SIMD3<Double> {
        let place = CameraPlacement(self, halfWidth: 1, halfHeight: 1).position
        return SIMD3(place.x, place.y, place.z)
    }
}
