import Editorial
import Foundation
import Motion
import Testing

struct HandheldTests {
    private static let minute = ShotClock(seconds: 60, frameCount: 3_000, seed: 7)

    /// Roots of mean squares: pan, tilt and roll in degrees, truck.
    @Test(arguments: [
        (HandheldStyle.steadicam, 0.18, 0.10, 0.12, 0.004),
        (.handheld, 0.32, 0.28, 0.16, 0.004),
        (.engine, 0.05, 0.06, 0.03, 0.0006),
        (.lapse, 0.12, 0.10, 0.05, 0.003),
    ])
    func `A body shakes by its measure`(
        style: HandheldStyle,
        pan: Double,
        tilt: Double,
        roll: Double,
        truck: Double
    ) {
        // Slow bodies take minutes to show their mean.
        let clock = ShotClock(seconds: 400, frameCount: 9_600, seed: 7)
        let shaken = path(Handheld(style, amount: 1), clock: clock)
        let poses = (0..<9_600).map {
            shaken.pose(at: CameraPath.time(of: .init($0), count: 9_600))
        }
        for (values, wanted) in [
            (poses.map(\.pan), pan), (poses.map(\.tilt), tilt), (poses.map(\.roll), roll),
            (poses.map(\.truck), truck),
        ] {
            #expect(abs(rms(values) / wanted - 1) < 0.1)
        }
    }

    @Test func `A hand shakes within its band`() {
        let shaken = path(Handheld(.handheld, amount: 1), clock: Self.minute)
        let values = (0..<1_000).map { shaken.pose(at: Double($0) / 999).pan }
        let inside = (1...240).filter { (0.25...3.1).contains(Double($0) / 60) }
        let all = (1...240).map { power(of: values, cycles: $0) }
        let kept = inside.map { all[$0 - 1] }.reduce(0, +)
        #expect(kept / all.reduce(0, +) > 0.95)
    }

    @Test func `The same seed gives the same hand, and any frame may come first`() {
        let hand = Handheld(.walk, amount: 1)
        let (a, b) = (path(hand, clock: Self.minute), path(hand, clock: Self.minute))
        let forward = (0..<50).map { a.pose(at: Double($0) / 50) }
        let backward = (0..<50).reversed().map { b.pose(at: Double($0) / 50) }
        #expect(forward == backward.reversed())
    }

    @Test func `Another seed gives another hand`() {
        var other = Self.minute
        other.seed = 8
        let hand = Handheld(.handheld, amount: 1)
        let (a, b) = (path(hand, clock: Self.minute), path(hand, clock: other))
        let pairs = (0..<1_500).map { step in
            (a.pose(at: Double(step) / 1_500).pan, b.pose(at: Double(step) / 1_500).pan)
        }
        let both = pairs.reduce(0) { $0 + $1.0 * $1.1 }
        let (one, two) = (rms(pairs.map(\.0)), rms(pairs.map(\.1)))
        #expect(abs(both / 1_500 / one / two) < 0.2)
    }

    @Test func `A longer shot does not shake more slowly`() {
        let hand = Handheld(.handheld, amount: 1)
        let short = path(hand, clock: ShotClock(seconds: 4, frameCount: 96))
        let long = path(hand, clock: ShotClock(seconds: 8, frameCount: 192))
        let a = short.pose(at: CameraPath.time(of: .init(48), count: 96))
        let b = long.pose(at: CameraPath.time(of: .init(48), count: 192))
        #expect(abs(a.pan - b.pan) < 1e-12)
    }

    @Test func `A loop's hand comes back to where it was`() {
        var preset = Preset(id: "loop", name: "Loop")
        preset.camera.loops = true
        preset.camera.handheld = Handheld(.breath, amount: 1)
        let path = CameraPath([(preset, 1)])
        let (first, last) = (path.pose(at: 0), path.pose(at: 1))
        #expect(abs(first.tilt - last.tilt) < 1e-9)
        #expect(abs(first.truck - last.truck) < 1e-9)
        #expect(path.pose(at: 1.25) == path.pose(at: 0.25))
        // The last frame is one before the first of the next round.
        #expect(path.time(of: .init(119), count: 120) == 119.0 / 120)
    }

    @Test func `Two like hands add as their squares do, up to a limit`() throws {
        let clock = Self.minute
        let single = path(Handheld(.steadicam, amount: 1), clock: clock)
        let double = path(Handheld(.steadicam, amount: 1), twice: true, clock: clock)
        let time = 0.37
        let ratio = double.pose(at: time).pan / single.pose(at: time).pan
        #expect(abs(ratio - 2.0.squareRoot()) < 1e-9)
        let wild = path(Handheld(.handheld, amount: 4), twice: true, clock: clock)
        let pans = (0..<3_000).map { wild.pose(at: Double($0) / 3_000).pan }
        #expect(abs(rms(pans) - 0.6) < 0.06)
    }

    @Test func `A shake about the subject leaves the subject where it is`() {
        let around = path(Handheld(.walk, amount: 1, aroundSubject: true), clock: .standard)
        let size = PixelSize(width: 1280, height: 720)
        let framing = PlaneFraming(path: around, source: size, output: size, depth: .full)
        var sway = 0.0
        for step in 0...60 {
            let view = framing.depthView(at: Double(step) / 60)
            let subject = view.map(x: 640, y: 360, nearness: 1)
            #expect(abs(subject.x - 640) + abs(subject.y - 360) < 1e-6)
            sway = max(sway, abs(view.map(x: 640, y: 360, nearness: 0.6).x - 640))
        }
        #expect(sway > 3)
    }

    @Test func `A lapse stands still for a quarter of a second`() {
        let path = path(Handheld(.lapse, amount: 1), clock: .standard)
        let pans = (0..<120).map { path.pose(at: CameraPath.time(of: .init($0), count: 120)).pan }
        #expect(Set(pans).count == 20)
        #expect(Set(pans[6..<12]).count == 1)
        // A shutter that is open all the time still sees one place only.
        let half = path.clock.frameTime / 2 * 0.999
        let frame = CameraPath.time(of: .init(6), count: 120)
        #expect(path.pose(at: frame - half).pan == path.pose(at: frame + half).pan)
    }

    @Test func `A blow leaves the camera where it was, and rings away`() {
        var preset = Preset(id: "kick", name: "Kick")
        preset.camera.kick = Kick(time: 0.5, amount: 1, decay: 0.2)
        let path = CameraPath([(preset, 1)])
        #expect(path.pose(at: 0.5) == .neutral)
        #expect(abs(path.pose(at: 0.5001).tilt) < 0.02)
        let tilts = (0...400).map { abs(path.pose(at: 0.5 + Double($0) / 800).tilt) }
        #expect((0.3...0.5).contains(tilts.max() ?? 0))
        #expect(abs(path.pose(at: 0.99).tilt) < 0.001)
        #expect(path.steady.pose(at: 0.51) == .neutral)
    }

    private func path(_ hand: Handheld, twice: Bool = false, clock: ShotClock) -> CameraPath {
        var preset = Preset(id: "hand", name: "Hand")
        preset.camera.handheld = hand
        return CameraPath(twice ? [(preset, 1), (preset, 1)] : [(preset, 1)], clock: clock)
    }

    private func rms(_ values: [Double]) -> Double {
        (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }

    private func power(of values: [Double], cycles: Int) -> Double {
        var (real, imaginary) = (0.0, 0.0)
        for (index, value) in values.enumerated() {
            let angle = 2 * .pi * Double(cycles) * Double(index) / Double(values.count)
            real += value * cos(angle)
            imaginary += value * sin(angle)
        }
        return real * real + imaginary * imaginary
    }
}
