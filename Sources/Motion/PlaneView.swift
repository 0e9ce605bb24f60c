import Editorial

/// The geometry of one picture behind one frame.
struct PlaneView: Hashable, Sendable {
    /// Half the frame's long side over its distance: a gate of 36 mm behind a lens of 35 mm.
    private static let halfGate = 18.0 / 35

    private let source: PixelSize
    private let output: PixelSize
    /// Pixels of the source for one of the frame, at rest.
    private let crop: Double
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
        sideways = width / long
        upright = height / long * 16 / 9
    }

    /// Returns the map for a pose, of which the sideways moves and turns are
    /// carried out to the given share.
    func homography(_ pose: CameraPose, share: Double, overscan: Double) -> Homography {
        let camera = CameraPlacement(fitted(pose, share: share))
        let zoom = camera.focal * overscan
        // A pixel (u, v) off the centre is seen along R (u/zoom, -v/zoom, scale)
        // and meets the plane at P + (1 - P.z) / r.z * r. In units of pixels,
        // and times r.z, that is the following; at rest it is exactly the crop.
        let depth: SIMD3<Double> = [
            camera.rotation.x.z / (zoom * scale), -camera.rotation.y.z / (zoom * scale),
            camera.rotation.z.z,
        ]
        func row(_ axis: Int, sign: Double, middle: Double) -> SIMD3<Double> {
            let reach = 1 - camera.position.z
            let seen: SIMD3<Double> = [
                camera.rotation.x[axis] / zoom, -camera.rotation.y[axis] / zoom,
                camera.rotation.z[axis] * scale,
            ]
            let plane = camera.position[axis] * scale * depth + reach * seen
            return sign * crop * plane + middle * depth
        }
        let rows = [
            row(0, sign: 1, middle: Double(source.width) / 2),
            row(1, sign: -1, middle: Double(source.height) / 2),
            depth,
        ]
        let centre = (x: Double(output.width) / 2, y: Double(output.height) / 2)
        return Homography(
            rows.flatMap { [$0.x, $0.y, $0.z - $0.x * centre.x - $0.y * centre.y] }
        )
    }

    /// Returns the smallest enlargement, at least 1, at which no frame shows
    /// anything beyond the picture; nil when none does.
    func overscan(covering poses: [CameraPose], share: Double) -> Double? {
        let largest = 16.0
        var overscan = 1.0
        // Frames shrink towards one point of the picture as the overscan grows,
        // so what covers one pose still does after the next asked for more.
        for pose in poses where !isCovered(pose, share, overscan) {
            guard isCovered(pose, share, largest) else { return nil }
            var low = overscan
            var high = largest
            while high - low > 1e-7 {
                let middle = (low + high) / 2
                if isCovered(pose, share, middle) { high = middle } else { low = middle }
            }
            overscan = high
        }
        // Between two samples a move reaches a little further than at either.
        return overscan > 1 ? overscan * 1.000_3 : 1
    }

    private func isCovered(_ pose: CameraPose, _ share: Double, _ overscan: Double) -> Bool {
        let map = homography(pose, share: share, overscan: overscan)
        let (right, bottom) = (Double(output.width), Double(output.height))
        return [(0, 0), (right, 0), (0, bottom), (right, bottom)].allSatisfy { x, y in
            let depth = map.values[6] * x + map.values[7] * y + map.values[8]
            let point = map.map(x: x, y: y)
            let slack = 1e-6
            return depth > 0.05
                && (-slack...Double(source.width) + slack).contains(point.x)
                && (-slack...Double(source.height) + slack).contains(point.y)
        }
    }

    private func fitted(_ pose: CameraPose, share: Double) -> CameraPose {
        var fitted = pose
        fitted.truck *= sideways * share
        fitted.pan *= sideways * share
        fitted.azimuth *= sideways * share
        fitted.pedestal *= upright * share
        fitted.tilt *= upright * share
        fitted.elevation *= upright * share
        fitted.roll *= share
        return fitted
    }
}
