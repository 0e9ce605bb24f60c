import Editorial

/// The geometry of one picture behind one frame.
struct PlaneView: Hashable, Sendable {
    /// Half the frame's long side over its distance: a gate of 36 mm behind a lens of 35 mm.
    private static let halfGate = 18.0 / 35

    let source: PixelSize
    let output: PixelSize
    /// Half the frame at rest, in subject distances.
    let halfWidth: Double
    let halfHeight: Double
    /// Pixels of the source for one of the frame, at rest.
    let crop: Double
    /// Pixels of the frame for one subject distance.
    private let scale: Double
    /// What a move written for 16:9 is multiplied by: sideways, up and down.
    private let sideways: Double
    private let upright: Double

    init(source: PixelSize, output: PixelSize) {
        self.source = source
        self.output = output
        let (width, height) = (Double(output.width), Double(output.height))
        let long = max(width, height)
        crop = min(Double(source.width) / width, Double(source.height) / height)
        scale = long / 2 / PlaneView.halfGate
        halfWidth = PlaneView.halfGate * width / long
        halfHeight = PlaneView.halfGate * height / long
        sideways = width / long
        upright = height / long * 16 / 9
    }

    /// Half the picture, in subject distances.
    var halfPicture: (width: Double, height: Double) {
        (
            Double(source.width) / 2 / (crop * scale),
            Double(source.height) / 2 / (crop * scale)
        )
    }

    /// Returns where a pose puts the camera, its sideways moves and turns
    /// carried out to the given share.
    func placement(_ pose: CameraPose, share: Double) -> CameraPlacement {
        var fitted = pose
        fitted.truck *= sideways * share
        fitted.pan *= sideways * share
        fitted.azimuth *= sideways * share
        fitted.pedestal *= upright * share
        fitted.tilt *= upright * share
        fitted.elevation *= upright * share
        fitted.roll *= share
        fitted.anchor = pose.anchor * share
        return CameraPlacement(fitted, halfWidth: halfWidth, halfHeight: halfHeight)
    }

    /// Returns the map for a camera at the subject's depth.
    ///
    /// A pixel (u, v) off the centre is seen along R (u/zoom, -v/zoom, scale)
    /// and meets the plane at P + (1 - P.z) / r.z * r. In units of pixels, and
    /// times r.z, that is the following; at rest it is exactly the crop.
    func homography(_ camera: CameraPlacement, overscan: Double) -> Homography {
        let depth = depthRow(camera, overscan: overscan)
        let reach = 1 - camera.position.z
        let across =
            directionRow(\.x, camera, overscan: overscan) * reach
            + depth * (camera.position.x * scale)
        let upward =
            directionRow(\.y, camera, overscan: overscan) * reach
            + depth * (camera.position.y * scale)
        return Homography(
            pixelRow(across * crop + depth * (Double(source.width) / 2))
                + pixelRow(upward * -crop + depth * (Double(source.height) / 2))
                + pixelRow(depth)
        )
    }

    /// Returns the maps for a camera at every depth.
    func depthView(_ camera: CameraPlacement, overscan: Double) -> DepthView {
        let depth = depthRow(camera, overscan: overscan)
        let across = directionRow(\.x, camera, overscan: overscan)
        let upward = directionRow(\.y, camera, overscan: overscan)
        let (middleX, middleY) = (Double(source.width) / 2, Double(source.height) / 2)
        let away = camera.position * -1
        return DepthView(
            ray: pixelRow(across * crop + depth * middleX)
                + pixelRow(upward * -crop + depth * middleY) + pixelRow(depth),
            shift: [
                crop * scale * away.x + middleX * away.z,
                -crop * scale * away.y + middleY * away.z, away.z,
            ]
        )
    }

    private func depthRow(_ camera: CameraPlacement, overscan: Double) -> Vector3 {
        let zoom = camera.focal * overscan * scale
        let turn = camera.rotation
        return Vector3(turn.x.z / zoom, -turn.y.z / zoom, turn.z.z)
    }

    private func directionRow(
        _ axis: KeyPath<Vector3, Double>,
        _ camera: CameraPlacement,
        overscan: Double
    ) -> Vector3 {
        let zoom = camera.focal * overscan
        let turn = camera.rotation
        return Vector3(
            turn.x[keyPath: axis] / zoom,
            -turn.y[keyPath: axis] / zoom,
            turn.z[keyPath: axis] * scale
        )
    }

    /// Moves the origin of a row from the frame's centre to its corner.
    private func pixelRow(_ row: Vector3) -> [Double] {
        let (x, y) = (Double(output.width) / 2, Double(output.height) / 2)
        return [row.x, row.y, row.z - row.x * x - row.y * y]
    }
}
