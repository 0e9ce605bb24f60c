import Editorial
import Motion
import Testing

struct PlaneFramingTests {
    private static let sources = [
        PixelSize(width: 1920, height: 1080), PixelSize(width: 1080, height: 1920),
        PixelSize(width: 4000, height: 3000),
    ]
    private static let outputs = [
        PixelSize(width: 1280, height: 720), PixelSize(width: 720, height: 1280),
        PixelSize(width: 720, height: 720), PixelSize(width: 1680, height: 720),
    ]

    @Test func `A camera at rest shows exactly the central crop`() {
        let framing = PlaneFraming(
            path: .still,
            source: PixelSize(width: 2000, height: 1080),
            output: PixelSize(width: 1280, height: 720)
        )
        #expect(framing.overscan == 1)
        #expect(framing.homography(at: 0.3).values == [1.5, 0, 40, 0, 1.5, 0, 0, 0, 1])
    }

    @Test func `A picture of the frame's size stays where it is`() {
        let size = PixelSize(width: 1280, height: 720)
        let framing = PlaneFraming(path: .still, source: size, output: size)
        #expect(framing.homography(at: 0) == .identity)
    }

    @Test func `A dolly enlarges by its distance`() throws {
        let framing = try framing("dolly-in")
        #expect(framing.overscan == 1)
        let scale = framing.homography(at: 1).map(x: 640 + 100, y: 360).x - 960
        #expect(abs(scale - 150 * (1 - 0.18)) < 1e-9)
    }

    @Test(arguments: [
        ("pan-left", 1.20), ("pan-right", 1.20), ("tilt-up", 1.20), ("rotate", 1.15),
        ("dolly-in", 1), ("dolly-out", 1), ("crash-zoom-in", 1), ("static", 1),
    ])
    func `The overscan is what the geometry asks for`(id: String, overscan: Double) throws {
        #expect(abs(try framing(id).overscan - overscan) < 0.006)
    }

    @Test func `The picture moves against the camera`() throws {
        let centre = { (id: String, time: Double) in
            try framing(id).homography(at: time).map(x: 640, y: 360)
        }
        #expect(try centre("pan-right", 0).x < 960)
        #expect(try centre("pan-right", 1).x > 960)
        #expect(try centre("tilt-up", 1).y < 540)
        let orbit = try framing("orbit-left")
        #expect(abs(orbit.homography(at: 1).map(x: 640, y: 360).x - 960) < 1e-9)
        // From the left the picture's left edge is nearer, and so seen larger.
        let (left, right) = (
            orbit.homography(at: 1).map(x: 0, y: 720).y - orbit.homography(at: 1).map(x: 0, y: 0).y,
            orbit.homography(at: 1).map(x: 1280, y: 720).y
                - orbit.homography(at: 1).map(x: 1280, y: 0).y
        )
        #expect(left < right)
        // A camera that rolls clockwise sees the top of the picture go left.
        #expect(try framing("rotate").homography(at: 1).map(x: 640, y: 0).x > 960)
    }

    @Test(arguments: ShippedPresets.library.presets, [0.1, 0.6, 1])
    func `No frame shows anything beyond the picture`(preset: Preset, strength: Double) {
        let path = CameraPath([(preset: preset, strength: strength)])
        for source in Self.sources {
            for output in Self.outputs {
                let framing = PlaneFraming(path: path, source: source, output: output)
                #expect(framing.share == 1)
                expectCovered(framing)
            }
        }
    }

    @Test func `A mix that would leave the picture is made smaller until it does not`() {
        let choices = ["pan-left", "rotate", "tilt-up"].map {
            MotionChoice(preset: $0, strength: 1)
        }
        let far = Preset(
            id: "far",
            name: "Far",
            curves: [.pan: .eased([CurveKey(0, -20), CurveKey(1, 20)])]
        )
        for path in [
            CameraPath(choices, in: ShippedPresets.library), CameraPath([(far, 1), (far, 1)]),
        ] {
            let framing = PlaneFraming(path: path, source: Self.sources[0], output: Self.outputs[0])
            #expect(framing.overscan <= 1.501)
            #expect(framing.share > 0.1)
            expectCovered(framing)
        }
    }

    @Test func `A dolly away is covered however much it asks for`() {
        let away = Preset(
            id: "away",
            name: "Away",
            curves: [.dolly: .eased([CurveKey(0, 0), CurveKey(1, -0.5)])]
        )
        let framing = PlaneFraming(
            path: CameraPath([(away, 1), (away, 1), (away, 1)]),
            source: Self.sources[0],
            output: Self.outputs[0]
        )
        #expect(framing.share == 1)
        expectCovered(framing)
    }

    @Test func `A homography's inverse leads back`() throws {
        let map = try framing("orbit-left").homography(at: 0.8)
        let there = map.map(x: 100, y: 700)
        let back = try #require(map.inverse).map(x: there.x, y: there.y)
        #expect(abs(back.x - 100) < 1e-9)
        #expect(abs(back.y - 700) < 1e-9)
    }

    private func framing(_ id: String) throws -> PlaneFraming {
        PlaneFraming(
            path: try ShippedPresets.path(id),
            source: PixelSize(width: 1920, height: 1080),
            output: PixelSize(width: 1280, height: 720)
        )
    }

    private func expectCovered(_ framing: PlaneFraming) {
        let (right, bottom) = (Double(framing.output.width), Double(framing.output.height))
        var worst = 0.0
        for step in 0...240 {
            let map = framing.homography(at: Double(step) / 240)
            for (x, y) in [(0, 0), (right, 0), (0, bottom), (right, bottom)] {
                let point = map.map(x: x, y: y)
                worst = max(
                    worst,
                    -point.x,
                    -point.y,
                    point.x - Double(framing.source.width),
                    point.y - Double(framing.source.height)
                )
            }
        }
        #expect(worst < 1e-5)
    }
}
