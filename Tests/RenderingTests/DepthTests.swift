import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

struct DepthTests {
    private static let size = PixelSize(width: 48, height: 27)

    @Test(arguments: [
        ("depth-bright-8.png", DepthPolarity.nearIsBright), ("depth-dark-8.png", .nearIsDark),
        ("depth-bright-16.png", .nearIsBright), ("depth-distance.exr", .nearIsDark),
    ])
    func `A depth map of any depth and polarity is read alike`(
        name: String,
        polarity: DepthPolarity
    ) throws {
        let file = try DepthFile(fixture(name), for: Self.picture())
        #expect(file.polarity == polarity)
        #expect(file.map.size == Self.size)
        #expect(file.map.kind == .measured)
        let worst = (0..<Self.size.area).reduce(Float(0)) { worst, index in
            max(worst, abs(file.map.nearness[index] - Self.nearness(index)))
        }
        #expect(worst < 0.08)
        #expect(file.map.nearness.allSatisfy { (0...1).contains($0) })
    }

    @Test func `A polarity that is given is not guessed`() throws {
        let file = try DepthFile(
            fixture("depth-bright-8.png"),
            for: Self.picture(),
            polarity: .nearIsDark
        )
        #expect(file.polarity == .nearIsDark)
        #expect(file.map[row: 0, column: 0] > 0.9)
        #expect(file.map[row: 14, column: 24] < 0.2)
    }

    @Test func `A smaller map is drawn along the picture's edges`() throws {
        let scale = 6
        let picture = try Self.picture(scale: scale)
        let map = try DepthFile(fixture("depth-bright-16.png"), for: picture).map
        #expect(map.size == picture.size)
        let middle = map[row: 14 * scale, column: 24 * scale]
        let beside = map[row: 14 * scale, column: 40 * scale]
        #expect(middle > 0.8 && beside < 0.45)
        // Across the disc's edge nearness falls within few pixels, where the picture does.
        let edge = (15 * scale...18 * scale).map { map[row: 14 * scale + 3, column: $0] }
        let steepest = zip(edge, edge.dropFirst()).map { abs($0 - $1) }.max() ?? 0
        #expect(steepest > 0.15)
    }

    @Test(arguments: [
        ("depth-colours.png", "colours"), ("depth-flat.png", "same all over"),
        ("motorcycle-mask.png", "another shape"), ("depth-missing.png", "no file"),
        ("depth-bright-float.tif", "cannot decode"),
    ])
    func `What is no depth map is refused in one sentence`(name: String, why: String) throws {
        let picture = try Self.picture()
        let error = #expect(throws: MediaError.self) {
            try DepthFile(fixture(name), for: picture)
        }
        let message = try #require(error).message
        #expect(message.contains(why))
        #expect(message.hasSuffix(".") && !message.contains("\n"))
    }

    @Test func `What is low, in the middle and not sky is guessed to be near`() throws {
        let size = PixelSize(width: 160, height: 100)
        let picture = try Frame(size.width, size.height) { x, y in
            if y < 40 { return (140, 180, 240) }
            if (60..<100).contains(x), (45..<80).contains(y) { return (200, 40, 30) }
            return (90, UInt8(100 + (x * 7 + y * 13) % 30), 60)
        }
        let estimate = try DepthEstimate(of: picture)
        let map = estimate.map
        #expect(map.kind == .estimated && map.size == size)
        #expect(map[row: 10, column: 80] < 0.1)
        #expect(map[row: 95, column: 20] > map[row: 50, column: 20] + 0.2)
        #expect(map[row: 62, column: 80] > map[row: 62, column: 10] + 0.1)
        #expect(
            (DepthEstimate.leastParallax...DepthEstimate.largestParallax).contains(
                estimate.parallax
            )
        )
        #expect(estimate.notice.contains("guessed"))
    }

    @Test func `A depth that would tear the picture is said to be none`() {
        let size = PixelSize(width: 100, height: 50)
        let torn = DepthMap(
            size: size,
            nearness: (0..<size.area).map { Float($0 % 2) },
            kind: .estimated
        )
        let flat = DepthMap(
            size: size,
            nearness: Array(repeating: 0.4, count: size.area),
            kind: .estimated
        )
        for map in [torn, flat] {
            let estimate = DepthEstimate(map: map)
            #expect(estimate.parallax == 0)
            #expect(estimate.notice.contains("pans and zooms"))
        }
    }

    @Test func `The subject is at one and the summary says how far the rest is`() {
        let map = DepthMap(
            size: Self.size,
            nearness: (0..<Self.size.area).map(Self.nearness),
            kind: .measured
        )
        let range = map.inverseDistances(relief: 1)
        #expect(abs(range.upperBound - range.lowerBound - DepthMap.fullRelief) < 1e-9)
        #expect(range.lowerBound >= 0.5 && range.upperBound <= 1.6)
        let summary = map.summary
        #expect(abs(summary.nearest - range.upperBound) < 0.02)
        #expect(summary.borderNearest < summary.nearest)
        #expect(summary.farthest >= range.lowerBound)
        #expect(map.inverseDistances(relief: 0) == 1...1)
    }

    /// What the maps of the fixtures say.
    private static func nearness(_ index: Int) -> Float {
        let (x, y) = (Float(index % 48), Float(index / 48))
        let disc: Float = (x - 24) * (x - 24) + (y - 14) * (y - 14) < 64 ? 0.5 : 0
        let highest: Float = 21.5 / 27 * 0.5 + 0.5
        let lowest: Float = 0.5 / 27 * 0.5
        return ((y + 0.5) / 27 * 0.5 + disc - lowest) / (highest - lowest)
    }

    private static func picture(scale: Int = 1) throws -> Frame {
        try Frame(48 * scale, 27 * scale) { x, y in
            let (u, v) = (x / scale - 24, y / scale - 14)
            return u * u + v * v < 64 ? (220, 60, 40) : (60, 110, 70)
        }
    }
}
