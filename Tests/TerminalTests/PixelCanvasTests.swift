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
}
