/// How much a frame must be enlarged to show nothing beyond its picture.
struct FrameCoverage {
    /// The most that a frame is ever enlarged.
    static let largest = 16.0

    /// Half the frame at rest and half of what may be seen, in subject distances.
    let halfWidth: Double
    let halfHeight: Double
    let limitX: Double
    let limitY: Double
    /// The inverse distances that the picture's border may have.
    let nearnesses: [Double]

    /// Returns the enlargement, at least 1, that a camera needs; infinite when
    /// none is enough.
    ///
    /// `swelling` is the lens's ``LensWarp/strength``.
    func overscan(for camera: CameraPlacement, swelling: Double) -> Double {
        var most = 1.0
        for (x, y) in outline(swelling: swelling) {
            let corner = Vector3(x * halfWidth / camera.focal, y * halfHeight / camera.focal, 0)
            let needed = overscan(for: camera, corner: camera.rotation.apply(corner))
            if needed > most { most = needed }
        }
        return most
    }

    /// Returns the enlargement that one corner needs.
    ///
    /// A frame that is enlarged Z times has its corner in the direction a + q b,
    /// where q = 1/Z and a is the camera's axis. What lies there at inverse
    /// distance w is in the picture when four inequalities hold, all of which
    /// are linear in q.
    private func overscan(for camera: CameraPlacement, corner b: Vector3) -> Double {
        let (place, a) = (camera.position, camera.rotation.z)
        var share = 1.0
        // What is seen lies before the camera, by at least 3 degrees.
        let front = 0.05
        guard a.z > front else { return .infinity }
        if b.z < 0 { share = min(share, (front - a.z) / b.z) }
        for nearness in nearnesses {
            let reach = 1 - nearness * place.z
            guard reach > 0 else { return .infinity }
            for side in [-1.0, 1.0] {
                let (limitX, limitY) = (
                    self.limitX - nearness * side * place.x,
                    self.limitY - nearness * side * place.y
                )
                let restX = limitX * a.z - reach * side * a.x
                let restY = limitY * a.z - reach * side * a.y
                guard restX >= 0, restY >= 0 else { return .infinity }
                let costX = reach * side * b.x - limitX * b.z
                let costY = reach * side * b.y - limitY * b.z
                if costX > 0 { share = min(share, restX / costX) }
                if costY > 0 { share = min(share, restY / costY) }
            }
        }
        return share * FrameCoverage.largest > 1 ? 1 / share : .infinity
    }

    /// Returns places, in half frames, that between them bound what a lens shows.
    ///
    /// Of a straight or barrel lens the corners do. A cushion pushes the sides
    /// outwards, their middles furthest.
    private func outline(swelling: Double) -> [(Double, Double)] {
        let corners: [(Double, Double)] = [(-1, -1), (1, -1), (-1, 1), (1, 1)]
        guard swelling < 0 else { return corners }
        let (x2, y2) = (halfWidth * halfWidth, halfHeight * halfHeight)
        let across = (1 + swelling * x2 / (x2 + y2)) / (1 + swelling)
        let upward = (1 + swelling * y2 / (x2 + y2)) / (1 + swelling)
        return corners.map { ($0.0 * across, $0.1 * upward) }
    }
}
