import Input
import Testing

@testable import Terminal

/// Pictures as films have them: a scalar reference in Swift for the kernel.
struct PlanarPictureTests {
    /// Planes with memory of their own.
    private final class Planes {
        let luma: UnsafeMutableBufferPointer<UInt8>
        let u: UnsafeMutableBufferPointer<UInt8>
        let v: UnsafeMutableBufferPointer<UInt8>
        let width: Int
        let height: Int

        init(width: Int, height: Int, _ value: (_ plane: Int, _ x: Int, _ y: Int) -> UInt8) {
            self.width = width
            self.height = height
            let half = (width + 1) / 2 * ((height + 1) / 2)
            luma = .allocate(capacity: width * height)
            u = .allocate(capacity: half)
            v = .allocate(capacity: half)
            for index in luma.indices { luma[index] = value(0, index % width, index / width) }
            let columns = (width + 1) / 2
            for index in u.indices { u[index] = value(1, index % columns, index / columns) }
            for index in v.indices { v[index] = value(2, index % columns, index / columns) }
        }

        deinit {
            luma.deallocate()
            u.deallocate()
            v.deallocate()
        }

        func picture(_ matrix: PlanarPixels.Matrix = .bt709, isFullRange: Bool = false) throws
            -> Picture
        {
            func plane(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ stride: Int) throws
                -> PlanarPixels.Plane
            {
                PlanarPixels.Plane(
                    base: UnsafePointer(try #require(buffer.baseAddress)),
                    stride: stride
                )
            }
            return Picture(
                PlanarPixels(
                    width: width,
                    height: height,
                    planes: (
                        try plane(luma, width), try plane(u, (width + 1) / 2),
                        try plane(v, (width + 1) / 2)
                    ),
                    matrix: matrix,
                    isFullRange: isFullRange,
                    owner: self
                )
            )
        }
    }

    private func drawn(_ picture: Picture, _ width: Int, _ height: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        picture.draw(CellPixels(width: width, height: height), into: &pixels)
        return pixels
    }

    @Test(arguments: [
        (PlanarPixels.Matrix.bt709, 63, 102, 240, [255, 0, 0]),
        (.bt709, 173, 42, 26, [0, 255, 0]),
        (.bt709, 32, 240, 118, [0, 0, 255]),
        (.bt601, 81, 90, 240, [255, 0, 0]),
        (.bt2020, 235, 128, 128, [255, 255, 255]),
        (.bt601, 16, 128, 128, [0, 0, 0]),
    ])
    func `Colours come out as their matrix says`(
        _ matrix: PlanarPixels.Matrix,
        _ y: UInt8,
        _ u: UInt8,
        _ v: UInt8,
        _ expected: [Int]
    ) throws {
        let planes = Planes(width: 32, height: 18) { plane, _, _ in [y, u, v][plane] }
        let pixels = drawn(try planes.picture(matrix), 12, 7)
        for (channel, value) in expected.enumerated() {
            for pixel in stride(from: channel, to: pixels.count, by: 4) {
                #expect(abs(Int(pixels[pixel]) - value) <= 2)
            }
        }
        #expect(stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 })
    }

    /// The mean of a grey picture over what one target pixel covers.
    private func mean(
        _ planes: Planes,
        _ x: Int,
        _ y: Int,
        _ width: Int,
        _ height: Int
    ) -> Double {
        let left = Double(x * planes.width) / Double(width)
        let right = Double((x + 1) * planes.width) / Double(width)
        let top = Double(y * planes.height) / Double(height)
        let bottom = Double((y + 1) * planes.height) / Double(height)
        var sum = 0.0
        for row in Int(top)..<min(planes.height, Int(bottom.rounded(.up))) {
            let rows = min(bottom, Double(row + 1)) - max(top, Double(row))
            for column in Int(left)..<min(planes.width, Int(right.rounded(.up))) {
                let columns = min(right, Double(column + 1)) - max(left, Double(column))
                sum += rows * columns * Double(planes.luma[row * planes.width + column])
            }
        }
        return sum / (right - left) / (bottom - top)
    }

    @Test(arguments: [(64, 36, 48, 27), (64, 36, 7, 5), (61, 35, 60, 34), (64, 36, 64, 36)])
    func `A smaller picture has the means of what it covers`(
        _ width: Int,
        _ height: Int,
        _ columns: Int,
        _ rows: Int
    ) throws {
        let planes = Planes(width: width, height: height) { plane, x, y in
            plane == 0 ? UInt8(truncatingIfNeeded: x &* 37 &+ y &* y &* 11) : 128
        }
        let pixels = drawn(try planes.picture(isFullRange: true), columns, rows)
        for y in 0..<rows {
            for x in 0..<columns {
                let expected = mean(planes, x, y, columns, rows)
                let found = Double(pixels[(y * columns + x) * 4])
                #expect(abs(found - expected) <= 2.5)
            }
        }
    }

    @Test func `A larger picture neither leaves the frame nor its range`() throws {
        let planes = Planes(width: 3, height: 3) { plane, x, y in
            plane == 0 ? UInt8(x * 100 + y * 20) : 128
        }
        let pixels = drawn(try planes.picture(isFullRange: true), 40, 31)
        #expect(pixels[0] == 0)
        #expect(abs(Int(pixels[(30 * 40 + 39) * 4]) - 240) <= 2)
        let row = (0..<40).map { pixels[$0 * 4] }
        #expect(row == row.sorted())
    }

    @Test(arguments: [(1, 1), (2, 1), (1, 5), (5, 1)])
    func `The smallest pictures are drawn, too`(_ width: Int, _ height: Int) throws {
        let planes = Planes(width: width, height: height) { plane, _, _ in plane == 0 ? 200 : 128 }
        let picture = try planes.picture(isFullRange: true)
        for (columns, rows) in [(1, 1), (9, 4), (2, 30)] {
            let pixels = drawn(picture, columns, rows)
            #expect(stride(from: 0, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 200 })
        }
    }
}
