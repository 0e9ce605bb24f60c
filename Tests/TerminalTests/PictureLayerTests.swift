import Input
import Testing

@testable import Terminal

/// What holds for every protocol that paints cells.
struct PictureLayerTests {
    static let painted: [GraphicsProtocol] = [.half, .quad, .symbols, .ascii, .sixel]
    private static let cell = CellPixels(width: 8, height: 16)

    private func layer(_ graphics: GraphicsProtocol, depth: ColourDepth = .direct) -> PictureLayer {
        let capabilities = TerminalCapabilities(graphics: graphics, depth: depth, cell: Self.cell)
        return PictureLayer(protocol: graphics, capabilities: capabilities)
    }

    private let area = CellRect(column: 5, row: 2, columns: 40, rows: 14)

    private func picture(_ layer: PictureLayer, time: Int = 0) -> (Picture, CellRect) {
        let fit = layer.fit(width: 16, height: 9, in: area)
        return (.disc(fit.width, fit.height, time: time), fit.cells)
    }

    @Test(arguments: painted)
    func `A picture fills its rectangle and nothing else`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        let (picture, cells) = picture(layer)
        var screen = ScreenReader(60, 20)
        screen.read(layer.encode(picture, in: cells, covered: []))
        #expect(screen.touched == cells.points)
        #expect(screen.unknown == [])
        #expect(screen.scrolls == 0)
        #expect(screen.isPenClean)
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `The same picture again costs nothing`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        let fit = layer.fit(width: 16, height: 9, in: area)
        let picture = Picture.disc(max(1, fit.width), max(1, fit.height))
        let first = layer.encode(picture, in: fit.cells, covered: [])
        #expect(first.isEmpty == (graphics == .none))
        #expect(layer.encode(picture, in: fit.cells, covered: []).isEmpty)
        layer.invalidate()
        #expect(layer.encode(picture, in: fit.cells, covered: []).isEmpty == (graphics == .none))
    }

    @Test(arguments: painted)
    func `Changes alone give the same screen as the whole picture`(_ graphics: GraphicsProtocol) {
        let moving = layer(graphics)
        var screen = ScreenReader(60, 20)
        var last = 0
        for time in 0..<6 {
            let (picture, cells) = picture(moving, time: time)
            let bytes = moving.encode(picture, in: cells, covered: [])
            screen.read(bytes)
            last = bytes.count
        }
        let whole = layer(graphics)
        let (picture, cells) = picture(whole, time: 5)
        let bytes = whole.encode(picture, in: cells, covered: [])
        var other = ScreenReader(60, 20)
        other.read(bytes)
        #expect(last < bytes.count * 2 / 3)
        #expect(screen.pixels == other.pixels)
        if graphics == .ascii { #expect(screen.glyphs == other.glyphs) }
    }

    @Test(arguments: painted)
    func `Covered cells are left alone, and painted when the cover goes`(
        _ graphics: GraphicsProtocol
    ) {
        let layer = layer(graphics)
        let (picture, cells) = picture(layer)
        let cover = CellRect(column: 12, row: 5, columns: 9, rows: 4)
        let beyond = CellRect(column: 30, row: 0, columns: 50, rows: 5)
        var screen = ScreenReader(60, 20)
        screen.read(layer.encode(picture, in: cells, covered: [cover, beyond]))
        let hidden = cover.points.union(beyond.points)
        #expect(screen.touched == cells.points.subtracting(hidden))

        screen.touched = []
        screen.read(layer.encode(picture, in: cells, covered: [beyond]))
        #expect(screen.touched.isSuperset(of: cover.points))
        #expect(screen.touched.isDisjoint(with: beyond.points))

        // A pop-up that opens costs nothing; one that closes is painted again.
        #expect(layer.encode(picture, in: cells, covered: [beyond, cover]).isEmpty)
        screen.touched = []
        screen.read(layer.encode(picture, in: cells, covered: []))
        #expect(screen.touched.isSuperset(of: hidden.intersection(cells.points)))
        var other = ScreenReader(60, 20)
        let fresh = self.layer(graphics)
        other.read(fresh.encode(picture, in: cells, covered: []))
        #expect(screen.glyphs.map(\.seen) == other.glyphs.map(\.seen))
        #expect(screen.pixels == other.pixels)
    }

    @Test(arguments: painted)
    func `A picture that moves takes its old place with it`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        var screen = ScreenReader(60, 20)
        let (picture, cells) = picture(layer)
        screen.read(layer.encode(picture, in: cells, covered: []))
        #expect(layer.erasure.isEmpty)
        var moved = cells
        moved.column += 3
        moved.row += 1
        moved.columns -= 6
        let bytes = layer.encode(picture, in: moved, covered: [])
        screen.read(layer.erasure)
        for point in cells.points.subtracting(moved.points) {
            #expect(screen.glyph(point.row, point.column) == ScreenReader.Glyph())
        }
        screen.touched = []
        screen.read(bytes)
        #expect(screen.touched == moved.points)
        _ = layer.encode(picture, in: moved, covered: [])
        #expect(layer.erasure.isEmpty)
    }

    @Test(arguments: painted)
    func `Erasing leaves blanks, but not on what covers the picture`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        let (picture, cells) = picture(layer)
        let cover = CellRect(column: 12, row: 5, columns: 9, rows: 4)
        var screen = ScreenReader(60, 20)
        screen.read(layer.encode(picture, in: cells, covered: [cover]))
        screen.touched = []
        screen.read(layer.erase())
        #expect(screen.touched == cells.points.subtracting(cover.points))
        #expect(screen.glyphs.allSatisfy { $0 == ScreenReader.Glyph() })
        #expect(screen.pixels.allSatisfy { $0 == nil })
        #expect(layer.erase().isEmpty)
    }

    @Test(arguments: [GraphicsProtocol.sixel, .iterm2])
    func `No image reaches the last row`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        layer.screen = CellSize(columns: 60, rows: 16)
        let bytes = layer.encode(.disc(320, 224), in: area, covered: [])
        var screen = ScreenReader(60, 16)
        screen.read(bytes)
        #expect(screen.scrolls == 0)
        if graphics == .sixel {
            #expect(screen.touched.map(\.row).max() == 14)
        } else {
            let rows = screen.strings.map { text in
                Int(text.split(separator: "height=")[1].prefix { $0.isNumber }) ?? 0
            }
            #expect(rows.reduce(0, +) == 13)
        }
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `A picture fits with its proportions, centred, in whole cells`(
        _ graphics: GraphicsProtocol
    ) {
        let layer = layer(graphics)
        let wide = layer.fit(width: 1600, height: 400, in: area).cells
        #expect(wide == CellRect(column: 5, row: 6, columns: 40, rows: 5))
        let tall = layer.fit(width: 9, height: 16, in: area).cells
        #expect(tall == CellRect(column: 17, row: 2, columns: 16, rows: 14))
        #expect(layer.fit(width: 16, height: 9, in: .zero).cells == .zero)
        #expect(layer.fit(width: 1, height: 100_000, in: area).cells.columns == 1)
    }

    @Test(arguments: [
        (GraphicsProtocol.half, 40, 28), (.quad, 80, 28), (.symbols, 160, 112), (.ascii, 40, 28),
        (.sixel, 320, 224), (.kitty, 320, 224), (.iterm2, 320, 224), (.none, 0, 0),
    ])
    func `A picture is rendered as large as its protocol shows it`(
        _ graphics: GraphicsProtocol,
        _ width: Int,
        _ height: Int
    ) {
        let fit = layer(graphics).fit(width: 320, height: 224, in: area)
        #expect(fit.cells == area)
        #expect((fit.width, fit.height) == (width, height))
    }

    @Test(arguments: [GraphicsProtocol.sixel, .kitty, .iterm2])
    func `No picture is rendered larger than needed`(_ graphics: GraphicsProtocol) {
        let huge = CellRect(column: 0, row: 0, columns: 900, rows: 400)
        let fit = layer(graphics).fit(width: 16, height: 9, in: huge)
        #expect(fit.width <= 1600 && fit.height <= 1000)
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `A picture of another extent is scaled`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        var screen = ScreenReader(60, 20)
        screen.read(layer.encode(.disc(7, 300), in: area, covered: []))
        if Self.painted.contains(graphics) { #expect(screen.touched == area.points) }
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `A place that cannot be shows nothing`(_ graphics: GraphicsProtocol) {
        let layer = layer(graphics)
        let places = [
            CellRect.zero, CellRect(column: -1, row: 0, columns: 3, rows: 3),
            CellRect(column: 0, row: 0, columns: 1_000_000, rows: 1_000_000),
        ]
        for place in places {
            #expect(layer.encode(.disc(8, 8), in: place, covered: []).isEmpty)
        }
    }
}
