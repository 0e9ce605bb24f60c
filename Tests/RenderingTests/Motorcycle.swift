import CRenderKernels
import Editorial
import Foundation
import Media
import Motion

@testable import Rendering

/// A stereo pair with its true depth: what the left camera saw is moved, what
/// the right one saw is the truth.
struct Motorcycle: Sendable {
    /// Pixels between the views, for what is farthest and what is nearest.
    static let disparities = 7.191...59.909

    let left: Frame
    let right: Frame
    /// In pixels, for the left view.
    let disparity: [Float]
    /// What is known of each pixel of the right view.
    let mask: [Float]

    var size: PixelSize { left.size }
    /// The parts of the right view: seen from the left, hidden from it, and all.
    var seen: (Int) -> Bool { { mask[$0] > 0.9 } }
    var hidden: (Int) -> Bool { { abs(mask[$0] - 170.0 / 255) < 0.1 } }
    var inner: (Int) -> Bool { { mask[$0] > 0.1 } }

    private let scene: ParallaxScene

    /// Read and taken apart once for all tests.
    private static let shared = Result { try Motorcycle(reading: ()) }

    init() throws { self = try Self.shared.get() }

    private init(reading: Void) throws {
        left = try StillReader.read(fixture("motorcycle-left.png"))
        right = try StillReader.read(fixture("motorcycle-right.png"))
        disparity = try GreyReader.read(fixture("motorcycle-disparity.png")).values
            .map { $0 * 65.535 }
        mask = try GreyReader.read(fixture("motorcycle-mask.png")).values
        scene = try Self.part(left, disparity)
    }

    /// Takes the left view apart.
    static func part(
        _ left: Frame,
        _ disparity: [Float],
        rowsPerBand: Int = 32
    ) throws -> ParallaxScene {
        let spread = disparities.upperBound - disparities.lowerBound
        return try ParallaxScene(
            light: PlaneLevel(left, reduction: 1, base: nil),
            nearness: disparity.map { Float((Double($0) - disparities.lowerBound) / spread) },
            spread: spread,
            ring: 2,
            rowsPerBand: rowsPerBand
        )
    }

    func stage() throws -> ParallaxStage { try ParallaxStage(scene) }

    /// Where the camera is on the line from the left view, at 0, to the right one, at 1.
    func view(at place: Double) -> parallax_view {
        let range = Self.disparities
        return .shifting(
            far: place * range.lowerBound,
            near: place * range.upperBound
        )
    }
}

/// Returns the path of a file kept beside the tests.
func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/\(name)").path
}
