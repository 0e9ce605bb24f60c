import Input
import Testing

@testable import Terminal

/// What a slow line, or a picture that rests, changes of what is sent.
struct PictureQualityTests {
    private static let cell = CellPixels(width: 8, height: 16)
    private let area = CellRect(column: 2, row: 1, columns: 40, rows: 12)

    private func layer(_ graphics: GraphicsProtocol) -> PictureLayer {
        PictureLayer(
            protocol: graphics,
            capabilities: TerminalCapabilities(
                graphics: graphics,
                depth: .direct,
                cell: Self.cell
            )
        )
    }

    @Test(arguments: [
        GraphicsProtocol.half, .quad, .sextant, .braille, .symbols, .sixel, .iterm2,
    ])
    func `What no frame has room for is there after some`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        layer.quality.budget = 3000
        let picture = Picture.disc(320, 192)
        var sizes: [Int] = []
        repeat {
            sizes.append(layer.encode(picture, in: area, covered: []).count)
        } while !layer.isComplete && sizes.count < 200
        #expect(layer.isComplete)
        #expect(sizes.count > 1)
        #expect(layer.encode(picture, in: area, covered: []).isEmpty)
        if graphics.isText { #expect(sizes.allSatisfy { $0 < 3600 }) }
    }

    @Test func `Frames in parts come to the picture that one whole frame gives`() {
        let parts = layer(.half)
        parts.quality.budget = 2000
        var screen = ScreenReader(44, 14)
        for time in 0..<4 {
            screen.read(parts.encode(.disc(40, 24, time: time), in: area, covered: []))
        }
        while !parts.isComplete {
            screen.read(parts.encode(.disc(40, 24, time: 3), in: area, covered: []))
        }
        var other = ScreenReader(44, 14)
        other.read(layer(.half).encode(.disc(40, 24, time: 3), in: area, covered: []))
        // Changes nobody sees in motion are left out until the picture rests.
        parts.quality.isStill = true
        screen.read(parts.encode(.disc(40, 24, time: 3), in: area, covered: []))
        #expect(screen.glyphs.map(\.seen) == other.glyphs.map(\.seen))
    }

    @Test func `The cells that changed most are sent first`() throws {
        let layer = layer(.half)
        let grey = Picture(width: 40, height: 24, pixels: grey(40 * 24, 100))
        _ = layer.encode(grey, in: area, covered: [])
        var pixels = grey.pixels
        for index in pixels.indices where index % 4 != 3 {
            // All of it a little brighter, and a bit near the end much.
            pixels[index] = index > pixels.count - 64 ? 250 : 110
        }
        layer.quality.budget = 16 * 26
        let bytes = layer.encode(
            Picture(width: 40, height: 24, pixels: pixels),
            in: area,
            covered: []
        )
        #expect(String(decoding: bytes, as: UTF8.self).contains("250;250;250"))
        #expect(!layer.isComplete)
    }

    @Test(arguments: [GraphicsProtocol.sixel, .kitty, .iterm2])
    func `A coarse picture has fewer bytes and fills the same cells`(_ graphics: GraphicsProtocol) {
        let fine = layer(graphics)
        let coarse = layer(graphics)
        coarse.quality.coarseness = 4
        let fit = coarse.fit(width: 320, height: 192, in: area)
        #expect(fit.cells == fine.fit(width: 320, height: 192, in: area).cells)
        #expect((fit.width, fit.height) == (80, 48))
        let picture = Picture.disc(320, 192)
        let small = coarse.encode(picture, in: area, covered: [])
        #expect(small.count < fine.encode(picture, in: area, covered: []).count * 2 / 3)
        guard graphics == .sixel else { return }
        var screen = ScreenReader(44, 14, cell: Self.cell)
        screen.read(small)
        #expect(screen.touched == area.points)
    }

    @Test(arguments: [GraphicsProtocol.sixel, .kitty, .iterm2, .symbols])
    func `A picture that rests is sent better, once`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        let picture = Picture.disc(320, 192)
        _ = layer.encode(picture, in: area, covered: [])
        layer.quality.isStill = true
        let better = layer.encode(picture, in: area, covered: [])
        if graphics != .symbols { #expect(!better.isEmpty) }
        #expect(layer.encode(picture, in: area, covered: []).isEmpty)
        layer.quality.isStill = false
        #expect(layer.encode(picture, in: area, covered: []).isEmpty)
    }

    @Test func `A still in sixel stays in its cells and is nearer than a moving one`() {
        let layer = layer(.sixel)
        let picture = Picture.disc(320, 192)
        var moving = ScreenReader(44, 14, cell: Self.cell)
        moving.read(layer.encode(picture, in: area, covered: []))
        layer.quality.isStill = true
        var still = ScreenReader(44, 14, cell: Self.cell)
        still.read(layer.encode(picture, in: area, covered: []))
        #expect(still.touched == area.points)
        #expect(still.unknown == [])
        func nearness(_ screen: ScreenReader) -> Double {
            var own: [UInt32] = []
            for y in 16..<208 {
                for x in 16..<336 { own.append(screen.pixels[y * 44 * 8 + x] ?? 0) }
            }
            return picture.nearness(to: own)
        }
        #expect(nearness(still) > nearness(moving) + 3)
    }

    @Test func `A terminal of 16 colours is given those and no others`() {
        let layer = PictureLayer(
            protocol: .half,
            capabilities: TerminalCapabilities(graphics: .half, depth: .indexed16)
        )
        let text = String(
            decoding: layer.encode(.disc(40, 24), in: area, covered: []),
            as: UTF8.self
        )
        #expect(!text.contains("38;") && !text.contains("48;"))
        #expect(text.contains("\u{1B}[4") || text.contains("\u{1B}[10"))
    }

    private func grey(_ count: Int, _ value: UInt8) -> [UInt8] {
        (0..<count * 4).map { $0 % 4 == 3 ? 255 : value }
    }
}
