import Editorial
import Foundation
import Motion
import Testing

struct CurveTests {
    /// Values of CSS's own named curves, as browsers give them.
    @Test(arguments: [
        (UnitBezier(0.25, 0.1, 0.25, 1), 0.25, 0.408511),
        (UnitBezier(0.25, 0.1, 0.25, 1), 0.5, 0.802403),
        (UnitBezier(0.42, 0, 1, 1), 0.5, 0.315357),
        (UnitBezier(0.42, 0, 0.58, 1), 0.25, 0.129162),
        (UnitBezier(0.37, 0, 0.63, 1), 0.5, 0.5),
    ])
    func `A Bézier easing has the values a browser gives it`(
        bezier: UnitBezier,
        time: Double,
        value: Double
    ) {
        #expect(abs(bezier.y(at: time) - value) < 1e-5)
    }

    @Test(arguments: [0, 0.1, 0.2, 0.4, 0.6])
    func `A spring overshoots by about its bounce and comes to rest`(bounce: Double) {
        let easing = Easing.spring(Spring(bounce: bounce))
        let values = (0...1_000).map { easing.progress(at: Double($0) / 1_000) }
        #expect(values.first == 0)
        #expect(values.last == 1)
        #expect(abs((values.max() ?? 0) - 1 - bounce) < 0.005)
        // It starts and ends at rest.
        #expect(values[1] < 0.001)
        #expect(abs(1 - values[999]) < 1e-5)
    }

    @Test(arguments: Easing.named.map(\.name).filter { $0 != "spring" })
    func `Every easing starts at 0, ends at 1 and never goes back`(name: String) throws {
        let easing = try #require(Easing(name: name))
        #expect(easing.progress(at: 0) == 0)
        #expect(easing.progress(at: 1) == 1)
        var last = 0.0
        for step in 0...500 {
            let next = easing.progress(at: Double(step) / 500)
            #expect(next >= last - 1e-6)
            last = next
        }
    }

    @Test func `Focal is eased in its logarithm`() {
        let path = self.path(.focal, .eased([CurveKey(0, 1), CurveKey(1, 1.44)]))
        #expect(abs(path.pose(at: 0.5).focal - 1.2) < 1e-9)
    }

    @Test func `Before the first key and after the last the value rests`() {
        let path = self.path(.pan, .eased([CurveKey(0.25, 2), CurveKey(0.75, 3)]))
        #expect(path.pose(at: 0).pan == 2)
        #expect(path.pose(at: 1).pan == 3)
    }

    @Test func `A hold jumps at the next key`() {
        let path = self.path(.pan, .eased([CurveKey(0, 2), CurveKey(0.5, 3, .hold)]))
        #expect(path.pose(at: 0.49999).pan == 2)
        #expect(path.pose(at: 0.5).pan == 3)
    }

    @Test func `A smooth curve meets its keys and never overshoots`() {
        let keys = [CurveKey(0, 0), CurveKey(0.3, 4), CurveKey(0.6, 4.5), CurveKey(1, 1)]
        let path = self.path(.tilt, .smooth(keys))
        for key in keys { #expect(abs(path.pose(at: key.time).tilt - key.value) < 1e-12) }
        for step in 0...400 {
            #expect((0...4.5 + 1e-12).contains(path.pose(at: Double(step) / 400).tilt))
        }
    }

    @Test func `A wave starts and ends at rest`() {
        let wave = SineWave(cycles: 2, amplitude: 3, phase: 90)
        let path = self.path(.roll, .wave(wave))
        #expect(path.pose(at: 0).roll == 0)
        #expect(path.pose(at: 1).roll == 0)
        #expect(abs(path.pose(at: 0.5).roll - 3) < 1e-12)
    }

    @Test func `A wave in a loop keeps its height`() {
        let wave = SineWave(cycles: 1, amplitude: 3, phase: 90, loops: true)
        let path = self.path(.roll, .wave(wave))
        #expect(abs(path.pose(at: 0).roll - 3) < 1e-12)
        #expect(abs(path.pose(at: 1).roll - 3) < 1e-12)
    }

    @Test func `Focus is eased in dioptres`() {
        let path = self.path(.focus, .eased([CurveKey(0, 1), CurveKey(1, 2)]))
        #expect(abs(path.pose(at: 0.5).focus - 1 / 0.75) < 1e-9)
    }

    @Test func `A lens spreads what is out of focus, up to a limit`() {
        var pose = CameraPose.neutral
        #expect(pose.blur(nearness: 0.6) == 0)
        pose.aperture = 2
        pose.focus = 1.25
        #expect(abs(pose.blur(nearness: 1) - 0.01 * 0.2) < 1e-12)
        #expect(abs(pose.blur(nearness: 0.8)) < 1e-12)
        pose.focal = 8
        #expect(pose.blur(nearness: 1.4) == 0.03)
    }

    @Test func `Frames spread evenly from the first to the last`() {
        #expect(CameraPath.time(of: .init(0), count: 5) == 0)
        #expect(CameraPath.time(of: .init(1), count: 5) == 0.25)
        #expect(CameraPath.time(of: .init(4), count: 5) == 1)
        #expect(CameraPath.time(of: .init(0), count: 1) == 0)
    }

    private func path(_ channel: CameraChannel, _ curve: ChannelCurve) -> CameraPath {
        let preset = Preset(id: "test", name: "Test", curves: [channel: curve])
        return CameraPath([(preset: preset, strength: 1)])
    }
}
