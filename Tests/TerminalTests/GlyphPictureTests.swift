import Input
import Testing

@testable import Terminal

struct GlyphPictureTests {
    private let rect = CellRect(column: 0, row: 0, columns: 64, rows: 18)

    private func show(
        _ graphics: GraphicsProtocol,
        _ picture: Picture,
        depth: ColourDepth = .direct
    ) -> ScreenReader {
        let capabilities = TerminalCapabilities(graphics: graphics, depth: depth)
        let layer = PictureLayer(protocol: graphics, capabilities: capabilities)
        var screen = ScreenReader(rect.columns, rect.rows)
        screen.read(layer.encode(picture, in: rect, covered: []))
        return screen
    }

    /// The quadrants a glyph fills: upper left, upper right, lower left, lower right.
    private static let quadrants: [String: [Bool]] = [
        " ": [false, false, false, false], "▄": [false, false, true, true],
        "▀": [true, true, false, false], "▌": [true, false, true, false],
        "▘": [true, false, false, false], "▛": [true, true, true, false],
        "▚": [true, false, false, true], "▜": [true, true, false, true],
        "▙": [true, false, true, true],
    ]

    /// Reads the screen back as two by two pixels a cell.
    private func pixels(_ screen: ScreenReader) -> [UInt32] {
        let width = rect.columns * 2
        var pixels = [UInt32](repeating: 0, count: width * rect.rows * 2)
        for point in rect.points {
            let glyph = screen.glyph(point.row, point.column)
            let filled = Self.quadrants[glyph.text] ?? []
            #expect(filled.count == 4, "\(glyph.text) is no block.")
            for (index, isFilled) in filled.enumerated() {
                let x = point.column * 2 + index % 2
                let y = point.row * 2 + index / 2
                pixels[y * width + x] = (isFilled ? glyph.foreground : glyph.background) ?? 0
            }
        }
        return pixels
    }

    @Test func `Half blocks show each pixel exactly`() {
        let picture = Picture.disc(64, 36)
        let shown = pixels(show(.half, picture))
        var own: [UInt32] = []
        for y in 0..<36 {
            for x in 0..<64 { own.append(shown[y * 128 + x * 2]) }
        }
        #expect(picture.nearness(to: own) == .infinity)
    }

    @Test func `Quadrants show most of four pixels a cell`() {
        let picture = Picture.disc(128, 36)
        #expect(picture.nearness(to: pixels(show(.quad, picture))) > 38)
    }

    @Test func `Quadrants show two colours exactly, however they lie`() {
        var bytes: [UInt8] = []
        var noise = InputFuzzTests.Noise(state: 3)
        for _ in 0..<128 * 36 {
            bytes += Bool.random(using: &noise) ? [200, 10, 30, 255] : [0, 90, 250, 255]
        }
        let picture = Picture(width: 128, height: 36, pixels: bytes)
        #expect(picture.nearness(to: pixels(show(.quad, picture))) == .infinity)
    }

    @Test func `With 256 colours every colour is of the palette`() {
        let screen = show(.half, .disc(64, 36), depth: .indexed256)
        for glyph in screen.glyphs {
            #expect(glyph.background.map { $0 >> 24 == 1 && $0 & 0xFFFFFF >= 16 } == true)
        }
    }

    @Test func `Letters have no colours, and more ink where it is lighter`() {
        var bytes: [UInt8] = []
        for index in 0..<64 * 36 {
            let value = UInt8(index % 64 * 4)
            bytes += [value, value, value, 255]
        }
        let screen = show(.ascii, Picture(width: 64, height: 36, pixels: bytes), depth: .none)
        #expect(screen.lines[0] == screen.lines[17])
        #expect(screen.glyph(0, 0).text == " ")
        #expect(screen.glyph(0, 63).text == "@")
        #expect(screen.glyphs.allSatisfy { $0.foreground == nil && $0.background == nil })
        let ramp = Array(" .:-=+*#%@")
        let inks = (0..<64).compactMap { ramp.firstIndex(of: Character(screen.glyph(0, $0).text)) }
        #expect(inks.count == 64 && inks == inks.sorted())
    }

    @Test func `Symbols are near the picture in every cell`() {
        let picture = Picture.disc(256, 144)
        let screen = show(.symbols, picture)
        var worst = 0
        for point in rect.points {
            let glyph = screen.glyph(point.row, point.column)
            let colours = [glyph.foreground, glyph.background].compactMap { $0 }
            let middle = picture.colour(point.column * 4 + 2, point.row * 8 + 4)
            let nearest = colours.map { distance($0, middle) }.min() ?? 999
            worst = max(worst, nearest)
        }
        #expect(worst < 48)
    }

    private func distance(_ a: UInt32, _ b: UInt32) -> Int {
        [0, 8, 16].map { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) }.max() ?? 0
    }

    @Test func `A change too small to see is not sent, and does not add up`() {
        let capabilities = TerminalCapabilities(graphics: .half, depth: .direct)
        let layer = PictureLayer(protocol: .half, capabilities: capabilities)
        func grey(_ value: UInt8) -> Picture {
            let pixels = [UInt8](repeating: value, count: 64 * 36 * 4)
            return Picture(width: 64, height: 36, pixels: pixels)
        }
        _ = layer.encode(grey(100), in: rect, covered: [])
        #expect(layer.encode(grey(102), in: rect, covered: []).isEmpty)
        #expect(!layer.encode(grey(104), in: rect, covered: []).isEmpty)
    }

    @Test func `A half-block frame keeps to its budget of bytes`() {
        let capabilities = TerminalCapabilities(graphics: .half, depth: .direct)
        let layer = PictureLayer(protocol: .half, capabilities: capabilities)
        let first = layer.encode(.disc(64, 36), in: rect, covered: [])
        let second = layer.encode(.disc(64, 36, time: 1), in: rect, covered: [])
        #expect(first.count < 64 * 18 * 44)
        #expect(second.count < 2_000)
    }
}
