import Editorial
import Motion
import Testing

struct MixingTests {
    private let library = ShippedPresets.library

    @Test func `Mixing with a camera that rests changes nothing`() throws {
        let alone = try ShippedPresets.path("cinematic-zoom", strength: 0.7)
        let mixed = CameraPath(
            [
                MotionChoice(preset: "cinematic-zoom", strength: 0.7),
                MotionChoice(preset: "static", strength: 1),
                MotionChoice(preset: "pan-left", strength: 0),
            ],
            in: library
        )
        for step in 0...24 {
            let time = Double(step) / 24
            #expect(mixed.pose(at: time) == alone.pose(at: time))
        }
    }

    @Test(arguments: ShippedPresets.ids)
    func `At strength 0 a preset leaves every other as it was`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let dolly = try #require(library["crash-zoom-in"])
        let alone = CameraPath([(dolly, 0.6)])
        for mixed in [
            CameraPath([(preset, 0), (dolly, 0.6)]), CameraPath([(dolly, 0.6), (preset, 0)]),
        ] {
            #expect(mixed == alone)
            #expect(mixed.pose(at: 0.4) == alone.pose(at: 0.4))
        }
    }

    @Test func `Any order of three presets gives the same move, shake and blur`() throws {
        let ids = ["documentary", "steadicam", "impact-shake"]
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        let paths = orders.map { order in path(order.map { ids[$0] }) }
        for step in 0...24 {
            let poses = paths.map { $0.pose(at: Double(step) / 24) }
            for pose in poses {
                let first = poses[0]
                let gaps = [
                    pose.truck - first.truck, pose.pedestal - first.pedestal,
                    pose.dolly - first.dolly, pose.pan - first.pan, pose.tilt - first.tilt,
                    pose.roll - first.roll, pose.focal - first.focal, pose.aim - first.aim,
                    pose.shutter - first.shutter,
                ]
                for gap in gaps { #expect(abs(gap) < 1e-12) }
            }
        }
    }

    @Test func `Mixing in steps is mixing at once`() {
        // Sums of the channels' measures, so that grouping makes no difference.
        let (a, b, c) = (path(["dolly-in"]), path(["rotate"]), path(["zoom-in"]))
        let all = path(["dolly-in", "rotate", "zoom-in"])
        for step in 0...24 {
            let time = Double(step) / 24
            let (p, q, r) = (a.pose(at: time), b.pose(at: time), c.pose(at: time))
            let mixed = all.pose(at: time)
            #expect(abs(mixed.focal - p.focal * q.focal * r.focal) < 1e-12)
            #expect(abs(mixed.dolly - (p.dolly + q.dolly + r.dolly)) < 1e-12)
            #expect(abs(mixed.roll - (p.roll + q.roll + r.roll)) < 1e-12)
        }
    }

    @Test func `The first focus, the widest opening and the longest shutter win`() {
        func preset(_ focus: Double, _ aperture: Double, _ shutter: Double) -> Preset {
            Preset(
                id: "lens",
                name: "Lens",
                curves: [
                    .focus: .eased([CurveKey(0, focus)]),
                    .aperture: .eased([CurveKey(0, aperture)]),
                    .shutter: .eased([CurveKey(0, shutter)]),
                ]
            )
        }
        var bullet = preset(1, 8, 45)
        let pose = CameraPath([(preset(2, 4, 90), 1), (preset(3, 2, 144), 1)]).pose(at: 0)
        #expect(abs(pose.focus - 2) < 1e-12)
        #expect(pose.aperture == 2)
        #expect(pose.shutter == 144)
        bullet.camera.ramp = SpeedRamp(name: "bullet")
        #expect(CameraPath([(preset(2, 4, 90), 1), (bullet, 1)]).pose(at: 0).shutter == 45)
        // Half the strength is half the opening, and half the way in dioptres.
        let half = CameraPath([(preset(2, 4, 90), 0.5)]).pose(at: 0)
        #expect(abs(half.focus - 1 / 0.75) < 1e-12)
        #expect(half.aperture == 8)
        #expect(half.shutter == 135)
    }

    @Test func `A mix loops only when all that moves does`() {
        #expect(path(["parallax-sway", "static", "wiggle"]).loops)
        #expect(!path(["parallax-sway", "dolly-in"]).loops)
        #expect(!path(["static"]).loops)
    }

    @Test func `The order of the slots makes no difference to the pose`() {
        let ids = ["dolly-in", "rotate", "pan-right"]
        let forward = path(ids)
        let backward = path(ids.reversed())
        for step in 0...24 {
            let (a, b) = (
                forward.pose(at: Double(step) / 24), backward.pose(at: Double(step) / 24)
            )
            #expect(abs(a.roll - b.roll) < 1e-12)
            #expect(abs(a.pan - b.pan) < 1e-12)
            #expect(abs(a.dolly - b.dolly) < 1e-12)
            #expect(abs(a.focal - b.focal) < 1e-12)
        }
    }

    @Test func `Moves add, lenses multiply, and aim takes the strongest`() {
        let choices = ["cinematic-zoom", "rotate", "crash-zoom-in"]
        let end = path(choices).steady.pose(at: 1)
        #expect(abs(end.focal - 1.12 * 1.04 * 2.22) < 1e-9)
        #expect(end.aim == 1)
        #expect(abs(end.roll - 5) < 1e-9)
    }

    @Test func `Strength never scales aim`() throws {
        #expect(try ShippedPresets.path("cinematic-zoom", strength: 0.2).pose(at: 0.5).aim == 1)
    }

    @Test func `Mixed extremes stay within what a camera may do`() {
        let far = Preset(
            id: "far",
            name: "Far",
            curves: [
                .dolly: .eased([CurveKey(0, 0.4)]), .azimuth: .eased([CurveKey(0, -11)]),
                .focal: .eased([CurveKey(0, 7)]),
            ]
        )
        let pose = CameraPath([(far, 1), (far, 1), (far, 1)]).pose(at: 0.5)
        #expect(pose.dolly == 0.45)
        #expect(pose.azimuth == -12)
        #expect(pose.focal == 8)
    }

    @Test func `A fourth preset and an unknown id are left out`() {
        let three = ["dolly-in", "rotate", "pan-right"]
        #expect(path(three + ["tilt-up"]) == path(three))
        #expect(path(["no-such"]) == CameraPath.still)
    }

    @Test(arguments: [Double.nan, -1, -Double.infinity])
    func `A strength that makes no sense moves nothing`(strength: Double) throws {
        #expect(try ShippedPresets.path("dolly-in", strength: strength) == .still)
    }

    private func path(_ ids: [String]) -> CameraPath {
        CameraPath(ids.map { MotionChoice(preset: $0, strength: 1) }, in: library)
    }
}
