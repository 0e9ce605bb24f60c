import Editorial
import Motion
import Testing

struct DollyZoomTests {
    private static let size = PixelSize(width: 1280, height: 720)

    @Test(arguments: ["dolly-zoom-in", "dolly-zoom-out"], [0.3, 0.6, 1])
    func `A dolly zoom keeps the subject's size and changes what lies behind`(
        id: String,
        strength: Double
    ) throws {
        let path = try ShippedPresets.path(id, strength: strength)
        let framing = PlaneFraming(path: path, source: Self.size, output: Self.size, depth: .full)
        let sizes = (0...48).map { size(framing, at: Double($0) / 48, nearness: 1) }
        for size in sizes { #expect(abs(size / sizes[0] - 1) < 0.000_01) }
        let behind = size(framing, at: 1, nearness: 0.6) / size(framing, at: 0, nearness: 0.6)
        #expect(abs(behind - 1) > 0.08 * strength * 0.8)
        #expect((behind < 1) == (id == "dolly-zoom-in"))
    }

    @Test func `The subject keeps its size however the dolly is mixed`() throws {
        let choices = ["dolly-zoom-in", "dolly-in", "rotate"].map {
            MotionChoice(preset: $0, strength: 0.7)
        }
        let path = CameraPath(choices, in: ShippedPresets.library)
        for step in 0...24 {
            let pose = path.pose(at: Double(step) / 24)
            let roll = try ShippedPresets.path("rotate", strength: 0.7).pose(at: Double(step) / 24)
            #expect(abs(pose.focal / (1 - pose.dolly) / roll.focal - 1) < 1e-9)
        }
    }

    @Test func `On a plane the middle stays and the sides move`() throws {
        for (id, grows) in [("dolly-zoom-in", true), ("dolly-zoom-out", false)] {
            let path = try ShippedPresets.path(id)
            let framing = PlaneFraming(path: path, source: Self.size, output: Self.size)
            #expect(framing.remarks.contains(.noDepth))
            func reach(_ x: Double, at time: Double) -> Double {
                let place = framing.lens(at: time).map(x: 640 + x, y: 360)
                return framing.homography(at: time).map(x: place.x, y: place.y).x - 640
            }
            #expect(abs(reach(20, at: 1) / reach(20, at: 0) - 1) < 0.002)
            let sides = reach(620, at: 1) / reach(620, at: 0) - 1
            #expect((0.02...0.05).contains(abs(sides)))
            #expect((sides > 0) == grows)
        }
    }

    /// Pixels of the frame for a square of the picture's middle at that depth.
    private func size(_ framing: PlaneFraming, at time: Double, nearness: Double) -> Double {
        let view = framing.depthView(at: time)
        let left = view.map(x: 540, y: 360, nearness: nearness)
        let right = view.map(x: 740, y: 360, nearness: nearness)
        return 200 / (right.x - left.x)
    }
}

extension DepthSummary {
    /// A relief that uses all of its range, and never minds being stretched.
    static let full = DepthSummary(
        nearest: 1.4,
        farthest: 0.6,
        borderNearest: 1.4,
        borderFarthest: 0.6,
        kind: .measured,
        steepness: 0
    )
}
