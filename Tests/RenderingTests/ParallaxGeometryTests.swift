import CRenderKernels
import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// The parallax, held against pictures whose every point is known.
struct ParallaxGeometryTests {
    private static let size = PixelSize(width: 256, height: 160)

    @Test(arguments: [0.05, 0.25, 0.5, 1.234, 7.7])
    func `A plane is moved by fractions of a pixel`(shift: Double) throws {
        let stage = try ParallaxStage(
            Pattern.frame(Self.size) { ($0, $1) },
            nearness: Array(repeating: 0.5, count: Self.size.area),
            spread: 20
        )
        let frame = try stage.frame(.shifting(far: shift - 5, near: shift + 5))
        let truth = try Pattern.frame(Self.size) { ($0 + shift, $1) }
        #expect(frame.psnr(to: truth, where: Self.inner) >= 52)
    }

    @Test func `A slanted plane is seen as by its homography from anywhere`() throws {
        // Inverse depth is linear over the picture of a plane: w = n . (x, y, 1).
        let (a, b, c) = (0.0008, -0.0005, 0.95)
        let (far, near) = (0.6, 1.4)
        let nearness = (0..<Self.size.area).map { index -> Float in
            let x = Double(index % Self.size.width) + 0.5
            let y = Double(index / Self.size.width) + 0.5
            return Float((a * x + b * y + c - far) / (near - far))
        }
        let stage = try ParallaxStage(
            Pattern.frame(Self.size) { ($0, $1) },
            nearness: nearness,
            spread: 20
        )
        let view = parallax_view.turned(far: far, near: near)
        let (ray, shift) = (view.ray, view.shift)
        let frame = try stage.frame(view)
        let truth = try Pattern.frame(Self.size) { x, y in
            let depth = ray.6 * x + ray.7 * y + ray.8
            let u = (ray.0 * x + ray.1 * y + ray.2) / depth
            let v = (ray.3 * x + ray.4 * y + ray.5) / depth
            // The pixel u + w (m_z u - k), with w from where it lands.
            let (across, down) = (shift.2 * u - shift.0, shift.2 * v - shift.1)
            let w = (a * u + b * v + c) / (1 - a * across - b * down)
            return (u + w * across, v + w * down)
        }
        #expect(frame.psnr(to: truth, where: Self.inner) >= 52)
    }

    @Test func `A disc before a soft background keeps a smooth edge`() throws {
        let isSoak = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
        let disc = Disc(samples: isSoak ? 6 : 4), size = Disc.size
        let stage = try ParallaxStage(
            try disc.frame(at: 0),
            nearness: disc.nearness,
            spread: Disc.near - Disc.far,
            ring: 3
        )
        var (sum, count, flicker, pairs) = (0.0, 0, 0.0, 0)
        var (worst, last) = (0.0, [Double]())
        for index in isSoak ? 0...59 : 28...31 {
            let place = Double(index) / 60
            let view = parallax_view.shifting(far: place * Disc.far, near: place * Disc.near)
            _ = try stage.frame(view)
            let truth = disc.codes(at: place)
            var errors = [Double](repeating: 0, count: size.area * 3)
            for pixel in 0..<size.area where disc.isEdge(pixel, at: place) {
                for channel in 0..<3 {
                    let found = stage.code(pixel, channel)
                    let error = found - truth[pixel * 3 + channel]
                    errors[pixel * 3 + channel] = error
                    sum += error * error
                    count += 1
                    guard !last.isEmpty else { continue }
                    let step = abs(error - last[pixel * 3 + channel])
                    flicker += step
                    worst = max(worst, step)
                    pairs += 1
                }
            }
            last = errors
        }
        #expect(10 * log10(65025 / (sum / Double(count))) >= 28.5)
        #expect(flicker / Double(pairs) <= 2.7)
        #expect(worst <= 45)
    }

    @Test func `Sixty poses leave not one pixel uncovered`() throws {
        let pair = try Motorcycle()
        let isSoak = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
        // A scene of its own, for what is marked stays so.
        let stage = try ParallaxStage(Motorcycle.part(pair.left, pair.disparity))
        stage.scene.markOutside()
        let (width, height) = (Double(pair.size.width), Double(pair.size.height))
        for index in stride(from: 0, to: 60, by: isSoak ? 1 : 6) {
            let angle = Double(index) / 60 * 2 * .pi
            var view = parallax_view()
            // The middle three quarters, turned a little, from a camera that circles.
            let (c, s) = (0.72 * cos(angle / 60), 0.72 * sin(angle / 60))
            view.ray = (
                c, -s, width / 2 - c * width / 2 + s * height / 2,
                s, c, height / 2 - s * width / 2 - c * height / 2,
                0, 0, 1
            )
            view.shift = (
                40 * cos(angle) + 0.06 * sin(3 * angle) * width / 2,
                24 * sin(angle) + 0.06 * sin(3 * angle) * height / 2, 0.06 * sin(3 * angle)
            )
            (view.far, view.near) = (-0.4, 0.4)
            stage.mark()
            _ = try stage.frame(view)
            #expect(!stage.showsMark())
        }
    }

    private static let inner: @Sendable (Int) -> Bool = {
        (20..<size.width - 20).contains($0 % size.width)
            && (16..<size.height - 16).contains($0 / size.width)
    }
}

/// A smooth picture that is known everywhere, in linear light.
private enum Pattern {
    static func light(_ x: Double, _ y: Double) -> (Double, Double, Double) {
        (
            0.45 + 0.25 * sin(x / 9) * cos(y / 11), 0.4 + 0.2 * cos(x / 13 + y / 7),
            0.3 + 0.2 * sin(y / 8)
        )
    }

    static func frame(
        _ size: PixelSize,
        _ map: (Double, Double) -> (Double, Double)
    ) throws -> Frame {
        try Frame(size.width, size.height) { x, y in
            let (u, v) = map(Double(x) + 0.5, Double(y) + 0.5)
            let (red, green, blue) = light(u, v)
            return (byte(red), byte(green), byte(blue))
        }
    }
}

private func byte(_ light: Double) -> UInt8 { UInt8((255 * code(light)).rounded()) }

private func code(_ light: Double) -> Double {
    light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
}

/// A bright disc before a soft background.
private struct Disc {
    static let size = PixelSize(width: 200, height: 132)
    static let (far, near) = (5.0, 30.0)
    private static let (x, y, radius) = (100.0, 66.0, 40.0)

    /// How many samples a side the truth is made of.
    let samples: Int

    var nearness: [Float] {
        (0..<Self.size.area).map { index in
            let x = Double(index % Self.size.width) + 0.5 - Self.x
            let y = Double(index / Self.size.width) + 0.5 - Self.y
            return x * x + y * y < Self.radius * Self.radius ? 1 : 0
        }
    }

    func isEdge(_ pixel: Int, at place: Double) -> Bool {
        let x = Double(pixel % Self.size.width) + 0.5 + place * Self.near - Self.x
        let y = Double(pixel / Self.size.width) + 0.5 - Self.y
        return abs((x * x + y * y).squareRoot() - Self.radius) <= 3
    }

    /// Three codes for every pixel near the edge, 0…255 and not rounded.
    func codes(at place: Double, everywhere: Bool = false) -> [Double] {
        var codes = [Double](repeating: 0, count: Self.size.area * 3)
        for pixel in 0..<Self.size.area where everywhere || isEdge(pixel, at: place) {
            var sum = SIMD3<Double>.zero
            for index in 0..<samples * samples {
                let across = (Double(index % samples) + 0.5) / Double(samples)
                let down = (Double(index / samples) + 0.5) / Double(samples)
                let x = Double(pixel % Self.size.width) + across
                let y = Double(pixel / Self.size.width) + down
                sum += Self.light(x, y, at: place)
            }
            sum /= Double(samples * samples)
            for channel in 0..<3 { codes[pixel * 3 + channel] = 255 * code(sum[channel]) }
        }
        return codes
    }

    func frame(at place: Double) throws -> Frame {
        let codes = codes(at: place, everywhere: true)
        return try Frame(Self.size.width, Self.size.height) { x, y in
            let at = (y * Self.size.width + x) * 3
            func byte(_ channel: Int) -> UInt8 { UInt8(codes[at + channel].rounded()) }
            return (byte(0), byte(1), byte(2))
        }
    }

    private static func light(_ x: Double, _ y: Double, at place: Double) -> SIMD3<Double> {
        let (u, v) = (x + place * near - Self.x, y - Self.y)
        if u * u + v * v < radius * radius {
            return [0.75 + 0.1 * sin(u / 11), 0.7 + 0.1 * cos(v / 9), 0.2]
        }
        let far = x + place * Self.far
        return [
            0.35 + 0.2 * sin(far / 17) * cos(y / 13), 0.3 + 0.15 * sin(far / 23 + 1),
            0.25 + 0.15 * cos(y / 19),
        ]
    }
}

extension parallax_view {
    /// A camera that has moved in every way, turned about every axis and zoomed.
    fileprivate static func turned(far: Double, near: Double) -> parallax_view {
        var view = parallax_view()
        view.ray = (0.93, -0.03, 10, 0.03, 0.93, 3, 2e-5, -3e-5, 1)
        view.shift = (5 + 0.04 * 128, -3 + 0.04 * 80, 0.04)
        (view.far, view.near) = (far, near)
        return view
    }
}

extension ParallaxScene {
    /// Takes the green out of the picture and leaves it in what lies beyond it.
    fileprivate func markOutside() {
        let (width, height) = (size.width, size.height)
        let padding = PLANE_PAD
        for light in [layers.near_light, layers.far_light] {
            guard let light else { continue }
            for row in 0..<height + 2 * padding {
                for column in 0..<width + 2 * padding {
                    let pixel = light + (row * Int(layers.stride) + column) * 4
                    let isInside =
                        (padding..<width + padding).contains(column)
                        && (padding..<height + padding).contains(row)
                    pixel[1] = isInside ? 0 : UInt16(PLANE_WHITE)
                }
            }
        }
    }
}

extension ParallaxStage {
    /// Fills the frame with what a finished one never has.
    fileprivate func mark() {
        bench.light.update(
            repeating: UInt16(PLANE_WHITE),
            count: bench.stride * bench.size.height * 4
        )
    }

    fileprivate func showsMark() -> Bool {
        (0..<bench.size.height).contains { row in
            (0..<bench.size.width).contains { bench.light[(row * bench.stride + $0) * 4 + 1] > 0 }
        }
    }

    /// A code of the last frame, 0…255, before it is dithered into 8 bits.
    fileprivate func code(_ pixel: Int, _ channel: Int) -> Double {
        let (x, y) = (pixel % bench.size.width, pixel / bench.size.width)
        let light = bench.light[(y * bench.stride + x) * 4 + channel]
        return Double(PlaneTables.shared.codes[Int(light)]) / 256
    }
}
