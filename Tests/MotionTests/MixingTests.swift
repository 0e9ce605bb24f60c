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
        let end = path(choices).pose(at: 1)
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
