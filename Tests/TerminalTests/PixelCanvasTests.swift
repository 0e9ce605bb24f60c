import Testing

@testable import Terminal

/// What is drawn over a picture before it is shown.
struct PixelCanvasTests {
    /// Every pixel of one grey, opaque.
    private func grey(_ level: UInt8) -> PixelCanvas {
        let pixels: [UInt8] = (0..<4 * 3).flatMap { _ -> [UInt8] in [level, level, level, 255] }
        return PixelCanvas(Picture(width: 4, height: 3, pixels: pixels))
    }

    /// The reds of a row.
    private func row(_ canvas: PixelCanvas, _ row: Int) -> [UInt8] {
        let pixels = canvas.picture.pixels
        return (0..<4).map { pixels[(row * 4 + $0) * 4] }
    }

    @Test func `Twice the difference is seen, whichever is brighter, and the picture stays opaque`()
    {
        var canvas = grey(100)
        canvas.takeDifference(from: grey(130))
        #expect(row(canvas, 1) == [60, 60, 60, 60])
        canvas = grey(255)
        canvas.takeDifference(from: grey(10))
        #expect(row(canvas, 2) == [255, 255, 255, 255])
        #expect(canvas.picture.pixels[3] == 255)
    }

    @Test func `A rectangle that reaches beyond the picture is drawn where it lies within`() {
        var canvas = grey(100)
        canvas.darken(x: 2, y: -5, width: 50, height: 6)
        #expect(row(canvas, 0) == [100, 100, 20, 20])
        #expect(row(canvas, 1) == [100, 100, 100, 100])
        canvas.lighten(x: -1, y: 2, width: 2, height: 9)
        #expect(row(canvas, 2) == [178, 100, 100, 100])
        canvas.lighten(x: 9, y: 9, width: 3, height: 3)
        #expect(row(canvas, 2) == [178, 100, 100, 100])
    }

    @Test func `Columns move within a picture, and come from another`() {
        var canvas = grey(0)
        for column in 0..<4 {
            for _ in 0..<column { canvas.lighten(x: column, y: 0, width: 1, height: 3) }
        }
        #expect(row(canvas, 0) == [0, 128, 192, 224])
        canvas.copy(2, from: 1, to: 0)
        #expect(row(canvas, 0) == [128, 192, 192, 224])
        canvas.copy(2, from: 0, of: grey(9), to: 2)
        #expect(row(canvas, 2) == [128, 192, 9, 9])
    }

    @Test func `A picture is laid into another, scaled, and nothing around it changes`() {
        var canvas = PixelCanvas(width: 4, height: 3)
        canvas.lay(grey(200).picture, x: 1, y: 1, width: 2, height: 2)
        #expect(row(canvas, 0) == [0, 0, 0, 0])
        #expect(row(canvas, 1) == [0, 200, 200, 0])
        #expect(row(canvas, 2) == [0, 200, 200, 0])
    }

    /// Lightness by the row, as the kernel sees it.
    private func marked(_ levels: [[UInt8]]) -> [[Bool]] {
        let (width, height) = (levels[0].count, levels.count)
        let pixels: [UInt8] = levels.joined().flatMap { [$0, $0, $0, 255] }
        var canvas = PixelCanvas(Picture(width: width, height: height, pixels: pixels))
        canvas.markEdges()
        let drawn = canvas.picture.pixels
        return (0..<height).map { y in
            (0..<width).map { x in
                let place = (y * width + x) * 4
                return drawn[place] == 255 && drawn[place + 1] == 48 && drawn[place + 2] == 48
            }
        }
    }

    /// The same, written as plainly as can be.
    private func expected(_ levels: [[UInt8]]) -> [[Bool]] {
        let light = levels.map { $0.map { (54 + 183 + 19) * Int($0) / 256 } }
        return light.indices.map { y in
            light[y].indices.map { x in
                guard y > 0, x > 0, y < light.count - 1, x < light[y].count - 1 else {
                    return false
                }
                let around = light[y][x - 1] + light[y][x + 1] + light[y - 1][x] + light[y + 1][x]
                return abs(4 * light[y][x] - around) > 96
            }
        }
    }

    @Test func `What is sharp is marked, and a soft slope is not`() {
        let sharp = (0..<9).map { _ in (0..<12).map { UInt8($0 < 6 ? 20 : 220) } }
        #expect(marked(sharp)[4][5])
        #expect(marked(sharp)[4][6])
        #expect(!marked(sharp)[4][2])
        let soft = (0..<9).map { _ in (0..<12).map { UInt8($0 * 20) } }
        #expect(marked(soft).allSatisfy { !$0.contains(true) })
        var random = SystemRandomNumberGenerator()
        let noise = (0..<11).map { _ in
            (0..<17).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        #expect(marked(noise) == expected(noise))
        for size in [(1, 1), (2, 5), (5, 2)] {
            let tiny = Array(repeating: [UInt8](repeating: 9, count: size.0), count: size.1)
            #expect(marked(tiny) == expected(tiny))
        }
    }
}
