import Editorial
import Motion
import Testing

struct SpeedRampTests {
    @Test(arguments: SpeedRamp.named)
    func `A ramp keeps both ends, meets its points and never goes back`(ramp: SpeedRamp) {
        #expect(ramp.progress(at: 0) == 0)
        #expect(ramp.progress(at: 1) == 1)
        for point in ramp.points { #expect(abs(ramp.progress(at: point.x) - point.y) < 1e-12) }
        var last = 0.0
        for step in 1...400 {
            let next = ramp.progress(at: Double(step) / 400)
            #expect(next >= last)
            last = next
        }
    }

    @Test func `A ramp starts and ends at the speed of its first and last stretch`() throws {
        let ramp = try #require(SpeedRamp(name: "impact"))
        #expect(abs(ramp.progress(at: 1e-5) / 1e-5 - 0.55 / 0.35) < 1e-3)
        #expect(abs((1 - ramp.progress(at: 1 - 1e-5)) / 1e-5 - 0.34 / 0.45) < 1e-3)
    }

    @Test func `Points that go back, or miss an end, are no ramp`() {
        #expect(SpeedRamp(points: [[0, 0], [1, 1]]) != nil)
        for points: [SIMD2<Double>] in [
            [], [[0, 0]], [[0, 0.1], [1, 1]], [[0, 0], [1, 0.9]],
            [[0, 0], [0.5, 0.6], [0.7, 0.5], [1, 1]], [[0, 0], [0.5, 0.2], [0.5, 0.3], [1, 1]],
            [[0, 0], [.nan, 0.5], [1, 1]],
        ] {
            #expect(SpeedRamp(points: points) == nil)
        }
    }

    @Test func `A wish bends the time of every preset of a mix`() throws {
        let ramp = try #require(SpeedRamp(points: [[0, 0], [0.5, 0.25], [1, 1]]))
        let choices = ["dolly-in", "pan-right"].map { MotionChoice(preset: $0, strength: 1) }
        let plain = CameraPath(choices, in: ShippedPresets.library)
        let bent = CameraPath(
            choices,
            in: ShippedPresets.library,
            wishes: CameraWishes(ramp: ramp)
        )
        #expect(bent.pose(at: 0.5) == plain.pose(at: 0.25))
        #expect(bent.pose(at: 1) == plain.pose(at: 1))
    }

    @Test func `A preset's own ramp goes as far as its strength`() throws {
        let hero = try #require(SpeedRamp(name: "hero"))
        let half = try ShippedPresets.path("hero-cam", strength: 0.5)
        let straight = CameraPath(
            [(try #require(ShippedPresets.library["hero-cam"]), 0.5)],
            wishes: CameraWishes(ramp: SpeedRamp(points: [[0, 0], [1, 1]]))
        )
        let moment = (0.3 + hero.progress(at: 0.3)) / 2
        #expect(abs(half.pose(at: 0.3).dolly - straight.pose(at: moment).dolly) < 1e-12)
    }

    @Test func `Bullet time stops a clip while the camera goes on`() throws {
        let path = try ShippedPresets.path("bullet-time")
        #expect(path.clipSeconds(at: 0.25) == path.clipSeconds(at: 0.75))
        #expect(path.clipSeconds(at: 0.9) > path.clipSeconds(at: 0.75))
        #expect(path.pose(at: 0.25).azimuth < path.pose(at: 0.75).azimuth - 1)
    }

    @Test func `A clip under a hyperlapse plays eight times as fast`() throws {
        let path = try ShippedPresets.path("hyperlapse")
        #expect(abs(path.clipSeconds(at: 1) - 8 * path.clock.seconds(at: 1)) < 1e-9)
    }
}
