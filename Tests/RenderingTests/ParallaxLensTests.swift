import CRenderKernels
import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// A bright disc before dark and light stripes, out of focus in turn.
struct ParallaxLensTests {
    private static let size = PixelSize(width: 160, height: 120)
    /// The picture from its own place; what is far has inverse distance 0.6, what is near 1.4.
    private static var view: parallax_view {
        var view = parallax_view.shifting(far: 0, near: 0)
        (view.far, view.near) = (0.6, 1.4)
        return view
    }

    @Test func `A sharp foreground neither bleeds nor is bled into`() throws {
        let (sharp, blurred) = try frames(focus: 1 / 1.4)
        var disc = 0
        for index in 0..<Self.size.area {
            let distance = Self.distance(index)
            let (before, after) = (sharp[index * 4], blurred[index * 4])
            if distance < 28 { disc = max(disc, abs(Int(before) - Int(after))) }
            // Red is the disc's alone: none of it in the stripes around it.
            if distance > 34 { #expect(after <= 62) }
        }
        #expect(disc <= 2)
        #expect(contrast(blurred) < 0.35 * contrast(sharp))
    }

    @Test func `A blurred foreground spreads over a sharp background, which stays sharp`() throws {
        let (sharp, blurred) = try frames(focus: 1 / 0.6)
        var (near, far) = (0, 0)
        for index in 0..<Self.size.area {
            let distance = Self.distance(index)
            let added = Int(blurred[index * 4]) - Int(sharp[index * 4])
            if (32...33).contains(distance) { near = max(near, added) }
            if distance > 46 { far = max(far, abs(added)) }
        }
        #expect(near > 40)
        #expect(far <= 2)
        #expect(contrast(blurred) > 0.95 * contrast(sharp))
    }

    @Test func `Without an aperture there is no lens`() {
        #expect(ParallaxLens(.neutral, height: 720) == nil)
    }

    @Test func `What is out of focus has the same bits in any bands`() throws {
        let stage = try stage(focus: 1)
        let view = Self.view
        let expected = try stage.frame(view).samples()
        #expect(try stage.frame(view, rowsPerBand: 2).samples() == expected)
        #expect(try stage.frame(view, rowsPerBand: 120, isPortable: true).samples() == expected)
    }

    /// Red, green and blue apart tell the disc from what lies behind it.
    private func frames(focus: Double) throws -> (sharp: [UInt8], blurred: [UInt8]) {
        let stage = try stage(focus: focus)
        let open = try ParallaxStage(stage.scene)
        return (
            try open.frame(Self.view).samples(), try stage.frame(Self.view).samples()
        )
    }

    private func stage(focus: Double) throws -> ParallaxStage {
        let picture = try Frame(Self.size.width, Self.size.height) { x, y in
            if Self.distance(y * Self.size.width + x) < 31 { return (230, 40, 60) }
            return x / 4 % 2 == 0 ? (60, 200, 90) : (60, 20, 90)
        }
        var pose = CameraPose.neutral
        (pose.focus, pose.aperture) = (focus, 0.3)
        return try ParallaxStage(
            picture,
            nearness: (0..<Self.size.area).map { Self.distance($0) < 31 ? 1 : 0 },
            spread: 10,
            lens: ParallaxLens(pose, height: 400)
        )
    }

    /// How much the stripes differ, far from the disc.
    private func contrast(_ samples: [UInt8]) -> Double {
        var (low, high) = (255.0, 0.0)
        for x in 8..<40 {
            let green = Double(samples[(14 * Self.size.width + x) * 4 + 1])
            (low, high) = (min(low, green), max(high, green))
        }
        return high - low
    }

    private static func distance(_ index: Int) -> Double {
        let x = Double(index % size.width) + 0.5 - 80
        let y = Double(index / size.width) + 0.5 - 60
        return (x * x + y * y).squareRoot()
    }
}
