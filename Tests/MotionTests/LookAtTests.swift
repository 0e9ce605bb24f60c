import Editorial
import Motion
import Testing

struct LookAtTests {
    private static let size = PixelSize(width: 1280, height: 720)

    /// Anchors, and where the camera stands.
    @Test(arguments: [
        (AnchorPoint.subject, [CameraChannel.truck: 0.1, .pedestal: -0.06]),
        (AnchorPoint(x: 0, y: 0.28), [.dolly: 0.2]),
        (AnchorPoint(x: -0.5, y: 0.3), [.truck: 0.08, .azimuth: 9, .elevation: -4]),
    ])
    func `Full aim holds the anchor in the middle, exactly`(
        anchor: AnchorPoint,
        stand: [CameraChannel: Double]
    ) {
        let path = path(stand.merging([.aim: 1]) { $1 }, anchor: anchor)
        let framing = PlaneFraming(path: path, source: Self.size, output: Self.size, depth: .full)
        let middle = framing.depthView(at: 0.5).map(x: 640, y: 360, nearness: 1)
        // The share is what part of the way to the anchor is gone.
        let reach = framing.share
        if reach == 1 {
            #expect(abs(middle.x - (640 + anchor.x * 640)) < 1e-6)
            #expect(abs(middle.y - (360 - anchor.y * 360)) < 1e-6)
        } else {
            #expect(abs(middle.x - (640 + reach * anchor.x * 640)) < 1e-6)
        }
    }

    @Test func `Strength scales the way to the anchor, not the aim`() {
        let anchor = AnchorPoint(x: 0.4, y: 0)
        let pose = path([.aim: 1], anchor: anchor, strength: 0.5).pose(at: 0)
        #expect(pose.aim == 1)
        #expect(pose.anchor == AnchorPoint(x: 0.2, y: 0))
    }

    @Test func `A person's point goes before the preset's`() throws {
        let wish = CameraWishes(anchor: AnchorPoint(x: -0.3, y: -0.1))
        let eyes = try #require(ShippedPresets.library["eyes-in"])
        #expect(CameraPath([(eyes, 1)]).pose(at: 1).anchor == AnchorPoint(x: 0, y: 0.28))
        #expect(
            CameraPath([(eyes, 1)], wishes: wish).pose(at: 1).anchor
                == AnchorPoint(x: -0.3, y: -0.1)
        )
    }

    @Test func `An orbit keeps the subject's place and distance`() throws {
        let framing = PlaneFraming(
            path: try ShippedPresets.path("arc-right"),
            source: Self.size,
            output: Self.size,
            depth: .full
        )
        for step in 0...20 {
            let view = framing.depthView(at: Double(step) / 20)
            let middle = view.map(x: 640, y: 360, nearness: 1)
            #expect(abs(middle.x - 640) + abs(middle.y - 360) < 1e-6)
        }
        // From the right, what is behind the subject comes out on its right.
        #expect(framing.depthView(at: 1).map(x: 640, y: 360, nearness: 0.6).x < 640)
    }

    private func path(
        _ values: [CameraChannel: Double],
        anchor: AnchorPoint,
        strength: Double = 1
    ) -> CameraPath {
        let curves = values.mapValues { ChannelCurve.eased([CurveKey(0, $0)]) }
        let preset = Preset(id: "look", name: "Look", curves: curves)
        return CameraPath([(preset, strength)], wishes: CameraWishes(anchor: anchor))
    }
}
