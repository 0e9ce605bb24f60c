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
        #expect(abs(try framing(id, isSteady: true).overscan - overscan) < 0.006)
    }

    /// The overscans of moves of which the border is at full relief, by aspect:
    /// 16:9, 9:16, 1:1 and 21:9.
    @Test(arguments: [
        ("aerial-pullback", [1.06, 1.07, 1.07, 1.06]), ("arc-left", [1.14, 1.10, 1.14, 1.14]),
        ("crane-up", [1.11, 1.14, 1.14, 1.12]), ("dolly-left", [1.16, 1.17, 1.16, 1.16]),
        ("dolly-zoom-in", [1.13, 1.13, 1.13, 1.13]), ("dutch-angle", [1.20, 1.20, 1.10, 1.28]),
        ("fpv-drone", [1.22, 1.28, 1.20, 1.28]), ("hero-cam", [1.06, 1.06, 1.08, 1.06]),
        ("jib-up", [1.14, 1.13, 1.13, 1.14]), ("lazy-susan", [1.19, 1.17, 1.22, 1.19]),
        ("parallax-sway", [1.08, 1.06, 1.08, 1.08]), ("slider-reveal", [1.28, 1.28, 1.28, 1.28]),
        ("super-dolly-out", [1, 1, 1, 1]),
    ])
    func `Depth at the border asks for its own overscan`(id: String, overscans: [Double]) throws {
        let path = try ShippedPresets.path(id).steady
        let sizes = Self.outputs[0...2] + [PixelSize(width: 1680, height: 720)]
        for (output, wanted) in zip(sizes, overscans) {
            let framing = PlaneFraming(path: path, source: output, output: output, depth: .full)
            #expect(abs(framing.overscan - wanted) < 0.025)
        }
    }

    @Test func `The picture moves against the camera`() throws {
        let centre = { (id: String, time: Double) in
            try framing(id).homography(at: time).map(x: 640, y: 360)
        }
        #expect(try centre("pan-right", 0).x < 960)
        #expect(try centre("pan-right", 1).x > 960)
        #expect(try centre("tilt-up", 1).y < 540)
        let left = Preset(
            id: "left",
            name: "Left",
            curves: [.azimuth: .eased([CurveKey(0, -5.5)])]
        )
        let orbit = PlaneFraming(
            path: CameraPath([(left, 1)]),
            source: Self.sources[0],
            output: Self.outputs[0]
        ).homography(at: 1)
        #expect(abs(orbit.map(x: 640, y: 360).x - 960) < 1e-9)
        // From the left the picture's left edge is nearer, and so seen larger.
        let height = { (x: Double) in orbit.map(x: x, y: 720).y - orbit.map(x: x, y: 0).y }
        #expect(height(0) < height(1280))
        // A camera that rolls clockwise sees the top of the picture go left.
        #expect(try framing("rotate").homography(at: 1).map(x: 640, y: 0).x > 960)
    }

    /// Widescreen, upright, square, the portrait of feeds, and the cinema's.
    private static let aspects = [
        PixelSize(width: 1280, height: 720), PixelSize(width: 720, height: 1280),
        PixelSize(width: 720, height: 720), PixelSize(width: 720, height: 900),
        PixelSize(width: 1680, height: 720),
    ]

    @Test(arguments: ShippedPresets.ids)
    func `No frame shows anything beyond the picture, but by policy`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        for strength in [0, 0.3, 0.6, 1] {
            let path = CameraPath([(preset, strength)]).steady
            for (index, output) in Self.aspects.enumerated() where strength == 1 || index < 2 {
                for depth: DepthSummary? in [nil, .full] {
                    let framing = PlaneFraming(
                        path: path,
                        source: Self.sources[index % 3],
                        output: output,
                        depth: depth
                    )
                    #expect(framing.showsEdge == false || preset.camera.edge != .reframe)
                    #expect(framing.share == 1)
                    #expect(framing.overscan <= max(1.5, preset.camera.overscanCap))
                    if !framing.showsEdge { expectCovered(framing) }
                }
            }
        }
    }

    @Test(arguments: ShippedPresets.camera.filter { $0.camera.handheld != .none }.map(\.id))
    func `A hand and its open shutter show nothing beyond the picture either`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let framing = PlaneFraming(
            path: CameraPath([(preset, 1)]),
            source: Self.outputs[0],
            output: Self.outputs[0],
            depth: .full
        )
        let clock = framing.path.clock
        guard !framing.showsEdge else { return }
        var times: [Double] = []
        for frame in 0..<clock.frameCount {
            let time = framing.path.time(of: FrameIndex(frame), count: clock.frameCount)
            let open = framing.pose(at: time).shutter / 720 * clock.frameTime
            times += [time - open, time, time + open]
        }
        expectCovered(framing, times: times, slack: 0.01)
    }

    @Test func `A whip goes beyond the picture, mirrored and no wider than its cap`() throws {
        let framing = try framing("whip-pan")
        #expect(framing.edge == .mirror)
        #expect(framing.showsEdge)
        #expect(framing.overscan == 1.06)
        #expect(framing.remarks.contains(.edge(.mirror)))
        #expect(abs(framing.pose(at: 0).truck + 0.9) < 0.02)
    }

    @Test func `A picture that is continued needs less overscan`() throws {
        let pan = try #require(ShippedPresets.library["pan-left"])
        let path = CameraPath([(pan, 1)], wishes: CameraWishes(edge: .extend))
        let framing = PlaneFraming(path: path, source: Self.sources[0], output: Self.outputs[0])
        #expect(framing.showsEdge)
        #expect(framing.overscan < 1.09)
        #expect(try self.framing("pan-left").overscan > 1.19)
    }

    @Test func `What a person should know is said`() throws {
        #expect(try framing("dolly-in").remarks == [.noDepth])
        #expect(try framing("pan-left").remarks == [])
        let near = try framing("earth-zoom-out")
        #expect(near.remarks == [.soft(times: 4)])
        #expect(near.remarks.map(\.words) == ["soft: the picture is enlarged 4.0×"])
        let pans = ["pan-left", "pan-right"].map { MotionChoice(preset: $0, strength: 1) }
        let mix = PlaneFraming(
            path: CameraPath(pans, in: ShippedPresets.library),
            source: Self.sources[0],
            output: Self.outputs[0]
        )
        #expect(mix.remarks == [.contested(.pan)])
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

    @Test(arguments: ShippedPresets.ids)
    func `At the subject's depth a depth view is the homography`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let framing = PlaneFraming(
            path: CameraPath([(preset: preset, strength: 1)]),
            source: Self.sources[0],
            output: Self.outputs[1]
        )
        for time in [0, 0.4, 1] {
            let (flat, deep) = (framing.homography(at: time), framing.depthView(at: time))
            for (x, y) in [(0.5, 0.5), (300, 900), (719.5, 40)] {
                let (a, b) = (flat.map(x: x, y: y), deep.map(x: x, y: y, nearness: 1))
                #expect(abs(a.x - b.x) + abs(a.y - b.y) < 1e-8)
            }
        }
    }

    @Test func `A dolly sees near things grow more than far ones`() throws {
        let view = try framing("dolly-in").depthView(at: 1)
        // 100 pixels of the frame, at distance 1/w, are 150 (1 - 0.18 w) of the picture.
        for nearness in [0, 0.6, 1, 1.4] {
            let reach = view.map(x: 740, y: 360, nearness: nearness).x - 960
            #expect(abs(reach - 150 * (1 - 0.18 * nearness)) < 1e-9)
        }
    }

    @Test func `A homography's inverse leads back`() throws {
        let map = try framing("rotate").homography(at: 0.8)
        let there = map.map(x: 100, y: 700)
        let back = try #require(map.inverse).map(x: there.x, y: there.y)
        #expect(abs(back.x - 100) < 1e-9)
        #expect(abs(back.y - 700) < 1e-9)
    }

    private func framing(_ id: String, isSteady: Bool = false) throws -> PlaneFraming {
        let path = try ShippedPresets.path(id)
        return PlaneFraming(
            path: isSteady ? path.steady : path,
            source: PixelSize(width: 1920, height: 1080),
            output: PixelSize(width: 1280, height: 720)
        )
    }

    private func expectCovered(
        _ framing: PlaneFraming,
        times: [Double] = (0...30).map { Double($0) / 30 },
        slack: Double = 1e-5
    ) {
        let (right, bottom) = (Double(framing.output.width), Double(framing.output.height))
        var nearnesses = [1.0]
        if framing.relief > 0, let depth = framing.depth {
            nearnesses += [depth.borderNearest, depth.borderFarthest].map {
                1 + framing.relief * ($0 - 1)
            }
        }
        var worst = 0.0
        for time in times {
            let (view, lens) = (framing.depthView(at: time), framing.lens(at: time))
            for (x, y) in [(0, 0), (right, 0), (0, bottom), (right, bottom), (right / 2, 0)] {
                let place = lens.map(x: x, y: y)
                for nearness in nearnesses {
                    let point = view.map(x: place.x, y: place.y, nearness: nearness)
                    worst = max(worst, -point.x, -point.y)
                    worst = max(worst, point.x - Double(framing.source.width))
                    worst = max(worst, point.y - Double(framing.source.height))
                }
            }
        }
        #expect(worst < slack)
    }
}
