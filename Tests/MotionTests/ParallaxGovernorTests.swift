import Editorial
import Motion
import Testing

struct ParallaxGovernorTests {
    private static let size = PixelSize(width: 1280, height: 720)

    /// The parallax of a move at full relief, in percent of the frame's width.
    @Test(arguments: [
        ("super-dolly-in", 15.4), ("through-object-in", 28.4), ("360-orbit", 16.0),
        ("bullet-time", 14.5), ("crane-over-the-head", 14.7), ("hero-cam", 8.1),
    ])
    func `Relief is held to what the eye forgives`(id: String, percent: Double) throws {
        let framing = try framing(id, .full)
        let budget = framing.path.isExtreme ? 12.0 : 8
        #expect(abs(framing.relief - min(1, budget / percent)) < 0.01)
    }

    @Test func `A person may show more of the depth, or none`() throws {
        let orbit = try ShippedPresets.preset("360-orbit")
        for (wish, relief) in [(1.0, 1.0), (0.1, 0.1), (0, 0), (7, 1)] {
            let path = CameraPath([(orbit, 1)], wishes: CameraWishes(relief: wish))
            let framing = PlaneFraming(
                path: path,
                source: Self.size,
                output: Self.size,
                depth: .full
            )
            #expect(framing.relief == relief)
        }
    }

    @Test func `A modest move keeps all of its relief`() throws {
        #expect(try framing("dolly-in", .full).relief == 1)
        #expect(try framing("arc-left", .full).remarks.isEmpty)
    }

    @Test func `A guessed depth is given half as much`() throws {
        var guessed = DepthSummary.full
        guessed.kind = .estimated
        #expect(abs(try framing("arc-left", guessed).relief - 4 / 7.7) < 0.01)
        #expect(try framing("arc-left", guessed).remarks == [.relief(percent: 52)])
    }

    @Test func `A steep depth is flattened further, and at last left out`() throws {
        var steep = DepthSummary.full
        steep.steepness = 8
        let framing = try framing("arc-left", steep)
        #expect((0.4...0.6).contains(framing.relief))
        steep.steepness = 40
        let plane = try self.framing("arc-left", steep)
        #expect(plane.relief == 0)
        #expect(plane.carried == plane.path.flattened)
        #expect(plane.remarks.contains(.tooLittleRelief))
    }

    @Test func `The governor never changes the way of what is as far as the subject`() throws {
        var guessed = DepthSummary.full
        guessed.kind = .estimated
        let (free, held) = (
            try framing("parallax-sway", .full), try framing("parallax-sway", guessed)
        )
        #expect(free.relief == 1)
        #expect(held.relief < 1)
        for step in 0...12 {
            let time = Double(step) / 12
            #expect(free.pose(at: time) == held.pose(at: time))
        }
    }

    @Test func `Without depth an orbit becomes a turn of the head, and says so`() throws {
        let framing = try framing("arc-left", nil)
        #expect(framing.relief == 0)
        #expect(framing.remarks == [.noDepth])
        #expect(framing.pose(at: 1).azimuth == 0)
        #expect(abs(framing.pose(at: 1).pan + 1.5) < 1e-9)
        #expect(abs(framing.pose(at: 1).focal - 1.06) < 1e-9)
        #expect(try self.framing("rack-focus-in", nil).remarks == [.noFocus])
    }

    @Test func `A move without a flat version follows the general rule`() {
        var preset = Preset(
            id: "free",
            name: "Free",
            curves: [
                .truck: .eased([CurveKey(0, 0), CurveKey(1, 0.1)]),
                .azimuth: .eased([CurveKey(0, 0), CurveKey(1, 10)]),
                .focus: .eased([CurveKey(0, 1), CurveKey(1, 2)]),
                .roll: .eased([CurveKey(0, 0), CurveKey(1, 3)]),
            ]
        )
        preset.camera.depth = .needs
        let pose = CameraPath([(preset, 1)]).flattened.pose(at: 1)
        #expect(abs(pose.pan - (0.1 * 0.8 * 180 / .pi + 2.7)) < 1e-9)
        #expect(abs(pose.focal - 1.06) < 1e-9)
        #expect(pose.truck == 0)
        #expect(pose.azimuth == 0)
        #expect(pose.focus == 1)
        #expect(pose.roll == 3)
    }

    private func framing(_ id: String, _ depth: DepthSummary?) throws -> PlaneFraming {
        PlaneFraming(
            path: try ShippedPresets.path(id).steady,
            source: Self.size,
            output: Self.size,
            depth: depth
        )
    }
}
