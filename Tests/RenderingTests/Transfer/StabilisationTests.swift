import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct StabilisationTests {
    private static let size = PixelSize(width: 640, height: 360)

    /// A camera that pans slowly in a shaking hand.
    private func shaky(_ amount: Double, frames: Int = 90) -> CameraTrack {
        let (x, y) = (Double(Self.size.width) / 2, Double(Self.size.height) / 2)
        let steps = (0..<frames).map { index in
            let t = Double(index)
            let (dx, dy) = (
                -t * 0.8 + amount * sin(t * 2.1) + amount * sin(t * 0.9),
                amount * cos(t * 1.7)
            )
            let angle = 0.004 * amount / 5 * sin(t * 1.3)
            let (c, s) = (cos(angle), sin(angle))
            let map = Homography([
                c, -s, x + dx - c * x + s * y, s, c, y + dy - s * x - c * y, 0, 0, 1,
            ])
            return CameraTrack.Step(seconds: t / 30, map: map, sureness: 1)
        }
        let first = steps[0].map.inverse ?? .identity
        let rebased = steps.map { step in
            CameraTrack.Step(seconds: step.seconds, map: step.map.after(first), sureness: 1)
        }
        return CameraTrack(size: Self.size, steps: rebased, scenes: [0..<frames])
    }

    /// How far the picture's motion jumps from frame to frame: the mean change of speed, in pixels.
    private func unrest(_ maps: [Homography]) -> Double {
        let middle = (x: 320.0, y: 180.0)
        let places = maps.map { $0.map(x: middle.x, y: middle.y) }
        let jumps = zip(zip(places, places.dropFirst()), places.dropFirst(2)).map { pair, next in
            hypot(next.x - 2 * pair.1.x + pair.0.x, next.y - 2 * pair.1.y + pair.0.y)
        }
        return jumps.reduce(0, +) / Double(jumps.count)
    }

    @Test(arguments: Stabilisation.Framing.allCases)
    func `A shaking hand is steadied and no edge shows`(framing: Stabilisation.Framing) {
        let track = shaky(5)
        let plan = Stabilisation(track, strength: 0.6, framing: framing)
        #expect(plan.shares == [1])
        let seen = zip(track.steps, plan.maps).map { step, map in
            (map.inverse ?? .identity).after(step.map)
        }
        #expect(unrest(seen) < unrest(track.steps.map(\.map)) / 10)
        for map in plan.maps {
            for (x, y) in [(0.0, 0.0), (640, 0), (0, 360), (640, 360)] {
                let place = map.map(x: x, y: y)
                #expect((-0.01...640.01).contains(place.x) && (-0.01...360.01).contains(place.y))
            }
        }
        #expect(plan.enlargements.allSatisfy { (1...Stabilisation.widest).contains($0) })
    }

    @Test func `A shaking that would take too much room is steadied in part`() {
        let plan = Stabilisation(shaky(90), strength: 1)
        #expect(plan.shares[0] > 0 && plan.shares[0] < 1)
        #expect(plan.enlargements.allSatisfy { $0 <= Stabilisation.widest + 1e-9 })
    }

    @Test func `Strength 0 leaves every frame as it is`() throws {
        let plan = Stabilisation(shaky(5, frames: 6), strength: 0)
        #expect(plan.enlargements == Array(repeating: 1, count: 6))
        let stabiliser = try Stabiliser(plan, size: Self.size)
        let source = try Frame.textured(640, 360)
        let frame = try Frame(size: Self.size, format: .rgba8)
        stabiliser.render(FrameIndex(3), of: source, into: frame)
        #expect(largestDifference(source.samples(), frame.samples()) <= 1)
    }

    @Test func `A shaken film is steadied`() throws {
        let clip = try MovingClip(.shaken, frames: 24, size: Self.size)
        let track = try CameraTrack(reading: clip.path)
        let plan = Stabilisation(track, strength: 0.5)
        let seen = zip(clip.maps, plan.maps).map { truth, map in
            (map.inverse ?? .identity).after(truth)
        }
        #expect(unrest(seen) < unrest(clip.maps) / 5)
    }
}

extension CameraPath {
    fileprivate static let shaken = CameraPath([
        (
            preset: Preset(
                id: "shaken",
                name: "Shaken",
                curves: [
                    .pan: .smooth(
                        (0...12).map {
                            CurveKey(Double($0) / 12, $0.isMultiple(of: 2) ? 0.4 : -0.4)
                        }
                    ),
                    .tilt: .smooth(
                        (0...9).map { CurveKey(Double($0) / 9, $0.isMultiple(of: 2) ? 0.3 : -0.3) }
                    ),
                ]
            ),
            strength: 1
        )
    ])
}
